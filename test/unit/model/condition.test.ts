import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { condition, holds, questionsIn, type Answers, type Condition } from '../../../src/model/condition.ts';
import { check } from '../../../src/model/door.ts';

const yes: Condition = { question: 'yes', is: 'y' };
const no: Condition = { question: 'no', is: 'y' };
const open: Condition = { question: 'open', is: 'y' };
const given: Answers = { yes: 'y', no: 'n' };
const truth = (rule: Condition) => holds(rule, given);

const questions = ['a', 'b', 'c'];
const options = ['x', 'y', 'z'];
const question = fc.constantFrom(...questions);
const option = fc.constantFrom(...options);
const plain = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<T>(model, { noNullPrototype: true });
const { rule } = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    plain({ question, is: option }),
    plain({ question, in: fc.array(option, { maxLength: 3 }) }),
    plain({ question, answered: fc.boolean() }),
    plain({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    plain({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    plain({ not: tie('rule') }),
  ),
}));
const answer = fc.oneof(option, fc.uniqueArray(option, { minLength: 1 }));
const answers: fc.Arbitrary<Answers> = fc.dictionary(question, answer).map((given) => ({ ...given }));

describe('A condition over answers', () => {
  it('is true, false, or not decided yet', () => {
    assert.deepEqual([yes, no, open].map(truth), [true, false, undefined]);
    assert.deepEqual([{ not: yes }, { not: no }, { not: open }].map(truth), [false, true, undefined]);
  });

  it('all: one false decides, one open keeps it open', () => {
    const table: [Condition[], boolean | undefined][] = [
      [[yes, yes], true], [[yes, no], false], [[no, no], false], [[yes, open], undefined], [[open, open], undefined], [[no, open], false], [[open, no], false], [[], true],
    ];
    for (const [parts, expected] of table) assert.equal(truth({ all: parts }), expected, JSON.stringify(parts));
  });

  it('any: one true decides, one open keeps it open', () => {
    const table: [Condition[], boolean | undefined][] = [
      [[yes, yes], true], [[yes, no], true], [[no, no], false], [[yes, open], true], [[open, yes], true], [[open, open], undefined], [[no, open], undefined], [[], false],
    ];
    for (const [parts, expected] of table) assert.equal(truth({ any: parts }), expected, JSON.stringify(parts));
  });

  it('knows whether a question is answered at all', () => {
    assert.deepEqual([true, false].map((answered) => truth({ question: 'open', answered })), [false, true]);
    assert.deepEqual([true, false].map((answered) => truth({ question: 'no', answered })), [true, false]);
  });

  it('with several answers asks whether one of them fits', () => {
    const several = (rule: Condition) => holds(rule, { goals: ['work', 'study'] });
    assert.deepEqual([{ question: 'goals', is: 'work' }, { question: 'goals', is: 'stay' }, { question: 'goals', in: ['stay', 'study'] }, { question: 'goals', in: [] }].map(several), [true, false, true, false]);
  });

  it('never hides a step because of a question that is not answered', () => {
    fc.assert(fc.property(question, fc.array(option), answers, (asked, wanted, given) => {
      const unanswered = { ...given, [asked]: undefined };
      for (const rule of [{ question: asked, is: 'x' }, { question: asked, in: wanted }] as Condition[]) {
        assert.equal(holds(rule, unanswered), undefined);
        assert.equal(holds({ not: rule }, unanswered), undefined);
      }
    }));
  });

  it('does not take what every object has for an answer', () => {
    for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__']) {
      assert.equal(holds({ question: name, is: 'x' }, {}), undefined, name);
      assert.equal(holds({ question: name, answered: true }, {}), false, name);
    }
  });

  it('obeys De Morgan, with open questions too', () => {
    fc.assert(fc.property(fc.array(rule, { maxLength: 4 }), answers, (parts, given) => {
      const negated = parts.map((part): Condition => ({ not: part }));
      assert.equal(holds({ not: { all: parts } }, given), holds({ any: negated }, given));
      assert.equal(holds({ not: { any: parts } }, given), holds({ all: negated }, given));
      assert.equal(holds({ not: { not: { all: parts } } }, given), holds({ all: parts }, given));
    }));
  });

  it('once decided by what people answered, stays decided when they answer more', () => {
    const noAnswered = rule.filter((rule) => !JSON.stringify(rule).includes('"answered"'));
    fc.assert(fc.property(noAnswered, answers, answers, (rule, given, more) => {
      const before = holds(rule, given);
      if (before !== undefined) assert.equal(holds(rule, { ...more, ...given }), before);
    }));
  });

  it('depends on the questions it names, and on no other', () => {
    fc.assert(fc.property(rule, answers, answers, (rule, given, other) => {
      const named = questionsIn(rule);
      const same = Object.fromEntries(questions.map((id) => [id, named.includes(id) ? given[id] : other[id]]));
      assert.equal(holds(rule, same), holds(rule, given));
    }));
  });

  it('names each question once, in order', () => {
    assert.deepEqual(questionsIn({ any: [open, { not: { all: [yes, open] } }, no] }), ['open', 'yes', 'no']);
    assert.deepEqual(questionsIn({ all: [] }), []);
  });
});

describe('A condition at the door', () => {
  it('keeps whatever condition is written right', () => {
    fc.assert(fc.property(rule, (rule) => assert.deepEqual(check(condition, rule), { value: rule, problems: [] })));
  });

  it('is refused as a whole where a part of it is wrong, because half a condition means something else', () => {
    const wrong = [{}, null, 'x', { question: 'a' }, { question: 'a', is: 5 }, { question: 'a b', is: 'x' }, { question: 'a', in: 'x' }, { question: 'a', in: ['x', 5] }, { all: {} }, { not: [] }, { all: [yes, { is: 'x' }] }, { any: [{ not: { not: {} } }] }];
    for (const input of wrong) {
      const { value, problems } = check(condition, input);
      assert.equal(value, undefined, JSON.stringify(input));
      assert.match(problems[0]!.reason, /Expected a condition such as/);
    }
  });
});
