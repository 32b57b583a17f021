/** The report of `check` as plain text of 80 columns, for a terminal and for the log of a build. */
import type { CheckReport, Finding } from '../core/check/check-endpoint.ts';
import { explained } from './check-reasons.ts';
import { CONTENT_KINDS, words, type ContentKind } from './check-words.ts';
import { shown } from './files.ts';
import { plain, type Io } from './io.ts';

/** A finding with the place an editor jumps to. */
export interface Placed extends Finding { line?: number; column?: number }

const WIDTH = 80;
/** Records with problems, and lines under a heading of the content, that are printed without `--all`. */
const [RECORDS, LINES] = [20, 10];

const paints = { bold: '1', red: '31', yellow: '33', dim: '2' };

/** Breaks a text at its spaces; an address that is too long keeps its line. */
export function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    if (line !== indent && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

export function printReport({ url, counts, languages, sources, findings }: CheckReport & { findings: readonly Placed[] }, all: boolean, { out: print, language, cwd, colour }: Io): void {
  const say = words[language];
  const paint = (style: keyof typeof paints, text: string): string => (colour ? `\u001b[${paints[style]}m${text}\u001b[0m` : text);
  const out = (text = ''): void => print(text);
  const put = (text: string, indent = '    '): void => out(wrapped(plain(text), indent));
  const cut = <T>(items: readonly T[], limit: number, indent: string, tell: (item: T) => void): void => {
    const told = all ? items : items.slice(0, limit);
    told.forEach(tell);
    if (told.length < items.length) put(say.more(items.length - told.length), indent);
  };
  /** `endpoint.json:12:5`, the form that terminals and editors make a link of. */
  const place = ({ source, line, column }: Placed): string => plain(shown(source, cwd) + (line ? `:${line}:${column}` : ''));
  const nameOf = ({ effect, collection, record, detail, source, path }: Placed): string => {
    const [entry] = path.startsWith('[') || path.startsWith(`${collection}[`) ? /^[^\]]*\]/.exec(path)! : [];
    // What is no record's is of the document, or of the feed, as a whole.
    if (!collection || (record ?? entry) === undefined) return source === url ? say.document : plain(shown(source, cwd));
    const title = shown(String(detail?.['title'] ?? ''), cwd);
    const what = effect === 'source-missing' ? say.source : say.one[collection];
    return plain([what, title ? say.quoted(title) : entry, record !== undefined && `(${record})`].filter(Boolean).join(' '));
  };

  const problem = (finding: Placed): void => {
    const { reason, mend } = explained(finding.reason, language);
    out(`  ${paint('dim', [place(finding), plain(finding.path)].filter(Boolean).join('  '))}`);
    out(paint(finding.severity === 'error' ? 'red' : 'yellow', wrapped(plain(reason), '    ')));
    put(say.effects[finding.effect]);
    put(say.mend(mend));
  };
  const sum = (tag: string, found: readonly Placed[]): void => {
    const lacking = found.map(({ detail }) => Number(detail?.[tag] ?? 0)).filter(Boolean);
    if (lacking.length) put(say.lacking(tag, lacking.reduce((all, count) => all + count), lacking.length), '  ');
  };
  const ofKind = (kind: ContentKind, found: readonly Placed[]): void => {
    const { heading, seen, mend } = say.kinds[kind];
    out(`\n${paint('bold', `${heading} (${found.length})`)}`);
    put(seen, '  ');
    put(say.mend(mend), '  ');
    if (kind === 'missing-translation') languages.forEach((tag) => sum(tag, found));
    cut(found, LINES, '  ', (finding) => {
      put([place(finding), finding.record === undefined ? finding.path : nameOf(finding)].join('  '), '  ');
      const particulars = say.particulars(finding, languages);
      if (particulars) put(particulars);
    });
  };

  out(paint('bold', plain(shown(url, cwd))));
  put(`${(['journeys', 'actors', 'events'] as const).map((name) => say.counted(name, counts[name])).join(', ')}; ${languages.join(', ')}`, '  ');
  for (const { source, url: address, collection, records, ok } of sources) put(`${source} ${shown(address, cwd)}: ${ok ? say.counted(collection, records) : say.noAnswer}`, '  ');
  const isContent = ({ kind }: Finding): boolean => CONTENT_KINDS.includes(kind as ContentKind);
  const groups = new Map<string, Placed[]>();
  for (const finding of findings.filter((finding) => !isContent(finding))) {
    const name = nameOf(finding);
    if (!groups.get(name)?.push(finding)) groups.set(name, [finding]);
  }
  if (groups.size) out(`\n${paint('bold', say.problems.toUpperCase())}`);
  cut([...groups], RECORDS, '', ([name, found]) => {
    out(`\n${paint('bold', name)}`);
    cut(found, LINES, '  ', problem);
  });
  if (findings.some(isContent)) out(`\n${paint('bold', say.content.toUpperCase())}`);
  for (const kind of CONTENT_KINDS) {
    const found = findings.filter((finding) => finding.kind === kind);
    if (found.length) ofKind(kind, found);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  out(`\n${paint('bold', say.counts(errors, findings.length - errors))}`);
}
