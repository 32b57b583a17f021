import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Journey, Step } from '../../../src/model/journey.ts';
import { mendJourney } from '../../../src/model/mend-journey.ts';

type Draft = Partial<Step> & { id: string };
const draft = (steps: Draft[], rest: Partial<Journey> = {}): Journey => ({ id: 'worker', title: 'Worker', phases: [{ id: 'p', title: 'P', steps: steps.map((step) => ({ title: step.id, ...step })) }], ...rest }) as Journey;
const stepsOf = ({ phases }: Journey): Step[] => phases.flatMap(({ steps }) => steps);
const edges = (journey: Journey): string[] => stepsOf(journey).flatMap(({ id, requires = [] }) => requires.map((other) => `${id}->${other}`));

const mend = (steps: Draft[], rest?: Partial<Journey>, actors: string[] = []) => {
  const { journey, problems } = mendJourney(draft(steps, rest), new Set(actors));
  return { steps: stepsOf(journey), edges: edges(journey), problems, reasons: problems.map(({ reason }) => reason) };
};

/** Kahn: takes away what needs nothing, until nothing is left; in a circle something stays. */
function isAcyclic(graph: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Map(graph);
  for (let free: string[]; (free = [...left].filter(([, needs]) => needs.every((id) => !left.has(id))).map(([id]) => id)).length;) for (const id of free) left.delete(id);
  return left.size === 0;
}

/** Steps that lie on a circle: reachable from one of their own needs. */
function onCircle(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const reached = new Set([to]);
  for (const id of reached) for (const next of graph.get(id) ?? []) reached.add(next);
  return reached.has(from);
}

describe('A journey whose references are right', () => {
  it('stays as it is', () => {
    const journey = draft([
      { id: 'a', actors: ['office'], documents: ['passport'] },
      { id: 'b', requires: ['a'], when: { question: 'origin', is: 'eu' }, deadline: { from: 'moved', weeks: 2 } as Step['deadline'] },
    ], { questions: [{ id: 'origin', type: 'single', label: 'x' }, { id: 'moved', type: 'date', label: 'x' }] as Journey['questions'], documents: [{ id: 'passport', name: 'x' }] as Journey['documents'] });
    const { journey: mended, problems } = mendJourney(journey, new Set(['office']));
    const written = (steps: Step[]) => steps.map((step) => JSON.stringify({ ...step, requires: step.requires ?? [] }));
    assert.deepEqual(written(stepsOf(mended)), written(stepsOf(journey)));
    assert.deepEqual([mended.id, mended.questions, mended.documents], [journey.id, journey.questions, journey.documents]);
    assert.deepEqual(problems, []);
  });
});

describe('A journey with references to nothing', () => {
  it('shows the first of two steps of one id, also across phases', () => {
    const journey = draft([{ id: 'a', title: 'first' }, { id: 'a', title: 'second' }, { id: 'b' }]);
    journey.phases.push({ id: 'q', title: 'Q', steps: [{ id: 'b', title: 'again' }, { id: 'c', title: 'c' }] as Step[] } as Journey['phases'][number]);
    const mended = mendJourney(journey, new Set());
    assert.deepEqual(mended.journey.phases.map(({ steps }) => steps.map(({ title }) => title)), [['first', 'b'], ['c']]);
    assert.deepEqual(mended.problems.map(({ reason }) => reason), ['Duplicate id "a"; the first one is shown', 'Duplicate id "b"; the first one is shown']);
  });

  it('leaves out steps, actors and documents that nobody knows, and keeps the others', () => {
    const { steps, problems } = mend([{ id: 'a', requires: ['nobody', 'b'], actors: ['office', 'gone'], documents: ['lost', 'passport'] }, { id: 'b' }], { documents: [{ id: 'passport', name: 'x' }] as Journey['documents'] }, ['office']);
    assert.deepEqual([steps[0]?.requires, steps[0]?.actors, steps[0]?.documents], [['b'], ['office'], ['passport']]);
    assert.deepEqual(problems.map(({ path }) => path), Array(3).fill('journeys: worker, step a'));
    for (const [index, name] of ['nobody', 'gone', 'lost'].entries()) assert.match(problems[index]!.reason, new RegExp(`"${name}"`));
  });

  it('names questions that nobody asks', () => {
    const { reasons } = mend([{ id: 'a', when: { all: [{ question: 'x', is: 'y' }, { question: 'z', answered: true }] }, deadline: { from: 'moved', weeks: 2 } as Step['deadline'] }]);
    assert.equal(reasons.length, 2);
    assert.match(reasons[0]!, /"when" asks about no question: "x", "z"/);
    assert.match(reasons[1]!, /"deadline" counts from no .*question: "moved"/);
  });

  it('names a deadline that counts from a question which asks for no date', () => {
    const { reasons } = mend([{ id: 'a', deadline: { from: 'origin', weeks: 2 } as Step['deadline'] }], { questions: [{ id: 'origin', type: 'single', label: 'x' }] as Journey['questions'] });
    assert.equal(reasons.length, 1);
    assert.match(reasons[0]!, /"deadline".*"origin"/);
  });
});

describe('A journey whose steps wait for each other', () => {
  it('opens a circle of one, two and three at one place', () => {
    assert.deepEqual(mend([{ id: 'a', requires: ['a'] }]).edges, []);
    for (const ids of [['a', 'b'], ['a', 'b', 'c']]) {
      const circle = ids.map((id, index) => ({ id, requires: [ids[(index + 1) % ids.length]!] }));
      const { edges, reasons } = mend(circle);
      assert.equal(edges.length, ids.length - 1);
      assert.equal(reasons.length, 1);
      assert.match(reasons[0]!, /runs in a circle/);
    }
  });

  it('opens circles that share a step, and keeps what leads into them', () => {
    const { edges } = mend([{ id: 'a', requires: ['b'] }, { id: 'b', requires: ['c'] }, { id: 'c', requires: ['a', 'd'] }, { id: 'd', requires: ['c'] }, { id: 'e', requires: ['a', 'd'] }]);
    for (const kept of ['e->a', 'e->d']) assert.ok(edges.includes(kept));
    assert.equal(edges.length, 5);
  });

  it('whatever they require: no circle is left, and nothing is taken out that lay on none', () => {
    const id = fc.constantFrom(...'abcdefgh');
    fc.assert(fc.property(fc.uniqueArray(fc.record({ id, requires: fc.uniqueArray(id) }), { selector: (step) => step.id }), (steps) => {
      const known = new Set(steps.map((step) => step.id));
      const before = new Map(steps.map((step) => [step.id, step.requires.filter((other) => known.has(other))]));
      const { steps: mended, problems } = mend(steps);
      const after = new Map(mended.map((step) => [step.id, step.requires ?? []]));
      assert.ok(isAcyclic(after));
      for (const [from, needs] of before) {
        assert.deepEqual(after.get(from), needs.filter((to) => after.get(from)!.includes(to)), 'a part, in order');
        for (const to of needs) if (!onCircle(before, from, to)) assert.ok(after.get(from)!.includes(to), `${from} needs ${to}`);
      }
      const given = steps.reduce((sum, step) => sum + step.requires.length, 0);
      assert.equal(given - [...after.values()].flat().length, problems.length, 'each loss is named');
    }), { numRuns: 500 });
  });

  it('mends a chain of 20,000 steps, and 200 steps that all wait for all before', () => {
    const chain = mend(Array.from({ length: 20_000 }, (_, index) => ({ id: `s${index}`, requires: [`s${index + 1}`] })));
    assert.equal(chain.edges.length, 19_999);
    const dense = mend(Array.from({ length: 200 }, (_, index) => ({ id: `s${index}`, requires: Array.from({ length: index }, (_, before) => `s${before}`) })));
    assert.equal(dense.edges.length, (200 * 199) / 2);
  });
});
