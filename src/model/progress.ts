/**
 * What a visitor ticked and answered: opaque ids and flags, no titles, no times. Each item carries how often it was
 * changed, so that two tabs merge item by item and the later change wins without a clock.
 */

/** `true` ticked, `null` taken back, else an answer: an option id, several, or a day. */
export type ItemValue = true | null | string | readonly string[];
type Item = readonly [changes: number, value: ItemValue];

export interface Progress {
  readonly v: 1;
  readonly items: Readonly<Record<string, Item>>;
}

export const NO_PROGRESS: Progress = { v: 1, items: {} };

const MAX_ITEMS = 5_000;
const SHORT = /^[\w.:/-]{1,260}$/;

/** Keys of items. Documents are shared by all journeys of a site, the rest belongs to one. */
export const itemKey = {
  step: (journey: string, step: string): string => `step/${journey}/${step}`,
  skip: (journey: string, step: string): string => `skip/${journey}/${step}`,
  answer: (journey: string, question: string): string => `answer/${journey}/${question}`,
  document: (document: string): string => `document/${document}`,
  journey: 'journey',
} as const;

export const valueOf = (progress: Progress, key: string): ItemValue => (Object.hasOwn(progress.items, key) ? progress.items[key]![1] : null);

/** The next change to an item. */
export function withItem(progress: Progress, key: string, value: ItemValue): Progress {
  const changes = (Object.hasOwn(progress.items, key) ? progress.items[key]![0] : 0) + 1;
  return { v: 1, items: { ...progress.items, [key]: [changes, value] } };
}

/** Commutative, associative and idempotent: whichever tab merges first, all end with the same. */
export function merge(one: Progress, other: Progress): Progress {
  const items = new Map(Object.entries(one.items));
  for (const [key, item] of Object.entries(other.items)) {
    const known = items.get(key);
    if (!known || isLater(item, known)) items.set(key, item);
  }
  return { v: 1, items: Object.fromEntries(items) };
}

/** Equal counts mean two tabs changed at once: something beats nothing, then the text order decides, the same in every tab. */
function isLater([changes, value]: Item, [knownChanges, known]: Item): boolean {
  if (changes !== knownChanges) return changes > knownChanges;
  if ((value === null) !== (known === null)) return known === null;
  return JSON.stringify(value) > JSON.stringify(known);
}

const isText = (value: unknown): value is string => typeof value === 'string' && SHORT.test(value);

const isValue = (value: unknown): value is ItemValue =>
  value === true || value === null || isText(value) || (Array.isArray(value) && value.length <= 100 && value.every(isText));

const isItem = (item: unknown): item is Item =>
  Array.isArray(item) && item.length === 2 && Number.isSafeInteger(item[0] + 1) && item[0] > 0 && isValue(item[1]);

/**
 * Reads stored text, whatever it is by now: corrupt, foreign, of a later version. Items of a known shape are kept.
 * @returns `damaged` where something had to be left behind
 */
export function salvage(stored: string | null): { progress: Progress; damaged: boolean } {
  if (stored === null) return { progress: NO_PROGRESS, damaged: false };
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored);
  } catch {
    return { progress: NO_PROGRESS, damaged: true };
  }
  const { v, items } = (parsed ?? {}) as Partial<Record<keyof Progress, unknown>>;
  const entries = typeof items === 'object' && items !== null ? Object.entries(items) : [];
  const good = entries.filter((entry): entry is [string, Item] => isText(entry[0]) && isItem(entry[1])).slice(0, MAX_ITEMS);
  return { progress: { v: 1, items: Object.fromEntries(good) }, damaged: v !== 1 || typeof items !== 'object' || good.length < entries.length };
}
