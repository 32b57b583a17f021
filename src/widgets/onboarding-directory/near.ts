/** What is near, and who is responsible where. Places are looked up in the data alone: nothing that is typed or measured leaves the device. */
import type { Actor, Geo } from '../../model/actor.ts';
import { fold } from '../../core/search/fold.ts';

const EARTH_RADIUS = 6_371_008.8;

/** Metres along the earth's surface. */
export function distance(a: Geo, b: Geo): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const sine = (angle: number): number => Math.sin(angle / 2) ** 2;
  const half = sine(radians(b.latitude - a.latitude))
    + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * sine(radians(b.longitude - a.longitude));
  // Rounding can lift opposite points just above 1.
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, half)));
}

/** Postcodes in what someone typed; from three digits on, because fewer say nothing about a district. */
const codesIn = (typed = ''): string[] => fold(typed).match(/\d{3,}/g) ?? [];

const lettersIn = (raw: string, between: string): string => fold(raw.replace(/[^\p{L}\p{M}]+/gu, between)).trim();
const townIn = (typed = ''): string => lettersIn(typed, ' ');

/** By whole words: "Neustadt" begins "Neustadt an der Orla", but "Berg" does not begin "Bergheim". */
const begins = (longer: string, shorter: string): boolean => `${longer} `.startsWith(`${shorter} `);

/**
 * Where a typed postcode or town is, as the middle of the places in the data that are there. A postcode without any is taken
 * for its neighbours', down to the first three digits; a town may be typed in part, from three letters on.
 */
export function placeOf(query: string, actors: readonly Actor[]): Geo | undefined {
  // Thousands of places are in few towns.
  const towns = new Map<string, string>();
  const known = actors.flatMap(({ address, geo }) => {
    if (!address || !geo) return [];
    const { postalCode = '', city = '' } = address;
    if (!towns.has(city)) towns.set(city, townIn(city));
    return [{ code: /\d{3,}/.exec(postalCode)?.[0] ?? '', town: towns.get(city)!, geo }];
  });
  const middle = (fits: (place: (typeof known)[number]) => boolean): Geo | undefined => {
    const found = known.filter(fits);
    const mean = (key: keyof Geo): number => found.reduce((sum, { geo }) => sum + geo[key], 0) / found.length;
    return found.length ? { latitude: mean('latitude'), longitude: mean('longitude') } : undefined;
  };
  const ofCode = (begun: string): Geo | undefined => middle(({ code }) => code.startsWith(begun));
  const ofTown = (typed: string): Geo | undefined => {
    const names = [...towns.values()].filter(Boolean);
    const name = names.find((town) => town === typed) ?? (typed.length < 3 ? undefined : names.find((town) => town.startsWith(typed))) ?? names.find((town) => begins(typed, town));
    return name && middle(({ town }) => town === name) || undefined;
  };

  const [code = ''] = codesIn(query);
  const town = townIn(query);
  let place = (code && ofCode(code)) || (town && ofTown(town)) || undefined;
  for (let length = code.length - 1; length >= 3 && !place; length--) place = ofCode(code.slice(0, length));
  return place;
}

export interface Home {
  /** Postcode, town, or both. */
  place?: string;
  surname?: string;
}

/**
 * Whether an office is responsible for who lives there and is called so. To hide the right office is worse than to show one too
 * many, so only what is known excludes: a missing part of the area does not restrict, a postcode is held against postcodes and a
 * town against municipalities, and an area that lists only the other kind stays. An unknown town leaves those without a list of towns.
 */
export function inArea({ postalCodes = [], municipalities = [], surnames = [] }: NonNullable<Actor['area']> = {}, { place, surname = '' }: Home): boolean {
  const codes = postalCodes.length ? codesIn(place) : [];
  const town = municipalities.length ? townIn(place) : '';
  const answers: boolean[] = [];
  if (codes.length) answers.push(postalCodes.some((area) => codes.some((code) => coversCode(area, code))));
  if (town) answers.push(municipalities.map(townIn).some((name) => name && (begins(name, town) || begins(town, name))));
  return (!answers.length || answers.includes(true)) && (!surnames.length || ofLetters(surnames, lettersIn(surname, '')));
}

/** `"123*"` covers all that begin so; half a typed postcode may still become any that it begins. */
function coversCode(area: string, code: string): boolean {
  const stem = area.replace(/\D+/g, '');
  return code === stem || (area.includes('*') && code.startsWith(stem)) || (code.length < 5 && stem.startsWith(code));
}

/** `"A-K"`, `"St-Z"`, `"X"`, over as many letters as both have. A name in another script has no place in the ABC, and is not turned away. */
function ofLetters(ranges: readonly string[], name: string): boolean {
  const compare = (bound: string): number => {
    const length = Math.min(bound.length, name.length);
    return name.slice(0, length) < bound.slice(0, length) ? -1 : Number(name.slice(0, length) > bound.slice(0, length));
  };
  return !/^[a-z]/.test(name) || ranges.some((range) => {
    const [first = '', last = first] = range.split(/[-\u2010-\u2015]/).map((bound) => lettersIn(bound, ''));
    return compare(first) >= 0 && compare(last) <= 0;
  });
}

/** Why the device says not where it is. */
export class PositionError extends Error {
  constructor(readonly reason: 'denied' | 'unavailable' | 'timeout') {
    super(`The device gives no position: ${reason}`);
  }
}

const REASONS = new Map([[1, 'denied'], [3, 'timeout']] as const);

/**
 * Where the device is, roughly; one that is not older than five minutes will do. Asks the visitor, so only after a press. Waits
 * ten seconds from their answer on, but without end for the answer itself.
 * @throws {PositionError}
 */
export function device(): Promise<Geo> {
  return new Promise((resolve, reject) => {
    // Pages that are not secure have none.
    if (!navigator.geolocation) return reject(new PositionError('unavailable'));
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      ({ code }) => reject(new PositionError(REASONS.get(code as 1) ?? 'unavailable')),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}
