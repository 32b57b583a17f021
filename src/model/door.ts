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
const survive = (issues: Issue[]): Issue[] => issues.map((issue) => ({ ...issue, survived: true }));

/** An optional field: where it is wrong, the record lives on without it. */
// @__NO_SIDE_EFFECTS__
export function maybe<S extends v.GenericSchema>(wrapped: S): v.OptionalSchema<S, undefined> {
  const schema = v.optional(wrapped);
  return {
    ...schema,
    '~run'(dataset, config) {
      const result = schema['~run'](dataset, config) as Dataset;
      if (!fatal(result.issues)) return result as never;
      return { typed: true, value: undefined, issues: survive(result.issues as Issue[]) } as never;
    },
  };
}

/** A list: bad items are left out, the others keep their order. Longer than `limit` is cut, and said. */
// @__NO_SIDE_EFFECTS__
export function list<S extends v.GenericSchema>(item: S, limit = 20_000): v.ArraySchema<S, undefined> {
  const schema = v.array(item);
  return {
    ...schema,
    '~run'(dataset, config) {
      const input = dataset.value;
      if (!Array.isArray(input)) return schema['~run'](dataset, config);
      const issues: Issue[] = [];
      const kept: unknown[] = [];
      input.slice(0, limit).forEach((value: unknown, key) => {
        const result = item['~run']({ value }, config) as Dataset;
        const at = { type: 'array', origin: 'value', input, key, value } as const;
        const found = ((result.issues ?? []) as Issue[]).map((issue) => ({ ...issue, path: [at, ...(issue.path ?? [])] }) as Issue);
        const dropped = fatal(found);
        issues.push(...(dropped ? survive(found) : found));
        if (!dropped) kept.push(result.value);
      });
      if (input.length > limit) issues.push(cut(input, limit));
      return { typed: true, value: kept, issues: issues.length ? issues : undefined } as never;
    },
  };
}

function cut(input: unknown[], limit: number): Issue {
  const message = `Only the first ${limit} of ${input.length} records are shown`;
  return { kind: 'schema', type: 'array', input, expected: null, received: String(input.length), message, survived: true };
}

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
export function address(kind: UrlKind = 'link'): v.StringSchema<undefined> {
  const schema = v.string();
  return {
    ...schema,
    '~run'(dataset, config: DoorConfig) {
      const result = schema['~run'](dataset, config);
      if (!result.typed) return result;
      const href = safeUrl(result.value, config.base ?? 'https://invalid.invalid/', kind);
      if (href !== undefined) return { typed: true, value: href };
      const allowed = PROTOCOLS[kind].join(' ');
      const issue: Issue = {
        kind: 'schema', type: 'string', input: result.value, expected: allowed, received: result.value.slice(0, 80),
        message: `Address refused: expected ${allowed} but received "${result.value.slice(0, 80)}"`,
      };
      return { typed: false, value: result.value, issues: [issue] } as never;
    },
  };
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
