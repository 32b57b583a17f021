import { key } from './words.ts';

/** As the model names them, Monday first. */
export const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

const WORDS = `mo montag mon monday|di dienstag tu tue tues tuesday|mi mittwoch we wed wednesday|do donnerstag th thu thur thurs thursday|fr freitag fri friday
|sa samstag sonnabend sat saturday|so sonntag su sun sunday`.split(/\s?\|/).map((words) => words.split(' '));

const weekdays = new Map(WORDS.flatMap((words, day) => words.flatMap((word) => [[word, day] as const, [`${word}s`, day] as const])));

/** 0 Monday to 6 Sunday, for `Do`, `Donnerstag`, `donnerstags`, `Thu`, `Thursdays`. */
export const weekdayNamed = (raw: string): number | undefined => weekdays.get(key(raw));

/** From one to the other, also over the end of the week. */
export const daysBetween = (first: number, last: number): number[] => Array.from({ length: (last - first + 7) % 7 + 1 }, (_day, index) => (first + index) % 7);
