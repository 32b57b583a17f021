/** When an event of The Events Calendar takes place. */
import { check } from '../../model/door.ts';
import { timeZone } from '../../model/time-zone.ts';
import { DAY, MINUTE, readEventTime, writeEventTime, type WallTime } from '../../model/wall-time.ts';
import { instantOf } from '../../model/zone-offsets.ts';
import type { WireEvent } from './wire.ts';

/** Fields of an event of the model. */
export interface Times { start: string; end?: string | undefined; timeZone?: string | undefined }

/** Where the wall of an event hangs: in a zone, or ahead of UTC by so many milliseconds. */
type Wall = { zone: string } | { offset: number };

const OFFSET = /^UTC(?:([+-])(\d{1,2}(?:\.\d{1,2})?)(?::(\d\d))?)?$/i;

/** Whether clocks of the zone show that offset in winter or in summer. */
const hasOffset = (zone: string, offset: number, wall: WallTime): boolean => [0, 182 * DAY].some((later) => wall + later - instantOf(wall + later, zone) === offset);

/**
 * A fixed offset that the site's own clocks have at some time of the year is that of a WordPress set by hand: its page shows
 * the wall as it was typed, summer and winter, and so does this.
 */
function wallOf(name: string, wall: WallTime, site: string, report: (reason: string) => void): Wall {
  const [fixed, sign, hours = '0', minutes = '0'] = OFFSET.exec(name) ?? [];
  if (!fixed) {
    const zone = name ? check(timeZone, name).value : site;
    if (!zone) report(`The time zone ${JSON.stringify(name.slice(0, 40))} is not known; its times are read as ${site}`);
    return { zone: zone ?? site };
  }
  const offset = Number(`${sign ?? ''}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  if (!hasOffset(site, offset, wall)) return { offset };
  report(`${fixed} knows no summer time; its times are read as ${site}`);
  return { zone: site };
}

const read = (text: string | undefined): WallTime | undefined => readEventTime((text ?? '').trim().replace(' ', 'T'))?.wall;

const tell = (time: WallTime, wall: Wall): string => ('zone' in wall ? writeEventTime(time, false) : `${writeEventTime(time - wall.offset, false)}Z`);

/**
 * @param site zone of the site that shows the event
 * @param report takes what is mended, by field
 * @returns undefined where there is no start
 */
export function timesOf(event: WireEvent, site: string, report: (field: string, reason: string) => void): Times | undefined {
  const start = read(event.start_date);
  if (start === undefined) return undefined;
  const given = read(event.end_date) ?? start;
  if (given < start) report('end_date', 'The end is before the start; it is left out');
  const end = Math.max(given, start);
  if (event.all_day) {
    // Where a site's day begins at 6:00, an event of one day ends at 5:59:59.
    const first = Math.floor(start / DAY) * DAY;
    const last = Math.floor((end - (start - first)) / DAY) * DAY;
    return { start: writeEventTime(first, true), end: writeEventTime(last + DAY, true) };
  }
  const wall = wallOf(event.timezone?.trim() ?? '', start, site, (reason) => report('timezone', reason));
  const zone = 'zone' in wall && wall.zone !== site ? wall.zone : undefined;
  return { start: tell(start, wall), end: end > start ? tell(end, wall) : undefined, timeZone: zone };
}
