/** Where the parts of a journey stand. */
import type { Step } from '../../model/journey.ts';
import type { Found } from './finding.ts';

type Part = Readonly<Record<string, unknown>>;
interface Placed { part: Part; at: string }

/** The list under a key of unchecked data, each item with its path. */
function listIn({ part, at }: Placed, key: string): Placed[] {
  const items = part[key];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index) => (typeof item === 'object' && item !== null ? { part: item as Part, at: `${at}.${key}[${index}]` } : []));
}

/** In raw data, because what was left out of a checked record moves the places behind it. */
function placesOf(raw: unknown, kind: string): Placed[] {
  const root = { part: (raw ?? {}) as Part, at: '' };
  return kind === 'step' ? listIn(root, 'phases').flatMap((phase) => listIn(phase, 'steps')) : listIn(root, `${kind}s`);
}

/**
 * Path within a journey.
 * @param kind `step`, `phase`, `question` or `document`
 * @param last of several with this id, the last one
 */
export function placeIn({ raw }: Found, kind: string, id: string, last = false): string {
  const places = placesOf(raw, kind).filter(({ part }) => part['id'] === id);
  return (last ? places.at(-1) : places[0])?.at ?? '';
}

/** The steps of a journey that are shown, each with its path within it: of several with one id the first. */
export function stepsIn({ record, raw }: Found<'journeys'>): { step: Step; at: string }[] {
  const steps = new Map(record.phases.flatMap(({ steps }) => steps).reverse().map((step) => [step.id, step]));
  return placesOf(raw, 'step').flatMap(({ part, at }) => {
    const step = steps.get(part['id'] as string);
    return step && steps.delete(step.id) ? { step, at } : [];
  });
}
