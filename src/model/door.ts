/**
 * The door every byte from an endpoint passes. Valibot says what is wrong; these few schemas add what it lacks: a bad
 * optional field costs that field, a bad record costs that record, and each loss is named with its path.
 */
import type * as v from 'valibot';

/** One thing left out, for the web team: where in the document, and why. */
export interface Problem {
  /** JSON path inside the document, e.g. `journeys[0].phases[1].steps[3].title`. */
  path: string;
  /** One English sentence. */
  reason: string;
  /** Address of the document, where it is not the endpoint itself. */
  source?: string;
}

/** `value` is undefined where nothing could be kept; `problems` names what was left out of it. */
export interface Checked<T> {
  value: T | undefined;
  problems: Problem[];
}

interface DoorConfig extends v.Config<v.BaseIssue<unknown>> {
  /** Address of the document, against which relative addresses are resolved. */
  base?: string;
}

/** Of valibot's issues the door reads the message and the keys. One that survived cost a part, not the whole. */
type Issue = Pick<v.BaseIssue<unknown>, 'message'> & { path?: readonly { key: unknown }[]; survived?: true };
interface Dataset { typed: boolean; value: unknown; issues?: Issue[] | undefined }

// One dataset a value, made in one piece and handed on: what is allocated here is allocated for every field of every record.
const run = (schema: v.GenericSchema, value: unknown, config: DoorConfig): Dataset =>
  schema['~run']({ typed: false, value, issues: undefined } as never, config) as unknown as Dataset;

const isFatal = ({ issues }: Dataset): boolean => issues !== undefined && issues.some(({ survived }) => !survived);

/** The issues stay in the dataset, so that the parents put their keys before the path, but no longer count as fatal. */
const survive = (issues: readonly Issue[] = []): Issue[] => issues.map((issue) => ({ ...issue, survived: true }));

/** @param issues undefined where there are none: valibot takes an empty list for a fault */
function kept(dataset: Dataset, value: unknown, issues?: Issue[]): Dataset {
  dataset.typed = true;
  dataset.value = value;
  dataset.issues = issues;
  return dataset;
}

function refused(dataset: Dataset, message: string): Dataset {
  dataset.issues = [{ message }];
  return dataset;
}

// What holds other schemas is ours, because there the fault of a part must not cost the whole. It is shaped like
// valibot's, so that types, pipes and JSON Schema work alike.
const schema = (type: string, own: object, read: (dataset: Dataset, config: DoorConfig) => Dataset): never =>
  ({ kind: 'schema', type, async: false, ...own, '~run': read }) as never;

/** An optional field; `null` means missing. Where it is wrong, the record lives on without it. */
// @__NO_SIDE_EFFECTS__
export function maybe<S extends v.GenericSchema>(wrapped: S): v.OptionalSchema<S, undefined> {
  return schema('optional', { wrapped }, (dataset, config) => {
    if (dataset.value === undefined || dataset.value === null) return kept(dataset, undefined);
    const result = wrapped['~run'](dataset as never, config) as unknown as Dataset;
    return isFatal(result) ? kept(result, undefined, survive(result.issues)) : result;
  });
}

/** Whatever stands there, or nothing; `null` stays `null`. */
export const anything: v.OptionalSchema<v.UnknownSchema, undefined> = /* @__PURE__ */ schema('optional', { wrapped: { kind: 'schema', type: 'unknown' } }, (dataset) => kept(dataset, dataset.value));

/**
 * Adds what was found under a key. One by one: a call takes no hundred thousand arguments, and a growing copy for each item is slow.
 * @param lost the part is left out, and what is around it lives on
 */
function collect(issues: Issue[] | undefined, key: string | number, found: readonly Issue[] | undefined, lost = false): Issue[] | undefined {
  for (const issue of found ?? []) (issues ??= []).push({ ...issue, path: [{ key }, ...(issue.path ?? [])], ...(lost && { survived: true }) });
  return issues;
}

/** An object with keys: neither a list nor null. */
export const isMap = (input: unknown): input is Record<string, unknown> => typeof input === 'object' && input !== null && !Array.isArray(input);

/** A record with known keys; others are kept out of the way. */
// @__NO_SIDE_EFFECTS__
export function shape<E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  const fields = Object.entries(entries);
  return schema('object', { entries }, (dataset, config) => {
    const input = dataset.value;
    if (!isMap(input)) return refused(dataset, 'Expected an object');
    const value: Record<string, unknown> = {};
    let issues: Issue[] | undefined;
    for (const [key, entry] of fields) {
      const given = input[key];
      // Most fields of most records are missing.
      if (given === undefined && entry.type === 'optional') continue;
      const result = run(entry, Object.hasOwn(input, key) ? given : undefined, config);
      issues = collect(issues, key, result.issues);
      if (result.value !== undefined) value[key] = result.value;
    }
    return kept(dataset, value, issues);
  });
}

/** Records read of one list. */
export const MAX_RECORDS = 20_000;

/** A list: bad items are left out, the others keep their order. Longer than the limit is cut, and said. */
// @__NO_SIDE_EFFECTS__
export function list<S extends v.GenericSchema>(item: S, limit = MAX_RECORDS): v.ArraySchema<S, undefined> {
  return schema('array', { item }, (dataset, config) => {
    const input = dataset.value;
    if (!Array.isArray(input)) return refused(dataset, 'Expected a list');
    const good: unknown[] = [];
    let issues = input.length > limit ? survive([{ message: `Only the first ${limit} of ${input.length} records are shown` }]) : undefined;
    for (let key = 0; key < input.length && key < limit; key++) {
      const result = run(item, input[key], config);
      const bad = isFatal(result);
      issues = collect(issues, key, result.issues, bad);
      if (!bad) good.push(result.value);
    }
    return kept(dataset, good, issues);
  });
}

/** Also a key that would reach for the prototype is only a key. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
  else target[key] = value;
}

/** A map: bad entries are left out. */
// @__NO_SIDE_EFFECTS__
export function mapOf<T>(key: v.GenericSchema<string, string>, value: v.GenericSchema<unknown, T>): v.GenericSchema<Record<string, T>, Record<string, T>> {
  return schema('record', { key, value }, (dataset, config) => {
    const input = dataset.value;
    if (!isMap(input)) return refused(dataset, 'Expected an object');
    const good: Record<string, unknown> = {};
    let issues: Issue[] | undefined;
    for (const name of Object.keys(input)) {
      const [checkedName, checked] = [run(key, name, config), run(value, input[name], config)];
      const bad = isFatal(checkedName) || isFatal(checked);
      issues = collect(collect(issues, name, checkedName.issues, bad), name, checked.issues, bad);
      if (!bad) setOwn(good, checkedName.value as string, checked.value);
    }
    return kept(dataset, good, issues);
  });
}

/** The first of several shapes that fits. */
// @__NO_SIDE_EFFECTS__
export function oneOf<T>(message: string, options: readonly v.GenericSchema<unknown, T>[]): v.GenericSchema<T, T> {
  return schema('union', { options }, (dataset, config) => {
    const { value } = dataset;
    for (const option of options) {
      // Told apart before it is tried, because valibot writes a sentence about every fault.
      if (option.type === 'string' && typeof value !== 'string') continue;
      const result = run(option, value, config);
      if (!isFatal(result)) return result;
    }
    return refused(dataset, message);
  });
}

export type UrlKind = 'link' | 'image' | 'data';

const PROTOCOLS: Record<UrlKind, readonly string[]> = {
  link: ['https:', 'http:', 'mailto:', 'tel:'],
  image: ['https:'],
  data: ['https:'],
};

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The only way an address from data reaches the page.
 * @param raw what the data says; may be relative to `base`
 * @param kind `link` allows http, https, mailto and tel; `image` and `data` https only. http on loopback is for trying out.
 * @returns the normalised address without user name and password, or undefined where it must not be used
 */
export function safeUrl(raw: string, base: string | undefined, kind: UrlKind): string | undefined {
  let url: URL;
  try {
    // An absolute address needs no base, which would be read anew each time.
    url = raw.startsWith('https://') ? new URL(raw) : new URL(raw, base);
  } catch {
    return undefined;
  }
  // A document from elsewhere must not send visitors' browsers to their own machines.
  const local = url.protocol === 'http:' && LOOPBACK.test(url.hostname) && (!base || LOOPBACK.test(new URL(base).hostname));
  if (!local && !PROTOCOLS[kind].includes(url.protocol)) return undefined;
  if (url.username || url.password) url.username = url.password = '';
  return url.href;
}

/** One of a few words. */
// @__NO_SIDE_EFFECTS__
export function choice<const T extends string>(options: readonly T[]): v.GenericSchema<T, T> {
  return schema('picklist', { options }, (dataset) =>
    (options.includes(dataset.value as T) ? kept(dataset, dataset.value) : refused(dataset, `Expected one of ${options.join(', ')}`)));
}

/** An address: resolved against the document it stands in, only the protocols its kind allows. */
// @__NO_SIDE_EFFECTS__
export function address(kind: UrlKind = 'link'): v.GenericSchema<string, string> {
  return schema('string', {}, (dataset, { base = 'https://invalid.invalid/' }) => {
    const { value } = dataset;
    const href = typeof value === 'string' ? safeUrl(value, base, kind) : undefined;
    if (href !== undefined) return kept(dataset, href);
    return refused(dataset, `Address refused: expected ${PROTOCOLS[kind].join(' ')} but received ${JSON.stringify(value)?.slice(0, 80)}`);
  });
}

/** `[a, 0, b]` as `a[0].b`. */
export function jsonPath(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => path + (typeof key === 'number' ? `[${key}]` : `${path && '.'}${String(key)}`), '');
}

/**
 * Checks `input` and keeps what is right of it.
 * @param base address of the document; relative addresses in it are resolved against it
 * @param at path of `input` inside its document, put before the path of each problem
 */
export function check<S extends v.GenericSchema>(schema: S, input: unknown, base?: string, at: readonly (string | number)[] = []): Checked<v.InferOutput<S>> {
  const result = run(schema, input, { base });
  return {
    value: isFatal(result) ? undefined : (result.value as v.InferOutput<S>),
    problems: (result.issues ?? []).map(({ message, path = [] }) => ({ path: jsonPath([...at, ...path.map(({ key }) => key)]), reason: message })),
  };
}
