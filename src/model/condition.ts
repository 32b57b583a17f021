/** Conditions over answers: data, not code. Three-valued: what is not answered yet is unknown, and unknown never hides a step. */
import * as v from './leaves.ts';
import { oneOf, shape } from './door.ts';
import { id } from './text.ts';

/** An answer: an option id, several option ids, or a date (YYYY-MM-DD). */
export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer | undefined>>;

export type Condition =
  | { question: string; is: string }
  | { question: string; in: string[] }
  | { question: string; answered: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/**
 * `{"question": "origin", "is": "eu"}`, `{"question": "origin", "in": ["eu", "efta"]}`, `{"question": "visa-end", "answered": true}`,
 * `{"all": [...]}`, `{"any": [...]}`, `{"not": {...}}`. With a question that takes several answers, `is` and `in` ask whether one of them is among these.
 */
export const condition: v.GenericSchema<Condition, Condition> = oneOf<Condition>('Expected a condition such as {"question": "...", "is": "..."}', [
  shape({ question: id, is: id }),
  shape({ question: id, in: v.array(id) }),
  shape({ question: id, answered: v.boolean() }),
  shape({ all: v.array(v.lazy(() => condition)) }),
  shape({ any: v.array(v.lazy(() => condition)) }),
  shape({ not: v.lazy(() => condition) }),
]);

const given = (answer: Answer | undefined): readonly string[] | undefined => {
  if (answer === undefined) return undefined;
  return typeof answer === 'string' ? [answer] : answer;
};

/** @returns true, false, or undefined where the answers given so far do not decide it */
export function holds(rule: Condition, answers: Answers): boolean | undefined {
  if ('all' in rule) return every(rule.all.map((part) => holds(part, answers)));
  if ('any' in rule) return negate(every(rule.any.map((part) => negate(holds(part, answers)))));
  if ('not' in rule) return negate(holds(rule.not, answers));
  const values = given(Object.hasOwn(answers, rule.question) ? answers[rule.question] : undefined);
  if ('answered' in rule) return (values !== undefined) === rule.answered;
  if (values === undefined) return undefined;
  const wanted = 'is' in rule ? [rule.is] : rule.in;
  return values.some((value) => wanted.includes(value));
}

const negate = (truth: boolean | undefined): boolean | undefined => (truth === undefined ? undefined : !truth);

const every = (parts: readonly (boolean | undefined)[]): boolean | undefined => {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
};

/** Ids of the questions a condition asks about, each once, in order. */
export function questionsIn(rule: Condition): string[] {
  if ('question' in rule) return [rule.question];
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : [rule.not];
  return [...new Set(parts.flatMap(questionsIn))];
}
