/**
 * What a language says of a recurrence rule. Digits in these words are replaced by those of the visitor's language.
 * Types alone: what the languages shared would be one more file to fetch.
 */

/** The first Monday of a month: 1 to 5, or -1 for the last. */
export interface Place {
  ordinal: number;
  /** 0 Monday to 6 Sunday. */
  weekday: number;
}

export interface RuleWords {
  /** Between the parts of the sentence. */
  comma: string;
  /** For a rule that no sentence can say simply. */
  several: string;
  /** "every day", "every 3 days". */
  daily(interval: number): string;
  /** "every Monday and Thursday", "every second Thursday". @param weekdays 0 Monday to 6 Sunday, ascending */
  weekly(weekdays: readonly number[], interval: number): string;
  /** Monday to Friday, each week. */
  workdays: string;
  /** @param on what the functions below say: "every month on the first Monday" */
  monthly(on: string, interval: number): string;
  yearly(on: string, interval: number): string;
  /** "on the first Monday and the third Wednesday". @param month its name: "of March" */
  onPlaces(places: readonly Place[], month?: string): string;
  /** "on the 1st and 15th", "on the last day". @param days of the month, -1 for the last */
  onDays(days: readonly number[]): string;
  /** "on the last weekday (Monday to Friday)". Not working days: holidays are among them. @param ordinal as of a Place */
  onWeekday(ordinal: number): string;
  /** "on 3 October". @param dates day and month, each as the language writes them */
  onDates(dates: readonly string[]): string;
  /** "not in July and August". @param months names as they stand after a day */
  exceptMonths(months: readonly string[]): string;
  /** "from September to November", the last included. */
  fromMonth(from: string, to: string): string;
  /** "17:00 to 19:00". @param to missing: the start alone */
  times(from: string, to?: string): string;
  until(date: string): string;
  /** "10 times". @param times at least 2 */
  count(times: number): string;
}
