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

type Issue = v.BaseIssue<unknown> & { survived?: true };
type Dataset = v.OutputDataset<unknown, v.BaseIssue<unknown>>;

const fatal = (issues: readonly Issue[] | undefined): boolean => issues?.some((issue) => !issue.survived) ?? false;

/** The issues stay in the dataset, so that the parents put their keys before the path, but no longer count as fatal. */
const survive = (issues: readonly Issue[]): Issue[] => issues.map((issue) => ({ ...issue, survived: true }));

// Shaped like valibot's own, so that types, JSON Schema and nesting work alike; only what happens to a fault differs.
const schema = (type: string, own: object, run: (input: unknown, config: DoorConfig) => Dataset): never =>
  ({ kind: 'schema', type, async: false, ...own, '~run': ({ value }: Dataset, config: DoorConfig) => run(value, config) }) as never;

const issue = (type: string, input: unknown, expected: string, message: string): Issue =>
  ({ kind: 'schema', type, input, expected, received: typeof input, message });

/** An optional field; `null` means missing. Where it is wrong, the record lives on without it. */
// @__NO_SIDE_EFFECTS__
export function maybe<S extends v.GenericSchema>(wrapped: S): v.OptionalSchema<S, undefined> {
  return schema('optional', { wrapped }, (value, config) => {
    if (value === undefined || value === null) return { typed: true, value: undefined };
    const result = wrapped['~run']({ value }, config) as Dataset;
    return fatal(result.issues) ? kept(undefined, survive(result.issues!)) : result;
  });
}

/** Whatever stands there, or nothing; `null` stays `null`. */
export const anything: v.OptionalSchema<v.UnknownSchema, undefined> = /* @__PURE__ */ schema('optional', { wrapped: { kind: 'schema', type: 'unknown' } }, (value) => ({ typed: true, value }));

/** A list: bad items are left out, the others keep their order. Longer than `limit` is cut, and said. */
// @__NO_SIDE_EFFECTS__
export function list<S extends v.GenericSchema>(item: S, limit = 20_000): v.ArraySchema<S, undefined> {
  return schema('array', { item }, (input, config) => {
    if (!Array.isArray(input)) return { typed: false, value: input, issues: [issue('array', input, 'Array', `Expected a list but received ${typeof input}`)] };
    const issues: Issue[] = [];
    const good = input.slice(0, limit).flatMap((value: unknown, key) => {
      const result = item['~run']({ value }, config) as Dataset;
      const at = { type: 'array', origin: 'value', input, key, value } as const;
      const found = (result.issues ?? []).map((entry) => ({ ...entry, path: [at, ...(entry.path ?? [])] }) as Issue);
      issues.push(...(fatal(found) ? survive(found) : found));
      return fatal(found) ? [] : [result.value];
    });
    if (input.length > limit) issues.push(...survive([issue('array', input, '', `Only the first ${limit} of ${input.length} records are shown`)]));
    return kept(good, issues);
  });
}

/** The first of several shapes that fits. */
// @__NO_SIDE_EFFECTS__
export function oneOf<T>(message: string, options: readonly v.GenericSchema<unknown, T>[]): v.GenericSchema<T, T> {
  return schema('union', { options }, (value, config) => {
    for (const option of options) {
      const result = option['~run']({ value }, config) as Dataset;
      if (!fatal(result.issues)) return result;
    }
    return { typed: false, value, issues: [issue('union', value, '', message)] };
  });
}

const kept = (value: unknown, issues: Issue[]): Dataset => ({ typed: true, value, ...(issues.length && { issues: issues as [Issue, ...Issue[]] }) });

export type UrlKind = 'link' | 'image' | 'data';

const PROTOCOLS: Record<UrlKind, readonly string[]> = {
  link: ['https:', 'http:', 'mailto:', 'tel:'],
  image: ['https:'],
  data: ['https:'],
};

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

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
  const local = url.protocol === 'http:' && LOOPBACK.test(url.hostname);
  if (!local && !PROTOCOLS[kind].includes(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** An address: resolved against the document it stands in, only the protocols its kind allows. */
// @__NO_SIDE_EFFECTS__
export function address(kind: UrlKind = 'link'): v.GenericSchema<string, string> {
  return schema('string', {}, (value, { base = 'https://invalid.invalid/' }) => {
    const href = typeof value === 'string' ? safeUrl(value, base, kind) : undefined;
    if (href !== undefined) return { typed: true, value: href };
    const expected = PROTOCOLS[kind].join(' ');
    return { typed: false, value, issues: [issue('string', value, expected, `Address refused: expected ${expected} but received ${JSON.stringify(value)?.slice(0, 80)}`)] };
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
  const result = schema['~run']({ value: input }, { base } as DoorConfig) as Dataset;
  const issues = (result.issues ?? []) as Issue[];
  return {
    value: fatal(issues) ? undefined : (result.value as v.InferOutput<S>),
    problems: issues.map((issue) => ({
      path: jsonPath([...at, ...(issue.path ?? []).map(({ key }) => key)]),
      reason: issue.message,
    })),
  };
}
