import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expectedInGerman } from '../../../../src/cli/check-expected.ts';
import { explained } from '../../../../src/cli/check-reasons.ts';
import { explain } from '../../../../src/core/load/explain.ts';
import { LoadError, type FailureKind } from '../../../../src/core/load/load-error.ts';
import { csv } from '../../../../src/sources/csv/csv.ts';
import type { SourceContext } from '../../../../src/sources/source.ts';
import { checked, endpoint, meeting, office, step, worker } from './small-endpoint.ts';

const model = new URL('../../../../src/model/', import.meta.url);
// The last one is for the published schema only: the check reads entry by entry.
const sources = readdirSync(model).filter((file) => file !== 'endpoint-document.ts').map((file) => readFileSync(new URL(file, model), 'utf8'));
/** The sentences of the schemas, as they stand in the code. */
const sentences = sources.flatMap((code) => [...code.matchAll(/(?:v\.(?:check|regex)\(.*|oneOf(?:<.*>)?\(|refused\(dataset, |message: |\n\}, )'([A-Z][^'\n]+)'/g)].map(([, sentence]) => sentence!));

/** Those of the sources, with a value where the code has one: two words in a row are a sentence. `labels.ts` is for visitors. */
function sentencesOf(folder: URL): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('labels.ts'));
  const literals = files.flatMap((file) => {
    const code = readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return [...code.matchAll(/'([A-Z][^'\n]+)'|`((?:[A-Z]|\$\{)[^`\n]+)`/g)].map(([, plain, template]) => plain ?? template!);
  });
  return literals.map((literal) => literal.replace(/\$\{JSON[^{}]+\}/g, '"x"').replace(/\$\{[^{}]+\}/g, '7')).filter((literal) => /^(?:[A-Z]|"x" |7 ).*[a-z]{2} [a-z]+ [a-z]+/.test(literal));
}

const general = explained('Nothing that any schema says', 'en').mend;
const isKnown = (reason: string): boolean => explained(reason, 'de').reason !== reason && explained(reason, 'en').mend !== general;

describe('What the check says of a reason', () => {
  it('is known of every sentence of the schemas, in German and how to mend it', () => {
    assert.ok(sentences.length > 20, String(sentences.length));
    assert.deepEqual(sentences.filter((sentence) => !isKnown(sentence)), []);
  });

  it('is known of every sentence of the sources', () => {
    const all = sentencesOf(new URL('../../../../src/sources/', import.meta.url));
    assert.ok(all.length > 80, String(all.length));
    assert.deepEqual(all.filter((sentence) => !isKnown(sentence)), []);
  });

  it('names in German what a cell of a spreadsheet is expected to be', () => {
    const actorColumns = ['name', 'categories', 'phases', 'languages', 'interpreter', 'mobile', 'email', 'url', 'housenumber', 'plz', 'latitude', 'longitude', 'online', 'updated', 'wheelchair', 'areapostalcodes', 'areasurnames'];
    const eventColumns = ['recurrence', 'exceptions', 'status', 'free', 'registration', 'registrationuntil', 'registrationseats', 'phases', 'conference'];
    const context: SourceContext = { collection: 'actors', language: 'de', languages: ['de'], timeZone: 'Europe/Berlin', today: '2026-11-23' };
    const reference = { source: 'csv', url: 'https://town.example/list.csv' };
    const read = (collection: 'actors' | 'events', columns: string[], cells: string[]): string[] =>
      csv.read(reference, { ...context, collection }, [{ url: reference.url, as: 'text', body: `${columns.join(';')}\n${cells.join(';')}\n` }]).problems.map(({ reason }) => reason);
    const reasons = [
      ...read('actors', actorColumns, actorColumns.map(() => '?!')), ...read('events', ['title', 'start'], ['A', '?!']),
      ...read('events', ['title', 'start', ...eventColumns], ['A', '2026-12-04', ...eventColumns.map(() => '?!')]),
    ].filter((reason) => reason.startsWith('Expected'));
    assert.ok(reasons.length > 20, String(reasons.length));
    for (const reason of reasons) {
      const [, phrase = ''] = /^Expected (.+?)(?: \(the column .+\))? but found/.exec(reason) ?? [];
      const german = expectedInGerman.get(phrase);
      assert.ok(german !== undefined && explained(reason, 'de').reason.startsWith(`Erwartet wird ${german}`), reason);
    }
  });

  it('is known of sentences with particulars', async () => {
    const broken = await checked(endpoint({
      actors: [office('office', { url: 'javascript:x', online: 'yes', wheelchair: 'perhaps', openingHours: { slots: [
        { days: ['mo'], opens: '20:00', closes: '02:00' }, { days: ['mo'], opens: '08:00', closes: '07:00' }, { days: ['mo'], opens: '08:00', closes: '08:00' },
      ], exceptions: [{ from: '2026-12-24', to: '2026-12-23' }] } }), { name: 'A' }],
    }));
    const dangling = await checked(endpoint({
      events: [meeting('a', { start: '2027-02-30' }), meeting('b', { recurrence: 'FREQ=HOURLY' }), meeting('c', { end: '2026-12-04T16:00', steps: ['gone'] })],
      actors: [office('office', { categories: ['x'] }), office('office')],
      journeys: [worker([step('a', { requires: ['b', 'gone'], when: { question: 'q', is: 'x' }, deadline: { from: 'q', weeks: 2 } }), step('b', { requires: ['a'] })])],
    }));
    const reasons = [...broken.findings, ...dangling.findings].map(({ reason }) => reason);
    assert.ok(reasons.length >= 14, String(reasons.length));
    assert.deepEqual(reasons.filter((reason) => !isKnown(reason)), []);
  });

  it('is known of everything that can happen to a source', () => {
    const kinds: FailureKind[] = ['refused', 'unreachable', 'timeout', 'status', 'too-large', 'unreadable'];
    for (const message of ['', 'particulars', 'unknown source "martian"']) {
      assert.deepEqual(kinds.map((kind) => explain(new LoadError(kind, 'https://town.example/', message))).filter((reason) => !isKnown(reason)), []);
    }
    assert.equal(explained(explain(new LoadError('status', 'https://town.example/', '503 Busy')), 'de').reason, 'Der Server antwortete mit einem Fehler (503 Busy)');
    assert.equal(explained(explain(new LoadError('refused', 'https://town.example/', 'unknown source "martian"')), 'de').reason, 'Das Format "martian" ist nicht bekannt');
  });

  it('is in German to its last bracket', () => {
    const german = (kind: FailureKind, message: string): string => explained(explain(new LoadError(kind, 'https://town.example/', message)), 'de').reason;
    assert.equal(german('unreadable', 'SyntaxError: Unexpected token, "{\n}" is not valid JSON'), 'Das ist kein JSON');
    assert.equal(german('unreadable', 'site.languages: Expected a list'), 'Am Dokument ist etwas falsch (site.languages: Erwartet wird eine Liste [ … ])');
    assert.equal(german('unreachable', 'ENOTFOUND'), 'Keine Antwort: Ein Server dieses Namens ist nicht zu finden (ENOTFOUND)');
    assert.equal(explained('Duplicate id "a"', 'de').reason, 'Doppelte id "a"');
  });

  it('names an option that no question has, for nobody can choose it', async () => {
    const questions = [{ id: 'origin', type: 'single', label: 'L', options: [{ id: 'eu', label: 'E' }] }];
    const { findings } = await checked(endpoint({ journeys: [{ ...worker([step('a', { when: { any: [{ question: 'origin', is: 'eu' }, { question: 'origin', in: ['ue'] }] } })]), questions }] }));
    assert.deepEqual(findings.filter(({ reason }) => reason.includes('no option')).map(({ reason }) => reason), ['"when" asks for no option of "origin": "ue"']);
  });

  it('is the reason itself, with a general hint, where nothing is known of it', () => {
    assert.deepEqual(explained('Something else', 'de').reason, 'Something else');
    assert.match(explained('Something else', 'de').mend, /endpoint\.schema\.json/);
  });
});
