/**
 * From wall time to instants and back. Intl is the only source: it is asked which offset holds, every few days, and between two
 * answers that differ the moment of the change is closed in on. That happens once for a zone and year; after it a look-up is a few comparisons.
 */
import { DAY, SECOND, readEventTime, type WallTime } from './wall-time.ts';

/** Offsets of one zone around one year: `offsets[i]` holds from the instant `since[i]` on. */
interface Table { since: number[]; offsets: number[] }

/** Wall times from the first up to, not including, the second. */
export type Gap = readonly [from: WallTime, to: WallTime];

/** About a year (398 days). A power of two divides fast, and no year has to be worked out. */
const YEAR = 2 ** 35;
/** What a wall can be ahead or behind, also on a day that a zone skips as a whole. */
const MARGIN = 2 * DAY;
/** Where a zone came back to an offset soonest, that took a week less an hour (Brazil in October 2000). */
const SAMPLE = 6 * DAY;
/** Before, every place had its own mean time. */
export const FIRST_CHANGE = Date.UTC(1800, 0);
const LAST = Date.UTC(9999, 11, 30);

const zones = new Map<string, { format: Intl.DateTimeFormat; tables: Map<number, Table> }>();

function zoneOf(name: string) {
  let zone = zones.get(name);
  if (!zone) {
    // Swedish dates are written as ISO 8601 is.
    const format = new Intl.DateTimeFormat('sv', { timeZone: name, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' });
    zones.set(name, zone = { format, tables: new Map<number, Table>() });
  }
  return zone;
}

function makeTable(format: Intl.DateTimeFormat, from: number, to: number): Table {
  const offsetAt = (instant: number): number => {
    const known = Math.min(Math.max(instant, FIRST_CHANGE), LAST);
    return readEventTime(format.format(known).replace(' ', 'T'))!.wall - known;
  };
  let offset = offsetAt(from);
  const table: Table = { since: [-Infinity], offsets: [offset] };
  if (to < FIRST_CHANGE) return table;
  for (let before = from; before < to; before += SAMPLE) {
    const sampled = offsetAt(before + SAMPLE);
    if (sampled === offset) continue;
    let [low, high] = [before, before + SAMPLE];
    while (high - low > SECOND) {
      const middle = Math.floor((low + high) / 2 / SECOND) * SECOND;
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    table.since.push(high);
    // Where the days between hold two changes, the offset after the first one is not yet that of the next sample.
    table.offsets.push(offset = offsetAt(high));
    before = high - SAMPLE;
  }
  return table;
}

// Most questions are about the year and the zone of the one before.
let lastName: string | undefined;
let lastYear: number;
let lastTable: Table;

function tableOf(time: number, name: string): Table {
  const year = Math.floor(time / YEAR);
  if (name === lastName && year === lastYear) return lastTable;
  const { format, tables } = zoneOf(name);
  let table = tables.get(year);
  if (!table) tables.set(year, table = makeTable(format, Math.floor((year * YEAR - MARGIN) / SECOND) * SECOND, (year + 1) * YEAR + MARGIN));
  lastName = name;
  lastYear = year;
  return lastTable = table;
}

/** The first stretch of one offset that does not end before this wall time. */
function stretchOf(wall: WallTime, { since, offsets }: Table): number {
  let index = 0;
  while (index + 1 < since.length && wall >= since[index + 1]! + offsets[index]!) index += 1;
  return index;
}

/** First instant that shows this wall time in the zone (autumn overlap: the first; spring gap: moved forward by the length of the gap, RFC 5545 3.3.5). Epoch ms. */
export function instantOf(wall: WallTime, zone: string): number {
  const table = tableOf(wall, zone);
  const index = stretchOf(wall, table);
  // Before the stretch begins means: in the gap, which is told with the offset before it.
  return wall - (wall < table.since[index]! + table.offsets[index]! ? table.offsets[index - 1]! : table.offsets[index]!);
}

/** Whether the spring gap skips this wall time. */
export function isSkipped(wall: WallTime, zone: string): boolean {
  const table = tableOf(wall, zone);
  const index = stretchOf(wall, table);
  return wall < table.since[index]! + table.offsets[index]!;
}

function stretchAt(instant: number, { since }: Table): number {
  let index = since.length - 1;
  while (instant < since[index]!) index -= 1;
  return index;
}

export function wallOf(instant: number, zone: string): WallTime {
  const table = tableOf(instant, zone);
  return instant + table.offsets[stretchAt(instant, table)]!;
}

/** The latest wall time whose instant is not after this one: in the second pass of an autumn overlap the end of the overlap, as all of it has been. */
export function latestWallAt(instant: number, zone: string): WallTime {
  const table = tableOf(instant, zone);
  const index = stretchAt(instant, table);
  const wall = instant + table.offsets[index]!;
  return index ? Math.max(wall, table.since[index]! + table.offsets[index - 1]! - 1) : wall;
}

/** The spring gaps that overlap a span of wall time (`to` exclusive), ascending. */
export function gapsBetween(from: WallTime, to: WallTime, zone: string): Gap[] {
  const gaps: Gap[] = [];
  for (let year = Math.floor((from - MARGIN) / YEAR); year * YEAR < to; year += 1) {
    const { since, offsets } = tableOf(year * YEAR, zone);
    for (let index = 1; index < since.length; index += 1) {
      const begin = since[index]! + offsets[index - 1]!;
      const end = since[index]! + offsets[index]!;
      // Tables overlap at their ends; a gap belongs to the one in whose year it begins.
      if (begin < end && Math.floor(begin / YEAR) === year && begin < to && end > from) gaps.push([begin, end]);
    }
  }
  return gaps;
}
