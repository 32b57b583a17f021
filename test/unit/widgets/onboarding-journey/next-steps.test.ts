import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../../src/model/day-arithmetic.ts';
import type { DeadlineRule } from '../../../../src/model/deadline.ts';
import { nextSteps } from '../../../../src/widgets/onboarding-journey/journey-state.ts';
import type { StepView } from '../../../../src/widgets/onboarding-journey/plan.ts';
import { TODAY, day, draft, ids, look, type Draft } from './journey-drafts.ts';

/** A deadline so many days from today. */
const due = (days: number): { deadline: DeadlineRule } => ({ deadline: { from: 'today', days: days + 1_000 } as DeadlineRule });
const answers = { today: addDays(TODAY, -1_000) };
const view = (steps: Draft[], visit = {}) => look(draft([steps], { questions: [day('today')] }), { answers, ...visit });
const next = (steps: Draft[], visit = {}): string[] => ids(view(steps, visit).next);

describe('What next', () => {
  it('names the first three open steps where nothing presses', () => {
    assert.deepEqual(next([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], { done: ['b'] }), ['a', 'c', 'd']);
    assert.deepEqual(next([{ id: 'a' }, { id: 'b' }], { done: ['a', 'b'] }), []);
  });

  it('puts overdue before due soon, the earlier day first, and then the order of the journey', () => {
    assert.deepEqual(next([{ id: 'open' }, { id: 'later', ...due(15) }, { id: 'soon', ...due(3) }]), ['soon', 'open', 'later']);
    assert.deepEqual(next([{ id: 'open' }, { id: 'soon', ...due(14) }, { id: 'overdue', ...due(-1) }, { id: 'long-overdue', ...due(-30) }]), ['long-overdue', 'overdue', 'soon']);
    assert.deepEqual(next([{ id: 'first', ...due(5) }, { id: 'second', ...due(5) }, { id: 'today', ...due(0) }]), ['today', 'first', 'second']);
  });

  it('does not let a far deadline or one without a date push forward', () => {
    assert.deepEqual(next([{ id: 'a', ...due(400) }, { id: 'b', ...due(20) }, { id: 'c', deadline: { from: 'unknown', days: 1 } as DeadlineRule }]), ['a', 'b', 'c']);
  });

  it('never names a step that has to wait, nor one that is done, skipped or does not apply', () => {
    const steps = [{ id: 'done', ...due(-9) }, { id: 'skipped', ...due(-9) }, { id: 'waits', requires: ['open'], ...due(-9) }, { id: 'open' }];
    assert.deepEqual(next(steps, { done: ['done'], skipped: ['skipped'] }), ['open']);
  });

  it('names the step to begin with, where one that is due waits for it, directly or through others', () => {
    const steps = [{ id: 'a' }, { id: 'b' }, { id: 'c', requires: ['d'], ...due(2) }, { id: 'd', requires: ['e'] }, { id: 'e' }, { id: 'f', ...due(5) }];
    assert.deepEqual(next(steps), ['e', 'f', 'a']);
    assert.deepEqual(next(steps, { done: ['e'] }), ['d', 'f', 'a']);
  });

  it('says whose deadline it is', () => {
    const { next } = view([{ id: 'own', ...due(2) }, { id: 'first' }, { id: 'second', requires: ['first'], ...due(3) }, { id: 'far', ...due(90) }]);
    const lent = next.map(({ step, deadline }) => [step.id, deadline?.date, deadline && 'lentBy' in deadline ? deadline.lentBy?.id : undefined]);
    assert.deepEqual(lent, [['own', addDays(TODAY, 2), undefined], ['first', addDays(TODAY, 3), 'second'], ['far', addDays(TODAY, 90), undefined]]);
  });

  it('lends the earliest of several deadlines', () => {
    const steps = [{ id: 'a', ...due(4) }, { id: 'b' }, { id: 'late', requires: ['b'], ...due(9) }, { id: 'early', requires: ['b'], ...due(1) }];
    assert.deepEqual(next(steps), ['b', 'a']);
  });

  it('lends nothing from a step that is done', () => {
    assert.deepEqual(next([{ id: 'a' }, { id: 'b' }, { id: 'c', requires: ['b'], ...due(-5) }], { done: ['c'] }), ['a', 'b']);
  });

  it('is empty, not endless, where all steps wait for each other', () => {
    assert.deepEqual(next([{ id: 'a', requires: ['b'], ...due(1) }, { id: 'b', requires: ['c'] }, { id: 'c', requires: ['a', 'c'], ...due(-1) }]), []);
  });

  it('agrees with asking every step for every other one that waits for it', () => {
    const id = fc.constantFrom(...'abcdefgh');
    const steps = fc.uniqueArray(fc.record({ id, requires: fc.uniqueArray(id, { maxLength: 3 }), days: fc.option(fc.integer({ min: -20, max: 20 })) }), { selector: (step) => step.id });
    fc.assert(fc.property(steps, fc.uniqueArray(id), (steps, done) => {
      const { phases, next } = view(steps.map(({ id, requires, days }) => ({ id, requires, ...(days !== null && due(days)) })), { done });
      const views = phases[0]!.steps;
      const waitsFor = (from: StepView, to: string): boolean => {
        const reached = new Set([from.step.id]);
        for (const id of reached) for (const blocker of views.find(({ step }) => step.id === id)!.blockedBy) reached.add(blocker.id);
        return reached.has(to);
      };
      const pressing = ({ step }: StepView): string => views
        .filter((other) => !other.done && other.deadline?.date && other.deadline.urgency !== 'later' && waitsFor(other, step.id))
        .map(({ deadline }) => deadline!.date!).sort()[0] ?? '9999';
      const open = views.filter(({ done, blockedBy }) => !done && !blockedBy.length);
      const expected = open.map((view, index) => ({ view, key: `${pressing(view)} ${index}` })).sort((one, other) => (one.key < other.key ? -1 : 1)).slice(0, 3);
      assert.deepEqual(ids(next), expected.map(({ view }) => view.step.id));
    }), { numRuns: 500 });
  });

  it('walks a chain of 20,000 steps', () => {
    const chain = Array.from({ length: 20_000 }, (_, index): StepView => ({
      step: { id: `s${index}`, title: 'x' } as StepView['step'], done: false, blockedBy: index < 19_999 ? [{ id: `s${index + 1}`, title: 'x' } as StepView['step']] : [],
      ...(index === 0 && { deadline: { rule: { from: 'q' } as DeadlineRule, date: TODAY, urgency: 'soon' as const } }),
    }));
    assert.deepEqual(ids(nextSteps(chain)), ['s19999']);
  });
});
