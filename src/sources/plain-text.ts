/** Excerpts are plain text with HTML entities in it. No element is needed to decode them, and none is made. */

/** Those of Latin-1, in its order: editors write all of them by name. */
const LATIN_1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm
raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve
Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc
euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s/);

const NAMED = new Map(Object.entries({
  ...Object.fromEntries(LATIN_1.map((name, index) => [name, String.fromCharCode(160 + index)])),
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f',
  ndash: '–', mdash: '—', hellip: '…', bull: '•', euro: '€', rarr: '→', scaron: 'š', Scaron: 'Š',
  bdquo: '„', ldquo: '“', rdquo: '”', sbquo: '‚', lsquo: '‘', rsquo: '’',
}));

/** Characters of a paragraph before it is cut at a space. */
const OPENING = 240;

function numeric(digits: string, base: number): string | undefined {
  const code = Number.parseInt(digits, base);
  const character = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return character ? String.fromCodePoint(code) : undefined;
}

/** Decodes once, so that `&amp;lt;` is `&lt;`. What is no entity stays as it is. */
export function decodeEntities(raw: string): string {
  return raw.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,7}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return numeric(hex, 16) ?? whole;
    if (decimal) return numeric(decimal, 10) ?? whole;
    return NAMED.get(name ?? '') ?? whole;
  });
}

/** An excerpt with entities decoded, one kind of line break and no gaps. */
export const plainText = (excerpt: string): string => decodeEntities(excerpt).replace(/\r\n?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();

/**
 * The first paragraph of an excerpt, for texts whose HTML is shown as well: Integreat's excerpt is the whole text of the
 * page, in which the cells of a table run together.
 */
export function opening(excerpt: string): string {
  const [paragraph = ''] = plainText(excerpt).split('\n', 1);
  if (paragraph.length <= OPENING) return paragraph.trim();
  const cut = paragraph.slice(0, OPENING).replace(/[\ud800-\udbff]$/, '');
  const space = cut.search(/\s\S*$/);
  return `${(space > OPENING / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
