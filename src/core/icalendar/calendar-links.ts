/** Links with which a visitor takes one date into a calendar on the web, or a whole feed. Nothing is requested before they are pressed. */
import type { Occurrence } from '../../model/occurrences.ts';
import { DAY, dayOf } from '../../model/wall-time.ts';
import { instantTime } from './ical-time.ts';
import { plainDescription, plainLocation, type LinkLabels, type Words } from './event-words.ts';

/** Octets of an address as it is sent, where a letter may take six and more. Servers refuse long ones. */
const [WORDS, DESCRIPTION] = [600, 3_000];

/** Spaces as `%20`, because not every server takes `+` for one; half a character as what stands for it. */
const encoded = (words: string): string => encodeURIComponent(words.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));

const query = (parameters: Readonly<Record<string, string>>): string => Object.entries(parameters).filter(([, value]) => value).map(([name, value]) => `${name}=${encoded(value)}`).join('&');

function shortened(words: string, limit: number): string {
  let octets = 0;
  let end = 0;
  for (const character of words) {
    octets += encoded(character).length;
    if (octets > limit) return `${words.slice(0, end)}…`;
    end += character.length;
  }
  return words;
}

/** Both services want an end: a date without one ends when it begins, a day at the next midnight. */
function daysOf({ start, end }: Occurrence): [string, string] {
  return [dayOf(start), dayOf(end > start ? end : start + DAY)];
}

const instant = (at: number): string => new Date(at).toISOString().replace('.000', '');

export function googleLink(occurrence: Occurrence, text: Words, labels?: LinkLabels): string {
  const { event, at, until, allDay, zone } = occurrence;
  const dates = allDay ? daysOf(occurrence).join('/').replaceAll('-', '') : `${instantTime(at)}/${instantTime(until)}`;
  return `https://calendar.google.com/calendar/render?${query({
    action: 'TEMPLATE', text: shortened(text(event.title), WORDS), dates, ctz: allDay ? '' : zone,
    details: shortened(plainDescription(event, text, labels), DESCRIPTION), location: shortened(plainLocation(event, text), WORDS),
  })}`;
}

/** Of private accounts (outlook.com, hotmail, live), which visitors have; those of employers open the file instead. */
export function outlookLink(occurrence: Occurrence, text: Words, labels?: LinkLabels): string {
  const { event, at, until, allDay } = occurrence;
  const [startdt, enddt] = allDay ? daysOf(occurrence) : [instant(at), instant(until)];
  return `https://outlook.live.com/calendar/0/deeplink/compose?${query({
    path: '/calendar/action/compose', rru: 'addevent', subject: shortened(text(event.title), WORDS), startdt, enddt, allday: allDay ? 'true' : '',
    body: shortened(plainDescription(event, text, labels), DESCRIPTION), location: shortened(plainLocation(event, text), WORDS),
  })}`;
}

/** Opens the visitor's calendar program, which then reads the feed again and again. */
export const webcalLink = (feedUrl: string): string => feedUrl.replace(/^https?:/i, 'webcal:');
