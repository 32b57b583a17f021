/** The rule of a series as a sentence. What no sentence can say simply is "several dates"; the next dates say the rest. */
import type { Event } from '../model/event.ts';
import { singleOccurrence, type Occurrence } from '../model/occurrences.ts';
import { planOf, type Plan } from '../model/recurrence.ts';
import { parseRule } from '../model/recurrence-rule.ts';
import { DAY, writeEventTime, type WallTime } from '../model/wall-time.ts';
import { wallOf } from '../model/zone-offsets.ts';
import { formatDate, formatNumber } from './format.ts';
import { formatTime } from './format-hours.ts';
import { baseLanguage } from './i18n/languages.ts';
import { rulePattern } from './rule-pattern.ts';
import type { RuleWords } from './rule-words/rule-words.ts';

const LOADERS: ReadonlyMap<string, () => Promise<{ words: RuleWords }>> = new Map(Object.entries({
  en: () => import('./rule-words/en.ts'), de: () => import('./rule-words/de.ts'), ar: () => import('./rule-words/ar.ts'),
  uk: () => import('./rule-words/uk.ts'), tr: () => import('./rule-words/tr.ts'),
}));
const loaded = new Map<string, RuleWords>();

/** The first tag of the chain that there are words for, else English. */
const tagFor = (chain: readonly string[]): string => chain.find((tag) => LOADERS.has(baseLanguage(tag))) ?? 'en';

/** Fetches the words in which `formatRuleSentence` writes for this chain. */
export async function readRuleWords(chain: readonly string[]): Promise<void> {
  const language = baseLanguage(tagFor(chain));
  if (!loaded.has(language)) loaded.set(language, (await LOADERS.get(language)!()).words);
}

/**
 * "every second Thursday, 17:00 to 19:00, until December 18, 2026". Exceptions and additions are not told.
 * @param withTimes false where the times stand beside it
 * @returns an empty text before the words are fetched, and where the rule or a time cannot be read
 */
export function formatRuleSentence(event: Event, siteZone: string, chain: readonly string[], withTimes = true): string {
  const tag = tagFor(chain);
  const words = loaded.get(baseLanguage(tag));
  try {
    return words ? sentence(event, siteZone, words, [tag, baseLanguage(tag)], withTimes) : '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

function sentence(event: Event, siteZone: string, words: RuleWords, language: readonly string[], withTimes: boolean): string {
  const first = singleOccurrence(event, siteZone);
  if (!event.recurrence) return words.several;
  const rule = parseRule(event.recurrence);
  // One date is no series, and how often it would be says nothing true.
  if (rule.count === 1) return words.several;
  const plan = planOf({ start: event.start, timeZone: first.zone, recurrence: event.recurrence });
  const { wall, utc, allDay } = plan.start;
  const shown = utc && !allDay ? yearRound(wall, first.zone) : { sameDay: true, sameHour: true };
  const pattern = shown.sameDay ? rulePattern(rule, wall, words, language) : undefined;
  const digits = (text: string): string => text.replace(/\d+/g, (number) => formatNumber(Number(number), language));
  return [
    pattern === undefined ? words.several : digits(pattern),
    withTimes && pattern !== undefined && !allDay && shown.sameHour && timesOf(first, words, language),
    rule.until && words.until(formatDate(lastDay(plan, first), language)),
    rule.count && digits(words.count(rule.count)),
  ].filter(Boolean).join(words.comma);
}

/** Whether a time of day in UTC is of the same day in the zone, in winter and summer, and at the same hour in both. */
function yearRound(wall: WallTime, zone: string): { sameDay: boolean; sameHour: boolean } {
  const instants = [0, 6].map((month) => Date.UTC(new Date(wall).getUTCFullYear(), month) + timeOfDay(wall));
  const walls = instants.map((instant) => wallOf(instant, zone));
  return { sameDay: walls.every((there, index) => writeEventTime(there, true) === writeEventTime(instants[index]!, true)), sameHour: timeOfDay(walls[0]!) === timeOfDay(walls[1]!) };
}

const timeOfDay = (wall: WallTime): number => wall - Math.floor(wall / DAY) * DAY;

/** Start and end; the start alone where the end is not within a day. */
function timesOf({ start, end }: Occurrence, words: RuleWords, language: readonly string[]): string {
  const clock = (wall: WallTime): string => writeEventTime(wall, false).slice(11, 16);
  const closes = timeOfDay(end) === 0 ? '24:00' : clock(end);
  return words.times(formatTime(clock(start), language), end > start && end - start <= DAY ? formatTime(closes, language) : undefined);
}

/** The last day on which a date of the rule can begin, where the first one is told. */
function lastDay({ start, first, course }: Plan, { zone }: Occurrence): string {
  const { last, times } = course!;
  const day = Math.floor(last / DAY);
  const earlier = times.before(last - day * DAY + 1);
  const date = Math.max(first, earlier ? day * DAY + times.at(earlier - 1) : (day - 1) * DAY + times.at(times.count - 1));
  return writeEventTime(start.utc ? wallOf(date, zone) : date, true);
}
