/** Schedules as opening hours. */
import { addDays, weekday } from '../../model/day-arithmetic.ts';
import { under, inLanguage, plain, type Scope } from './scope.ts';
import { DAYS, validityOf, weekPartOf, zoneOf, type Day, type WeekPart } from './schedules.ts';
import type { WireSchedule } from './wire.ts';

/** Days that are looked at for hours that begin or end: as many as an opening is looked for. */
const AHEAD = 31;

interface Slot { days: Day[]; opens: string; closes: string }
interface Exception { from: string; to?: string; opens?: string; closes?: string }

const holds = ({ from, to }: WeekPart, day: string): boolean => (!from || from <= day) && (!to || day <= to);

function slotsOf(parts: readonly WeekPart[]): Slot[] {
  const slots = new Map<string, Slot>();
  for (const { days, opens, closes } of parts) {
    const key = `${opens} ${closes}`;
    const known = slots.get(key)?.days ?? [];
    slots.set(key, { opens, closes, days: DAYS.filter((day) => known.includes(day) || days.includes(day)) });
  }
  return [...slots.values()];
}

/** What is different from the week of today on the days ahead, because hours end or others begin. */
function changesOf(parts: readonly WeekPart[], today: string): Exception[] {
  const changes: Exception[] = [];
  if (parts.every(({ from = '', to }) => from <= today && !to)) return changes;
  for (let ahead = 1; ahead <= AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const own = parts.filter(({ days }) => days.includes(DAYS[weekday(day)]!));
    const [usual, then] = [own.filter((part) => holds(part, today)), own.filter((part) => holds(part, day))];
    const before = changes.at(-1);
    const goesOn = before && !before.opens && addDays(before.to ?? before.from, 1) === day;
    if (!then.length && goesOn) before.to = day;
    else if (!then.length && usual.length) changes.push({ from: day });
    else if (then.some((part) => !usual.includes(part)) || then.length < usual.length) {
      changes.push(...then.map(({ opens, closes }) => ({ from: day, opens, closes })));
    }
  }
  return changes;
}

export interface Hours {
  openingHours?: unknown;
  /** What schedules say in words, where there are no hours to say it beside. */
  words: string[];
}

/**
 * Dates that are not the same every week are told in the words of their schedule.
 * @param at path of the schedules in the service
 */
export function readHours(schedules: readonly WireSchedule[], at: string, temporarilyClosed: boolean, scope: Scope): Hours {
  const { today, timeZone } = scope.context;
  const parts: WeekPart[] = [];
  const zones = new Set<string>();
  const words: string[] = [];
  schedules.forEach((schedule, index) => {
    const report = under(`${at}[${index}]`, scope.report);
    const validity = validityOf(schedule, today, report);
    const zone = zoneOf(schedule, report);
    if (!validity) return;
    const part = weekPartOf(schedule, validity, zone ?? timeZone, today, report);
    const soon = part && (!part.from || part.from <= addDays(today, AHEAD));
    // The description of a week says in words what its slots say.
    words.push(...[soon ? undefined : plain(schedule.description), plain(schedule.notes)].filter((line) => line !== undefined));
    if (!soon) return;
    parts.push(part);
    zones.add(zone ?? timeZone);
  });
  const [zone, ...others] = zones;
  if (others.length) scope.report(at, `Hours in more than one time zone: ${[...zones].join(', ')}; none are shown`, true);

  const shown = others.length ? [] : parts;
  const slots = slotsOf(shown.filter((part) => holds(part, today)));
  const exceptions = changesOf(shown, today);
  const note = [...new Set(words)];
  // Without a slot the hours would say that the door never opens.
  if (!slots.length && !exceptions.length) return { words: note, ...(temporarilyClosed && { openingHours: { slots, temporarilyClosed } }) };
  return {
    words: [],
    openingHours: {
      slots, exceptions: exceptions.length ? exceptions : undefined, temporarilyClosed: temporarilyClosed || undefined,
      timeZone: zone === timeZone ? undefined : zone,
      note: inLanguage(note.join(' – ') || undefined, scope),
    },
  };
}
