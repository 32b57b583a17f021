/** Events of The Events Calendar as records of the model. */
import type { Options } from '../event-options.ts';
import { isMarkup, withBreaks, wordsIn } from '../markup.ts';
import { decodeEntities, opening, plainText } from '../plain-text.ts';
import type { Report } from '../report.ts';
import { absolute, filled, fold, telephone } from '../values.ts';
import { withoutOpening, wordsWithoutOpening } from '../without-opening.ts';
import { timesOf } from './times.ts';
import type { WireEvent, WireTerm } from './wire.ts';

export interface Scope {
  options: Options;
  /** Zone of the site that shows the events. */
  zone: string;
  /** Takes what all events of a site have in common. */
  report: Report;
}

type Fields = Record<string, unknown>;

/** Without the keys of what is missing; undefined where nothing is left. */
function given(fields: Fields): Fields | undefined {
  const found = Object.entries(fields).filter(([, value]) => value !== undefined);
  return found.length ? Object.fromEntries(found) : undefined;
}

const decoded = (raw: string | null | undefined): string | undefined => filled(decodeEntities(raw ?? ''));

function placeOf({ venue: [venue] = [] }: WireEvent): Fields {
  if (!venue) return {};
  const [latitude, longitude] = [venue.geo_lat, venue.geo_lng].map((degrees) => Number(degrees));
  return {
    place: decoded(venue.venue),
    address: given({ street: decoded(venue.address), postalCode: decoded(venue.zip), city: decoded(venue.city), country: decoded(venue.country) }),
    // Where nothing was found on the map, both are missing or zero.
    geo: latitude && longitude ? { latitude, longitude } : undefined,
  };
}

const organizerOf = ({ organizer: [first] = [] }: WireEvent): Fields | undefined =>
  first && given({ name: decoded(first.organizer), phone: telephone(decoded(first.phone)), email: decoded(first.email), url: absolute(decoded(first.website)) });

/** Not `0,50`, which begins so. */
const NOTHING = /^0+(?:[.,]0+)?$/;

function costOf({ cost, cost_details: [details] = [] }: WireEvent): { free?: true; cost?: string | undefined } {
  const values = details?.values ?? [];
  const free = values.length > 0 && values.every((value) => NOTHING.test(String(value)));
  return free ? { free } : { cost: decoded(cost) };
}

const namesOf = (terms: readonly WireTerm[] = []): string[] => terms.flatMap(({ name }) => decoded(name) ?? []);

/** Tags are many and say little: only those that the reference names count. */
function wordsOf({ categories, tags }: WireEvent, options: Options): { words: string[]; wanted: boolean } {
  const chosen = namesOf(tags).filter((tag) => options.categories.has(fold(tag)));
  const words = [...new Set([...namesOf(categories), ...chosen].map((word) => options.categories.get(fold(word)) ?? word))];
  const all = [...words, ...namesOf(categories), ...namesOf(tags), ...(categories ?? []).flatMap(({ slug }) => slug ?? [])];
  return { words, wanted: !options.only || all.some((word) => options.only?.has(fold(word))) };
}

/** @returns undefined where the event is not meant for everybody, the reference does not want it, or it has no time */
export function recordOf(event: WireEvent, id: string | undefined, { options, zone, report: reportAll }: Scope, report: Report): Fields | undefined {
  const { words, wanted } = wordsOf(event, options);
  if (!wanted || event.hide_from_listings || (event.status ?? 'publish') !== 'publish') return undefined;
  const times = timesOf(event, zone, (field, reason) => (field === 'timezone' ? reportAll : report)(field, reason));
  if (!times) return void report('start_date', `No such time: ${event.start_date.slice(0, 40)}; the event is left out`, true);

  const text = (words: string | undefined): unknown => (words && options.language ? { [options.language]: words } : words);
  // A title of WordPress may have a word in italics, or a break in it.
  const title = isMarkup(event.title) ? wordsIn(event.title).replace(/\s+/g, ' ') : plainText(event.title);
  const summary = filled(opening(wordsIn(event.excerpt ?? '')));
  const description = wordsWithoutOpening(wordsIn(event.description ?? ''), summary);
  const { place, ...where } = placeOf(event);
  const { free, cost } = costOf(event);
  const url = absolute(event.url);
  const website = absolute(decoded(event.website));
  const image = absolute(event.image?.[0]?.url);
  return {
    ...options.defaults,
    ...given({
      id, title: text(title), ...times,
      summary: text(summary), description: text(description), html: description && text(withoutOpening(withBreaks(event.description ?? ''), summary)),
      place: text(place as string | undefined), ...where,
      organizer: organizerOf(event), url, free, cost: text(cost),
      links: website && website !== url && URL.canParse(website) ? [{ label: new URL(website).hostname || website, url: website }] : undefined,
      image: image && { url: image, alt: title },
      categories: words.length ? words : undefined,
      updated: /^\d{4}-\d\d-\d\d/.exec(event.modified ?? '')?.[0],
    }),
  };
}
