/** Servers of services as functions from an address to the answer, and a reader that asks them as a loader would. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { actor, type Actor } from '../../../src/model/actor.ts';
import { check } from '../../../src/model/door.ts';
import { hsds } from '../../../src/sources/hsds/hsds.ts';
import type { SourceAnswer, SourceContext } from '../../../src/sources/source.ts';

export type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers as servers send them

export const BASE = 'https://hsds.musterkreis.example/api';
export const REFERENCE = { source: 'hsds', url: BASE, language: 'de' };

export const json = (path: URL): Json => JSON.parse(readFileSync(path, 'utf8'));
/** The page of the example server, anew each time. */
export const page = (): Json => json(new URL('../../fixtures/hsds/services.json', import.meta.url));

export const context: SourceContext = { collection: 'actors', language: 'de', languages: ['de', 'en', 'ar'], timeZone: 'Europe/Berlin', today: '2026-11-23' };

export type Server = (url: URL) => Json;

/** Asks until there is nothing more to ask, then reads. */
export function read(server: Server, reference: Json = REFERENCE, about: SourceContext = context) {
  const answers: SourceAnswer[] = [];
  const rounds: string[][] = [];
  for (let queries = hsds.ask(reference, about, answers); queries.length; queries = hsds.ask(reference, about, answers)) {
    assert.ok(rounds.length < 100, 'asks for ever');
    rounds.push(queries.map(({ url }) => url));
    answers.push(...queries.map((query) => ({ ...query, body: server(new URL(query.url)) })));
  }
  const { records, problems, partial } = hsds.read(reference, about, answers);
  return { rounds, records: records as Json[], problems, partial };
}

/** Services in pages of a size, by the parameters of the standard. */
export const paged = (services: readonly Json[], size = 100): Server => (url) => {
  const number = Number(url.searchParams.get('page') ?? 1);
  const [from, pages] = [(number - 1) * size, Math.ceil(services.length / size)];
  const contents = services.slice(from, from + size);
  return { total_items: services.length, total_pages: pages, page_number: number, size: contents.length, first_page: number === 1, last_page: number >= pages, empty: !contents.length, contents };
};

/** Records as the widgets have them. */
export function checked(records: readonly Json[]): Actor[] {
  return records.map((record) => {
    const { value, problems } = check(actor, record, BASE);
    assert.deepEqual(problems, []);
    assert.ok(value);
    return JSON.parse(JSON.stringify(value));
  });
}

/** One service alone, changed, and what is said about it. */
export function service(change: Json = {}, reference: Json = {}, about: Partial<SourceContext> = {}) {
  const raw = { id: 'advice', name: 'Beratung', status: 'active', phones: [], ...change };
  const { records, problems } = read(() => [raw], { ...REFERENCE, ...reference }, { ...context, ...about });
  return { actors: checked(records), actor: checked(records)[0] as Json, problems, reasons: problems.map(({ path, reason }) => `${path}: ${reason}`) };
}
