/** Whether links lead anywhere, asked politely: each once, one at a time of a host, with a pause. */
import type { Endpoint } from '../../model/endpoint.ts';
import { COLLECTIONS, findingOf, type Finding, type Found, type FoundRecords } from './finding.ts';
import type { Progress } from './check-endpoint.ts';

/** Links asked for in one run. */
const MAX_LINKS = 1000;
/** Hosts asked at the same time. */
const LANES = 4;
/** Links in a row that a host may leave without answer before it is asked no more. */
const PATIENCE = 3;
/** Milliseconds between two questions to a host, and for one answer. */
const [PAUSE, TIMEOUT] = [500, 10_000];

interface Link { url: string; /** Where it stands; of several places the first. */ path: string; found?: Found; places: number }
interface Network { fetch: typeof globalThis.fetch; signal: AbortSignal; progress: Progress }

/** `dead`: nobody will get there. `unknown`: a visitor may well get there, where a program is turned away. */
interface Answer { state: 'alive' | 'dead' | 'unknown'; why: string }

export async function deadLinks(endpoint: Endpoint, records: FoundRecords, network: Network): Promise<Finding[]> {
  const links = linksIn(endpoint, records);
  const asked = links.slice(0, MAX_LINKS);
  const answers = await askAll(asked, network);
  return [
    ...asked.flatMap((link) => findingFor(link, answers.get(link)!, endpoint)),
    ...(links.length > MAX_LINKS ? [{ ...ofDocument(endpoint), path: '', reason: `Only the first ${MAX_LINKS} of ${links.length} links were asked for`, severity: 'warning' as const }] : []),
  ];
}

const ofDocument = ({ url: source }: Endpoint): Pick<Finding, 'kind' | 'source' | 'effect'> => ({ kind: 'dead-link', source, effect: 'shown' });

function findingFor({ url, path, found, places }: Link, { state, why }: Answer, endpoint: Endpoint): Finding[] {
  if (state === 'alive') return [];
  const about = {
    severity: state === 'dead' ? 'error' as const : 'warning' as const,
    reason: `${state === 'dead' ? 'Dead link' : 'This link could not be checked'} (${why}): ${url}`, detail: { url, why, places },
  };
  return [found ? findingOf(found, { kind: 'dead-link', effect: 'shown', at: path, ...about }) : { ...ofDocument(endpoint), path, ...about }];
}

/** All web links of the site and its records, each once. */
function linksIn(endpoint: Endpoint, records: FoundRecords): Link[] {
  const links = new Map<string, Link>();
  const add = (raw: string, path: string, found?: Found): void => {
    const url = askable(raw);
    if (url === undefined) return;
    const link = links.get(url) ?? { url, path, found, places: 0 };
    link.places++;
    links.set(url, link);
  };
  walk(endpoint.site, 'site', (raw, path) => add(raw, path));
  for (const name of COLLECTIONS) for (const found of records[name]) walk(found.record, '', (raw, path) => add(raw, path, found));
  return [...links.values()];
}

/** Addresses are whole texts, or stand in mark-up. What takes a POST is not asked. */
function walk(value: unknown, path: string, add: (raw: string, path: string) => void): void {
  if (typeof value === 'string') {
    if (/^https?:\/\/\S+$/.test(value)) add(value, path);
    else for (const [, link = ''] of value.matchAll(/\bhref="(https?:[^"\s]+)"/gi)) add(link.replaceAll('&amp;', '&'), path);
  } else if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${path}[${index}]`, add));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'post') walk(item, `${path}.${key}`, add);
  }
}

/** Without fragment, user name and password. A relative link of a document that has no address yet leads nobody knows where. */
function askable(raw: string): string | undefined {
  if (!URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  url.hash = url.username = url.password = '';
  return url.hostname.endsWith('.invalid') ? undefined : url.href;
}

async function askAll(links: readonly Link[], network: Network): Promise<Map<Link, Answer>> {
  const answers = new Map<Link, Answer>();
  const byHost = new Map<string, Link[]>();
  for (const link of links) {
    const { host } = new URL(link.url);
    byHost.set(host, [...byHost.get(host) ?? [], link]);
  }
  const hosts = [...byHost.values()];
  const lane = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift()) {
      let silent = 0;
      for (const [index, link] of host.entries()) {
        const isAsked = silent < PATIENCE;
        if (index && isAsked) await new Promise((resolve) => setTimeout(resolve, PAUSE));
        const answer: Answer = isAsked ? await ask(link.url, network) : { state: 'unknown', why: NO_ANSWER };
        silent = answer.why === NO_ANSWER ? silent + 1 : 0;
        answers.set(link, answer);
        network.progress(answers.size, links.length, link.url);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return answers;
}

const NO_ANSWER = 'no answer';

const isDead = (status: number): boolean => status === 404 || status === 410;

async function ask(url: string, network: Network): Promise<Answer> {
  try {
    let status = await statusOf(url, 'HEAD', network);
    // There are servers that do not know HEAD, and some of them say so with a 404.
    if (isDead(status) || status === 405 || status === 501) status = await statusOf(url, 'GET', network);
    const state = isDead(status) ? 'dead' : status >= 400 ? 'unknown' : 'alive';
    return { state, why: String(status) };
  } catch (error) {
    network.signal.throwIfAborted();
    // Outside a browser the network says in a code such as ECONNREFUSED why there was no answer.
    const { code = NO_ANSWER } = (error as { cause?: { code?: string } }).cause ?? {};
    return code === 'ENOTFOUND' ? { state: 'dead', why: 'no such host' } : { state: 'unknown', why: code };
  }
}

async function statusOf(url: string, method: 'HEAD' | 'GET', { fetch, signal }: Network): Promise<number> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort);
  const timer = setTimeout(abort, TIMEOUT);
  try {
    return (await fetch(url, { method, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'follow', signal: controller.signal })).status;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    // Of the page itself nothing is wanted.
    abort();
  }
}
