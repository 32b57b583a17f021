/** Excerpts are plain text with HTML entities in it. No element is needed to decode them, and none is made. */

const NAMED = new Map(Object.entries({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', aacute: 'á', agrave: 'à', eacute: 'é', egrave: 'è', ccedil: 'ç',
  ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', sect: '§', euro: '€', deg: '°', copy: '©', reg: '®', times: '×', frac12: '½',
  bdquo: '„', ldquo: '“', rdquo: '”', sbquo: '‚', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»',
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
