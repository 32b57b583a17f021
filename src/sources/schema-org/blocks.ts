/** JSON-LD in the text of a web page, or a text that is JSON-LD itself. The page is scanned once from its beginning to its end; no element is made. */
import type { Report } from '../report.ts';

export interface Block {
  /** Where it stands, for problems: empty, or `script[2]`, counted among the blocks of JSON-LD. */
  path: string;
  json: unknown;
}

/** In these and in comments a `<` begins no other element. */
const START = /<(?:!--|(script|style|textarea|title)(?=[\s/>]))/gi;
const ENDS: Readonly<Record<string, string>> = { script: '</script', style: '</style', textarea: '</textarea', title: '</title' };
const JSON_LD = /\stype\s*=\s*["']?application\/ld\+json["'\s>]/i;
/** What a widget writes for search engines is not read back. */
export const OWN = 'data-onboarding-own';

/** Place of the `>` that ends a tag; quoted ones do not. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const char = html[at]!;
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return -1;
}

/** Texts of the blocks of a page, in order. What has no end is not read. */
export function blocksIn(html: string): string[] {
  const blocks: string[] = [];
  const start = new RegExp(START);
  for (let match = start.exec(html); match; match = start.exec(html)) {
    const name = match[1]?.toLowerCase();
    // `<!-->` is a whole comment.
    const content = name ? endOfTag(html, start.lastIndex) + 1 : match.index + 2;
    if (!content) break;
    const end = new RegExp(name ? ENDS[name]! : '-->', 'gi');
    end.lastIndex = content;
    const found = end.exec(html);
    if (!found) break;
    const tag = html.slice(match.index, content);
    if (name === 'script' && JSON_LD.test(tag) && !tag.includes(OWN)) blocks.push(html.slice(content, found.index));
    start.lastIndex = end.lastIndex;
  }
  return blocks;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Line breaks inside of texts are no JSON, but many systems write them. */
const parseLoosely = (text: string): unknown => parse(text) ?? parse(text.replace(/[\n\r\t]+/g, ' '));

/** Reads the texts of blocks; what is no JSON is named and left out. */
export function readBlocks(texts: readonly string[], report: Report): Block[] {
  return texts.flatMap((text, index) => {
    const path = texts.length > 1 ? `script[${index}]` : '';
    const json = parseLoosely(text);
    if (json === undefined) report(path, `No JSON: ${JSON.stringify(text.trim().slice(0, 60))}`, true);
    return json === undefined ? [] : [{ path, json }];
  });
}

/** @param text a web page, or a document of JSON-LD */
export const readText = (text: string, report: Report): Block[] => readBlocks(/^\s*</.test(text) ? blocksIn(text) : [text], report);
