import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../../src/model/day-arithmetic.ts';
import type { Condition } from '../../../../src/model/condition.ts';
import type { DeadlineRule } from '../../../../src/model/deadline.ts';
import type { Journey } from '../../../../src/model/journey.ts';
import type { HolidaySite } from '../../../../src/model/public-holidays.ts';
import type { DatedDeadline } from '../../../../src/widgets/onboarding-journey/plan.ts';
import { TODAY, day, draft, ids, look, multiple, shown, single } from './journey-drafts.ts';

const when = (question: string, is: string): Condition => ({ question, is });

describe('The steps of a journey', () => {
  const journey = draft([[{ id: 'visa', when: when('origin', 'x') }, { id: 'register' }], [{ id: 'bank', when: { not: when('origin', 'x') } }]], { questions: [single('origin')] });

  it('are all there while nothing is answered', () => {
    const view = look(journey);
    assert.deepEqual([shown(view), view.hidden, view.done, view.total, view.answered], [['visa', 'register', 'bank'], [], 0, 3, 0]);
  });

  it('are those that apply, in their phases; the others are kept apart with the reason', () => {
    const view = look(journey, { answers: { origin: 'y' }, done: ['register', 'visa'] });
    assert.deepEqual(view.phases.map(({ steps }) => ids(steps)), [['register'], ['bank']]);
    assert.deepEqual(view.hidden.map(({ step, because }) => [step.id, because]), [['visa', 'answers']]);
    assert.deepEqual([view.done, view.total, view.phases.map(({ done }) => done), view.answered], [1, 2, [1, 0], 1]);
  });

  it('are moved away by the visitor’s own hand, also where the answers agree', () => {
    const view = look(journey, { answers: { origin: 'y' }, skipped: ['register', 'visa'] });
    assert.deepEqual(view.hidden.map(({ step, because }) => [step.id, because]), [['visa', 'visitor'], ['register', 'visitor']]);
    assert.deepEqual(shown(view), ['bank']);
  });

  it('are chosen by one of several answers, and by whether there is one', () => {
    const journey = draft([[{ id: 'school', when: when('family', 'x') }, { id: 'late', when: { question: 'moved', answered: true } }]], { questions: [multiple('family'), day('moved')] });
    assert.deepEqual(shown(look(journey, { answers: { family: ['y', 'x'] } })), ['school']);
    assert.deepEqual(shown(look(journey, { answers: { family: ['y'], moved: TODAY } })), ['late']);
  });

  it('wait for steps that apply and are not done, and for no others', () => {
    const journey = draft([[{ id: 'a' }, { id: 'b', when: when('origin', 'x') }, { id: 'c' }, { id: 'd' }], [{ id: 'e', requires: ['a', 'b', 'c', 'd', 'unknown'] }]], { questions: [single('origin')] });
    const view = look(journey, { answers: { origin: 'y' }, done: ['a'], skipped: ['c'] });
    assert.deepEqual(view.phases[1]!.steps[0]!.blockedBy.map(({ id }) => id), ['d']);
    assert.deepEqual(look(journey, { done: ['a', 'b', 'c', 'd'] }).phases[1]!.steps[0]!.blockedBy, []);
  });

  it('are waited for once, however often they are named', () => {
    const view = look(draft([[{ id: 'a' }, { id: 'b', requires: ['a', 'a'] }]]));
    assert.equal(view.phases[0]!.steps[1]!.blockedBy.length, 1);
  });
});

describe('The questions of a journey', () => {
  const chain = draft([[{ id: 'permit', when: when('third', 'x') }]], { questions: [single('first'), single('second', { when: when('first', 'x') }), single('third', { when: when('second', 'x') })] });
  const asked = (answers: Record<string, string>) => look(chain, { answers }).questions.map(({ id }) => id);

  it('are asked unless an answer makes them pointless', () => {
    assert.deepEqual(asked({}), ['first', 'second', 'third']);
    assert.deepEqual(asked({ first: 'y' }), ['first', 'third']);
    assert.deepEqual(asked({ first: 'x', second: 'x' }), ['first', 'second', 'third']);
  });

  it('are no longer decided by an answer to a question that is no longer asked', () => {
    const journey = draft([[{ id: 'permit', when: { not: when('second', 'x') } }, { id: 'visa', deadline: { from: 'entry', weeks: 1 } as DeadlineRule }]],
      { questions: [single('first'), single('second', { when: when('first', 'x') }), day('entry', { when: when('first', 'x') }), single('third', { when: { not: when('second', 'x') } })] });
    const answers = { first: 'y', second: 'x', entry: TODAY };
    const view = look(journey, { answers });
    assert.deepEqual(shown(view), ['permit', 'visa'], 'the step waits for no answer that cannot be changed any more');
    assert.equal(view.phases[0]!.steps[1]!.deadline?.date, undefined);
    assert.deepEqual(view.questions.map(({ id }) => id), ['first', 'third'], 'nor does a question');
    assert.equal(view.answered, 1);
    assert.deepEqual(look(journey, { answers: { ...answers, first: 'x' } }).hidden.map(({ step }) => step.id), ['permit'], 'the answer is back with its question');
  });

  it('do not decide by an answer that is no longer offered', () => {
    assert.deepEqual(shown(look(chain, { answers: { first: 'x', second: 'x', third: 'taken-out-last-week' } })), ['permit']);
  });
});

describe('Deadlines of steps', () => {
  const journey = draft([[{ id: 'a', deadline: { from: 'moved', weeks: 2 } as DeadlineRule }]], { questions: [day('moved')] });
  const deadline = (moved: string | undefined, visit = {}) => look(journey, { answers: { moved }, ...visit }).phases[0]!.steps[0]!.deadline as DatedDeadline;

  it('are unknown until the date is', () => assert.deepEqual(deadline(undefined), { rule: { from: 'moved', weeks: 2 } }));

  it('are overdue from the day after, soon up to 14 days ahead, later from the 15th', () => {
    const urgency = (dueIn: number) => deadline(addDays(TODAY, dueIn - 14)).urgency;
    assert.deepEqual([-400, -1, 0, 1, 13, 14, 15, 400].map(urgency), ['overdue', 'overdue', 'soon', 'soon', 'soon', 'soon', 'later', 'later']);
    assert.equal(deadline(TODAY).date, '2026-12-07');
  });

  it('are the same across both clock changes', () => {
    assert.deepEqual(deadline('2026-03-20', { today: '2026-03-20' }), { rule: { from: 'moved', weeks: 2 }, date: '2026-04-03', urgency: 'soon' });
    assert.equal(deadline('2026-10-20', { today: '2026-11-04' }).urgency, 'overdue');
    assert.equal(deadline('2026-10-20', { today: '2026-11-03' }).urgency, 'soon');
  });

  it('move over the holidays of the site where the law says so', () => {
    const moving = draft([[{ id: 'a', deadline: { from: 'moved', weeks: 2, nextWorkingDay: true } as DeadlineRule }]], { questions: [day('moved')] });
    const due = (moved: string, site?: HolidaySite) => (look(moving, { answers: { moved }, today: '2026-12-28', ...(site && { site }) }).phases[0]!.steps[0]!.deadline as DatedDeadline);
    const { date, urgency } = due('2026-12-11', { holidays: ['2026-12-25', '2026-12-26'] });
    assert.deepEqual([date, urgency], ['2026-12-28', 'soon']);
    assert.equal(due('2026-12-11').date, '2026-12-25', 'no holidays are known');
    assert.deepEqual(['DE-BY', 'DE-TH'].map((land) => due('2026-12-23', { land }).date), ['2027-01-07', '2027-01-06'], 'Epiphany, in Bavaria');
    assert.equal(due('2026-12-23', { land: 'DE-BY', holidays: ['2027-01-07'] }).date, '2027-01-08', 'the town’s own holiday counts beside those of its Land');
  });

  it('are unknown where the answer is no day: typed half, left over from another question, or far out', () => {
    for (const answer of ['eu', '', '2026-02-30', '0000-00-00', '12026-01-01', '2026-11', 'x'.repeat(100)]) assert.equal(deadline(answer).date, undefined, answer);
    const other = draft([[{ id: 'a', deadline: { from: 'origin', weeks: 2 } as DeadlineRule }]], { questions: [multiple('origin')] });
    for (const origin of ['x', ['x', 'y']]) assert.equal(look(other, { answers: { origin } }).phases[0]!.steps[0]!.deadline?.date, undefined);
  });
});

describe('The documents of a journey', () => {
  const journey = draft([[{ id: 'a', documents: ['passport', 'photo'] }, { id: 'b', documents: ['passport'] }], [{ id: 'c', documents: ['lease'], when: when('origin', 'x') }]],
    { questions: [single('origin')], documents: ['passport', 'photo', 'lease', 'unused'].map((id) => ({ id, name: id })) as Journey['documents'] });

  it('are listed once with the steps that need them, and ticked once for all', () => {
    const { documents } = look(journey, { documents: ['passport', 'unused'] });
    assert.deepEqual(documents.map(({ document, have, neededBy }) => [document.id, have, neededBy.map(({ id }) => id)]), [['passport', true, ['a', 'b']], ['photo', false, ['a']], ['lease', false, ['c']]]);
  });

  it('are told from each other without looking at every step for each', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `d${index}`);
    const journey = draft([ids.map((id) => ({ id, documents: [id] }))], { documents: ids.map((id) => ({ id, name: id })) as Journey['documents'] });
    assert.equal(look(journey).documents.length, 20_000);
  });

  it('are not asked for by steps that do not apply', () => {
    const { documents } = look(journey, { answers: { origin: 'y' }, skipped: ['a'] });
    assert.deepEqual(documents.map(({ document, neededBy }) => [document.id, neededBy.length]), [['passport', 1]]);
  });
});

describe('Any journey', () => {
  const id = fc.constantFrom(...'abcdefgh', 'constructor', 'toString', '__proto__');
  const question = fc.constantFrom('q1', 'q2', 'valueOf', 'constructor', 'nobody-asks');
  const rule: fc.Arbitrary<Condition> = fc.oneof(fc.record({ question, is: fc.constantFrom('x', 'y') }), fc.record({ question, answered: fc.boolean() }), question.map((question): Condition => ({ not: { question, is: 'x' } })));
  const step = fc.record({
    id, requires: fc.array(id, { maxLength: 4 }), when: fc.option(rule, { nil: undefined }), documents: fc.array(id, { maxLength: 2 }),
    deadline: fc.option(fc.record({ from: question, weeks: fc.nat(6), direction: fc.constantFrom('after', 'before') }), { nil: undefined }),
  });
  const steps = fc.uniqueArray(step, { selector: ({ id }) => id, maxLength: 11 });
  const questions = fc.subarray([single('q1'), day('q2'), single('valueOf', { when: when('q1', 'x') }), multiple('constructor', { when: when('nobody-asks', 'x') })]);
  const answers = fc.dictionary(question, fc.constantFrom('x', 'y', TODAY, '2026-10-01', ['x'], []));
  const some = fc.uniqueArray(id);

  it('shows every step exactly once: in its phase, or among those that do not apply; and never throws', () => {
    fc.assert(fc.property(steps, fc.nat(11), questions, answers, some, some, some, (steps, cut, questions, answers, done, skipped, documents) => {
      const journey = draft([steps.slice(0, cut), steps.slice(cut)] as never, { questions, documents: [...'abc'].map((id) => ({ id, name: id })) as Journey['documents'] });
      const view = look(journey, { answers: { ...answers }, done, skipped, documents });
      assert.deepEqual([...shown(view), ...ids(view.hidden)].sort(), steps.map(({ id }) => id).sort());
      assert.ok(view.done <= view.total);
      assert.deepEqual([view.total, view.done], [shown(view).length, shown(view).filter((id) => done.includes(id)).length]);
      assert.equal(view.phases.reduce((sum, phase) => sum + phase.done, 0), view.done);
      assert.ok(view.answered <= view.questions.length);
      for (const { step, blockedBy } of view.phases.flatMap((phase) => phase.steps)) {
        for (const blocker of blockedBy) assert.ok(step.requires!.includes(blocker.id) && shown(view).includes(blocker.id) && !done.includes(blocker.id));
      }
    }), { numRuns: 500 });
  });
});
