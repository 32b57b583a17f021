/** How an event recurs: as a rule (RFC 5545), or in words of which there is one reading only. */
import { addDays, weekday } from '../../model/day-arithmetic.ts';
import { parseRule } from '../../model/recurrence-rule.ts';
import { readDay } from './dates.ts';
import { DAYS, daysBetween, weekdayNamed } from './weekdays.ts';
import { plain } from './words.ts';

const FIXED: readonly (readonly [words: RegExp, rule: string])[] = [
  [/^(?:taeglich|jeden tag|daily|every day)$/, 'FREQ=DAILY'],
  [/^(?:woechentlich|jede woche|weekly|every week)$/, 'FREQ=WEEKLY'],
  [/^(?:14-?taegig|vierzehntaegig|zweiwoechentlich|alle (?:14 tage|2 wochen|zwei wochen)|every (?:2|two) weeks|fortnightly)$/, 'FREQ=WEEKLY;INTERVAL=2'],
  [/^(?:monatlich|jeden monat|monthly|every month)$/, 'FREQ=MONTHLY'],
  [/^(?:jaehrlich|jedes jahr|yearly|annually|every year)$/, 'FREQ=YEARLY'],
];

const ORDINALS: readonly (readonly [word: RegExp, ordinal: number])[] = [
  [/^(?:1|1st|erste[rn]?|first)$/, 1], [/^(?:2|2nd|zweite[rn]?|second)$/, 2], [/^(?:3|3rd|dritte[rn]?|third)$/, 3],
  [/^(?:4|4th|vierte[rn]?|fourth)$/, 4], [/^(?:letzte[rn]?|last)$/, -1],
];
const OF_THE_MONTH = /^(?:jede[rn]? |every |the )?(\p{L}+|\d(?:st|nd|rd|th)?)\.? (\p{L}+) (?:im monat|des monats|(?:of|in) (?:the|every|each) month)$/u;

const codeOf = (day: number): string => DAYS[day]!.toUpperCase();

/** "jeden Donnerstag", "montags und mittwochs", "Mo-Fr". */
function weekly(words: string): string | undefined {
  const days = words.replace(/^(?:jede[rn]?|immer|every|each|on) /, '').split(/ ?(?:[,&+]|\bund\b|\band\b) ?/).map((part) => {
    const [first, last = first, ...more] = part.split(/ ?(?:[\u2013-]|\bbis\b|\bto\b) ?/).map(weekdayNamed);
    return first === undefined || last === undefined || more.length ? undefined : daysBetween(first, last);
  });
  const known = days.flatMap((day) => day ?? []);
  return days.every(Boolean) ? `FREQ=WEEKLY;BYDAY=${[...new Set(known)].sort((a, b) => a - b).map(codeOf).join(',')}` : undefined;
}

function monthly(words: string): string | undefined {
  const [, word = '', name = ''] = OF_THE_MONTH.exec(words) ?? [];
  const ordinal = ORDINALS.find(([pattern]) => pattern.test(word))?.[1];
  const day = weekdayNamed(name);
  return ordinal === undefined || day === undefined ? undefined : `FREQ=MONTHLY;BYDAY=${ordinal}${codeOf(day)}`;
}

function inWords(words: string): string | undefined {
  return FIXED.find(([pattern]) => pattern.test(words))?.[1] ?? monthly(words) ?? weekly(words);
}

/** Whether a day is the second of its weekdays in the month, or the last one (-1). */
const isNumber = (ordinal: number, day: string): boolean =>
  (ordinal > 0 ? Math.ceil(Number(day.slice(8)) / 7) === ordinal : addDays(day, 7).slice(0, 7) !== day.slice(0, 7));

/** A series that does not begin on one of its own days is one of which the table says two different things. */
function beginsOn(rule: string, day: string): boolean {
  const { byDay } = parseRule(rule);
  return !byDay || byDay.some((by) => by.weekday === weekday(day) && (by.ordinal === undefined || isNumber(by.ordinal, day)));
}

export interface Recurrence { rule: string; inWords: boolean }

/**
 * @param start of the event, YYYY-MM-DD or with a time
 * @param until last day of the series where the words name none
 * @returns undefined for what cannot be read
 */
export function readRecurrence(raw: string, start: string, until: string | undefined): Recurrence | undefined {
  const given = raw.replace(/\s+/g, ' ').trim();
  if (/^(?:RRULE:)?[A-Z]+=/i.test(given)) {
    const rule = given.toUpperCase().replace(/^RRULE:|;$/g, '');
    try {
      parseRule(rule);
      return { rule, inWords: false };
    } catch {
      return undefined;
    }
  }
  const [words = '', end] = plain(given).split(/,? (?:bis(?: zum)?|until|till) (?=\d)/, 2);
  const rule = inWords(words);
  const last = end ? readDay(end) : until;
  if (!rule || (end && !last) || !beginsOn(rule, start.slice(0, 10))) return undefined;
  return { rule: last ? `${rule};UNTIL=${last.replace(/-/g, '')}${start.includes('T') ? 'T235959' : ''}` : rule, inWords: true };
}
