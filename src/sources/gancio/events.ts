/** Events of Gancio as records of the model. */
import { safeUrl } from '../../model/door.ts';
import { DAY, FIRST_WALL, LAST_WALL } from '../../model/wall-time.ts';
import { wallOf } from '../../model/zone-offsets.ts';
import type { Options } from '../event-options.ts';
import { wordsIn, withBreaks } from '../markup.ts';
import { tellMoment } from '../moments.ts';
import type { Report } from '../report.ts';
import { filled, fold } from '../values.ts';
import type { WireEvent } from './wire.ts';

export interface Scope {
  options: Options;
  /** Zone of the site that shows the events. */
  zone: string;
  /** Address of the Gancio site, without a slash at the end. */
  base: string;
}

type Fields = Record<string, unknown>;

/** Names the event among those of all sites, as in the site's own calendar file. */
export const uidOf = ({ id }: WireEvent, { base }: Scope): string => `${id}@${new URL(base).hostname}`;

/** @returns undefined where a calendar has no such time */
function tell(seconds: number, zone: string): string | undefined {
  const instant = seconds * 1000;
  if (!(instant > FIRST_WALL + DAY && instant < LAST_WALL - DAY)) return undefined;
  return tellMoment(instant, wallOf(instant, zone), zone);
}

function endOf({ start_datetime: start, end_datetime: end }: WireEvent, zone: string, report: Report): string | undefined {
  if (!end || end === start) return undefined;
  const told = end > start ? tell(end, zone) : undefined;
  if (!told) report('end_datetime', 'The end is before the start or no time at all; it is left out');
  return told;
}

/** What a place is called when there is none. */
const isOnline = (name: string | undefined): boolean => name?.toLowerCase() === 'online';

function placeOf({ place }: WireEvent): Fields {
  const name = filled(place?.name);
  if (!place || isOnline(name)) return {};
  const { latitude, longitude } = place;
  const address = filled(place.address);
  // Where nothing was found on the map, both are null or zero.
  const geo = latitude && longitude ? { latitude, longitude } : undefined;
  return { place: name, address: address && address !== name ? { street: address } : undefined, geo };
}

const FILE = /^\w[\w.-]*$/;
const SLUG = /^[\w~-]+$/;

/** Uploads have a file name; what comes from another site of the fediverse has its address. */
function imageOf({ media, title }: WireEvent, base: string, report: Report): Fields | undefined {
  const [first] = media ?? [];
  if (!first) return undefined;
  const url = FILE.test(first.url) ? `${base}/media/${first.url}` : safeUrl(first.url, undefined, 'image');
  if (url) return { url, alt: filled(first.name) ?? title };
  report('media[0].url', `Address refused: ${JSON.stringify(first.url.slice(0, 80))}`);
  return undefined;
}

const isWeb = (address: string | undefined): boolean => /^https?:/.test(address ?? '');

/** @returns undefined where the reference does not want the event, or it has no time */
export function recordOf(event: WireEvent, id: string | undefined, { options, zone, base }: Scope, report: Report): Fields | undefined {
  const words = (event.tags ?? []).flatMap((tag) => filled(typeof tag === 'string' ? tag : tag.tag) ?? []);
  const categories = [...new Set(words.map((word) => options.categories.get(fold(word)) ?? word))];
  if (options.only && ![...words, ...categories].some((word) => options.only?.has(fold(word)))) return undefined;
  const start = tell(event.start_datetime, zone);
  if (!start) return void report('start_datetime', `No such time: ${event.start_datetime}; the event is left out`, true);

  const text = (words: string | undefined): unknown => (words && options.language ? { [options.language]: words } : words);
  const description = filled(wordsIn(event.description ?? ''));
  const conference = event.online_locations?.map((address) => safeUrl(address, undefined, 'link')).find(isWeb);
  const { place, ...where } = placeOf(event);
  const fields: Fields = {
    id, uid: uidOf(event, { options, zone, base }), title: text(event.title), start, end: endOf(event, zone, report),
    description: text(description), html: description && text(withBreaks(event.description ?? '')),
    place: text(place as string | undefined), ...where,
    online: conference || isOnline(filled(event.place?.name)) ? true : undefined, conference,
    url: `${base}/event/${SLUG.test(event.slug ?? '') ? event.slug : event.id}`,
    image: imageOf(event, base, report),
    categories: categories.length ? categories : undefined,
  };
  return { ...options.defaults, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) };
}
