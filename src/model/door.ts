/**
 * The door every byte from an endpoint passes. Valibot says what is wrong; these few schemas add what it lacks: a bad
 * optional field costs that field, a bad record costs that record, and each loss is named with its path.
 */
import * as v from 'valibot';

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
interface Dataset { typed: boolean; value: unknown; issues?: Issue[] }

const run = (schema: v.GenericSchema, value: unknown, config: DoorConfig): Dataset => schema['~run']({ value }, config) as unknown as Dataset;

const isFatal = ({ issues }: Dataset): boolean => issues?.some(({ survived }) => !survived) ?? false;

/** The issues stay in the dataset, so that the parents put their keys before the path, but no longer count as fatal. */
const survive = (issues: readonly Issue[] = []): Issue[] => issues.map((issue) => ({ ...issue, survived: true }));

// Valibot takes an empty list of issues for a fault.
const kept = (value: unknown, issues: Issue[]): Dataset => (issues.length ? { typed: true, value, issues } : { typed: true, value });

const refused = (value: unknown, message: string): Dataset => ({ typed: false, value, issues: [{ message }] });

// What holds other schemas is ours, because there the fault of a part must not cost the whole. It is shaped like
// valibot's, so that types, pipes and JSON Schema work alike.
const schema = (type: string, own: object, read: (input: unknown, config: DoorConfig) => Dataset): never =>
  ({ kind: 'schema', type, async: false, ...own, '~run': ({ value }: Dataset, config: DoorConfig) => read(value, config) }) as never;

/** An optional field; `null` means missing. Where it is wrong, the record lives on without it. */
// @__NO_SIDE_EFFECTS__
export function maybe<S extends v.GenericSchema>(wrapped: S): v.OptionalSchema<S, undefined> {
  return schema('optional', { wrapped }, (value, config) => {
    if (value === undefined || value === null) return kept(undefined, []);
    const result = run(wrapped, value, config);
    return isFatal(result) ? kept(undefined, survive(result.issues)) : result;
  });
}

/** Whatever stands there, or nothing; `null` stays `null`. */
export const anything: v.OptionalSchema<v.UnknownSchema, undefined> = /* @__PURE__ */ schema('optional', { wrapped: { kind: 'schema', type: 'unknown' } }, (value) => kept(value, []));

/** One by one: a call takes no hundred thousand arguments, and a growing copy for each item is slow. */
const collect = (issues: Issue[], key: string | number, found: readonly Issue[] = []): void => {
  for (const issue of found) issues.push({ ...issue, path: [{ key }, ...(issue.path ?? [])] });
};

const isMap = (input: unknown): input is Record<string, unknown> => typeof input === 'object' && input !== null && !Array.isArray(input);

/** A record with known keys; others are kept out of the way. */
// @__NO_SIDE_EFFECTS__
export function shape<E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  return schema('object', { entries }, (input, config) => {
    if (!isMap(input)) return refused(input, 'Expected an object');
    const issues: Issue[] = [];
    const value: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(entries)) {
      const result = run(entry, Object.hasOwn(input, key) ? input[key] : undefined, config);
      collect(issues, key, result.issues);
      if (result.value !== undefined) value[key] = result.value;
    }
    return kept(value, issues);
  });
}

/** Records read of one list. */
export const MAX_RECORDS = 20_000;

/** A list: bad items are left out, the others keep their order. Longer than the limit is cut, and said. */
// @__NO_SIDE_EFFECTS__
export function list<S extends v.GenericSchema>(item: S, limit = MAX_RECORDS): v.ArraySchema<S, undefined> {
  return schema('array', { item }, (input, config) => {
    if (!Array.isArray(input)) return refused(input, 'Expected a list');
    const issues = input.length > limit ? survive([{ message: `Only the first ${limit} of ${input.length} records are shown` }]) : [];
    const good = input.slice(0, limit).flatMap((value: unknown, key) => {
      const result = run(item, value, config);
      const bad = isFatal(result);
      collect(issues, key, bad ? survive(result.issues) : result.issues);
      return bad ? [] : [result.value];
    });
    return kept(good, issues);
  });
}

/** A map: bad entries are left out. */
// @__NO_SIDE_EFFECTS__
export function mapOf<T>(key: v.GenericSchema<string, string>, value: v.GenericSchema<unknown, T>): v.GenericSchema<Record<string, T>, Record<string, T>> {
  return schema('record', { key, value }, (input, config) => {
    if (!isMap(input)) return refused(input, 'Expected an object');
    const issues: Issue[] = [];
    const good = Object.entries(input).flatMap(([name, entry]) => {
      const [checkedName, checked] = [run(key, name, config), run(value, entry, config)];
      const found = [...(checkedName.issues ?? []), ...(checked.issues ?? [])];
      const bad = isFatal({ ...checked, issues: found });
      collect(issues, name, bad ? survive(found) : found);
      return bad ? [] : [[checkedName.value as string, checked.value]];
    });
    return kept(Object.fromEntries(good), issues);
  });
}

/** The first of several shapes that fits. */
// @__NO_SIDE_EFFECTS__
export function oneOf<T>(message: string, options: readonly v.GenericSchema<unknown, T>[]): v.GenericSchema<T, T> {
  return schema('union', { options }, (value, config) =>
    options.map((option) => run(option, value, config)).find((result) => !isFatal(result)) ?? refused(value, message));
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
    url = new URL(raw, base);
  } catch {
    return undefined;
  }
  // A document from elsewhere must not send visitors' browsers to their own machines.
  const local = url.protocol === 'http:' && LOOPBACK.test(url.hostname) && (!base || LOOPBACK.test(new URL(base).hostname));
  if (!local && !PROTOCOLS[kind].includes(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** One of a few words. */
// @__NO_SIDE_EFFECTS__
export function choice<const T extends string>(options: readonly T[]): v.GenericSchema<T, T> {
  return schema('picklist', { options }, (value) => (options.includes(value as T) ? kept(value, []) : refused(value, `Expected one of ${options.join(', ')}`)));
}

/** An address: resolved against the document it stands in, only the protocols its kind allows. */
// @__NO_SIDE_EFFECTS__
export function address(kind: UrlKind = 'link'): v.GenericSchema<string, string> {
  return schema('string', {}, (value, { base = 'https://invalid.invalid/' }) => {
    const href = typeof value === 'string' ? safeUrl(value, base, kind) : undefined;
    return href === undefined ? refused(value, `Address refused: expected ${PROTOCOLS[kind].join(' ')} but received ${JSON.stringify(value)?.slice(0, 80)}`) : kept(href, []);
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
