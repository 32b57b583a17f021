/** `onboarding-widgets check endpoint.json`: says what visitors will not see as it was meant, where that stands, and how to mend it. */
/// <reference types="node" />
import { parseArgs } from 'node:util';
import { checkEndpoint, type CheckReport, type Finding } from '../core/check/check-endpoint.ts';
import { formatNamed } from '../formats.ts';
import { JsonText } from './check-places.ts';
import { printReport, type Placed } from './check-print.ts';
import { words } from './check-words.ts';
import { openDocument, pathOf, shown, type OpenDocument } from './files.ts';
import type { Io } from './io.ts';
import { unlessTorn } from './not-json.ts';

const [NOTHING, FOUND, FAILED] = [0, 1, 2];

const options = {
  'base': { type: 'string' }, 'links': { type: 'boolean' }, 'max-age': { type: 'string' },
  'strict': { type: 'boolean' }, 'all': { type: 'boolean' }, 'json': { type: 'boolean' }, 'help': { type: 'boolean', short: 'h' },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const say = words[io.language];
  const { values, positionals: [file, ...others] } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) {
    io.out(say.usage);
    return NOTHING;
  }
  const { base, links, 'max-age': days = '365', strict = false, all = false, json } = values;
  const usage = file === undefined || others.length ? say.usage : /^\d{1,6}$/.test(days) ? undefined : say.days;
  if (file === undefined || usage !== undefined) {
    io.err(usage ?? say.usage);
    return FAILED;
  }
  const document = openDocument(file, { cwd: io.cwd, base });
  const report = await unlessTorn(document, io, checkEndpoint(document.url, {
    source: formatNamed, fetch: document.fetch, signal: io.signal, maxAge: Number(days), crossOrigin: true, ...(links && { links }),
    progress: (done, total, what) => io.progress(`${done}/${total} ${shown(what, io.cwd)}`),
  }));
  if (!report) return FAILED;
  const findings = await placed(report, document);
  if (json) io.out(JSON.stringify(asData({ ...report, findings }, io.cwd), null, 2));
  else printReport({ ...report, findings }, all, io);
  return findings.some((finding) => counts(finding, strict)) ? FOUND : NOTHING;
}

/** A warning is often about a feed that only others can change. Many servers turn a program away where they let a visitor in. */
const counts = ({ kind, severity }: Finding, strict: boolean): boolean => severity === 'error' || (strict && kind !== 'dead-link');

/** Adds line and column to what stands in a file of JSON. */
async function placed({ findings }: CheckReport, document: OpenDocument): Promise<Placed[]> {
  const addresses = [...new Set(findings.map(({ source }) => source))];
  const texts = new Map(await Promise.all(addresses.map(async (address) => {
    const path = address === document.url ? document.path : pathOf(address);
    return [address, path === undefined ? undefined : await JsonText.read(path).catch(() => undefined)] as const;
  })));
  return findings.map((finding) => ({ ...finding, ...texts.get(finding.source)?.spot(finding.path, finding.collection) }));
}

/** With paths instead of the addresses that stand for files. */
const asData = (report: CheckReport, cwd: string): unknown =>
  JSON.parse(JSON.stringify(report), (_key, value: unknown) => (typeof value === 'string' ? shown(value, cwd) : value));
