import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { explained } from '../../../../src/cli/check-reasons.ts';
import { explain } from '../../../../src/core/load/explain.ts';
import { LoadError, type FailureKind } from '../../../../src/core/load/load-error.ts';
import { checked, endpoint, meeting, office, step, worker } from './small-endpoint.ts';

const model = new URL('../../../../src/model/', import.meta.url);
// The last one is for the published schema only: the check reads entry by entry.
const sources = readdirSync(model).filter((file) => file !== 'endpoint-document.ts').map((file) => readFileSync(new URL(file, model), 'utf8'));
/** The sentences of the schemas, as they stand in the code. */
const sentences = sources.flatMap((code) => [...code.matchAll(/(?:v\.(?:check|regex)\(.*|oneOf(?:<.*>)?\(|refused\(dataset, |message: |\n\}, )'([A-Z][^'\n]+)'/g)].map(([, sentence]) => sentence!));

const general = explained('Nothing that any schema says', 'en').mend;
const isKnown = (reason: string): boolean => explained(reason, 'de').reason !== reason && explained(reason, 'en').mend !== general;

describe('What the check says of a reason', () => {
  it('is known of every sentence of the schemas, in German and how to mend it', () => {
    assert.ok(sentences.length > 20, String(sentences.length));
    assert.deepEqual(sentences.filter((sentence) => !isKnown(sentence)), []);
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

  it('is the reason itself, with a general hint, where nothing is known of it', () => {
    assert.deepEqual(explained('Something else', 'de').reason, 'Something else');
    assert.match(explained('Something else', 'de').mend, /endpoint\.schema\.json/);
  });
});
