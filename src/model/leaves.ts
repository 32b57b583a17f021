/**
 * The schemas that hold no others, and pipes of them: valibot's names, types and shapes, so that its tools read them (JSON Schema).
 * Valibot's own write a sentence for every fault before anybody asks, which costs each page 1 KB and each record time.
 */
import type * as v from 'valibot';

export type { ArraySchema, BaseIssue, CheckAction, Config, GenericSchema, InferOutput, ObjectEntries, ObjectSchema, OptionalSchema, UnknownSchema } from 'valibot';

interface Dataset { typed: boolean; value: unknown; issues?: { message: string; path?: { key: unknown }[]; survived?: true }[] | undefined }
type Run = (dataset: Dataset, config: unknown) => Dataset;
interface Item { kind: string; '~run': Run }

const item = (kind: string, type: string, own: object, run: Run): never => ({ kind, type, async: false, ...own, '~run': run }) as never;

function refuse(dataset: Dataset, message: string): Dataset {
  (dataset.issues ??= []).push({ message });
  return dataset;
}

const leaf = (type: string, own: object, is: (value: unknown) => boolean, expected = type): never => item('schema', type, own, (dataset) => {
  dataset.typed = is(dataset.value);
  return dataset.typed ? dataset : refuse(dataset, `Invalid type: Expected ${expected} but received ${typeof dataset.value}`);
});

// @__NO_SIDE_EFFECTS__
const primitive = (type: string) => () => leaf(type, {}, (value) => typeof value === type && value === value);

export const string: () => v.StringSchema<undefined> = /* @__PURE__ */ primitive('string');
export const number: () => v.NumberSchema<undefined> = /* @__PURE__ */ primitive('number');
export const boolean: () => v.BooleanSchema<undefined> = /* @__PURE__ */ primitive('boolean');

// @__NO_SIDE_EFFECTS__
export const literal = <const T extends v.Literal>(literal: T): v.LiteralSchema<T, undefined> => leaf('literal', { literal }, (value) => value === literal, String(literal));

/** For schemas that hold themselves. */
// @__NO_SIDE_EFFECTS__
export const lazy = <S extends v.GenericSchema>(getter: () => S): v.LazySchema<S> => item('schema', 'lazy', { getter }, (dataset, config) => (getter() as unknown as Item)['~run'](dataset, config));

/** All or nothing, where `list` of the door leaves out what is bad. */
// @__NO_SIDE_EFFECTS__
export const array = <S extends v.GenericSchema>(schema: S): v.ArraySchema<S, undefined> => item('schema', 'array', { item: schema }, (dataset, config) => {
  const { value } = dataset;
  if (!Array.isArray(value)) return refuse(dataset, `Invalid type: Expected Array but received ${typeof value}`);
  dataset.typed = true;
  dataset.value = value.map((entry: unknown, key) => {
    const result = (schema as unknown as Item)['~run']({ typed: false, value: entry }, config);
    for (const issue of result.issues ?? []) (dataset.issues ??= []).push({ ...issue, path: [{ key }, ...(issue.path ?? [])] });
    return result.value;
  });
  return dataset;
});

const validation = (type: string, requirement: unknown, message: string, holds: (value: never) => boolean): never => item('validation', type, { requirement, message }, (dataset) =>
  (dataset.typed && !holds(dataset.value as never) ? refuse(dataset, message) : dataset));

// @__NO_SIDE_EFFECTS__
export const regex = (pattern: RegExp, message: string): v.RegexAction<string, string> => validation('regex', pattern, message, (value: string) => pattern.test(value));

// @__NO_SIDE_EFFECTS__
export const check = <T>(holds: (value: T) => boolean, message: string): v.CheckAction<T, string> => validation('check', holds, message, holds);

// @__NO_SIDE_EFFECTS__
export const transform = <I, O>(operation: (value: I) => O): v.TransformAction<I, O> => item('transformation', 'transform', { operation }, (dataset) => {
  dataset.value = operation(dataset.value as I);
  return dataset;
});

/** A schema and what is asked of its value, in order; nothing is made of a value with a fault. */
export const pipe = ((...pipe: [object, ...Item[]]) => ({
  ...pipe[0], pipe,
  '~run': (dataset: Dataset, config: unknown): Dataset => {
    for (const step of pipe as Item[]) {
      if (dataset.issues && step.kind !== 'validation') break;
      dataset = step['~run'](dataset, config);
    }
    return dataset;
  },
})) as unknown as typeof v.pipe;
