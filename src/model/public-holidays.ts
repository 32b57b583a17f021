/** Public holidays of the German Länder, computed. */
import { addDays, weekday, type Holidays } from './day-arithmetic.ts';

/** Each holiday with its Länder, all where none is named: `MM-DD`, or days after Easter Sunday. */
const RULES: readonly (readonly [when: string | number, laender?: string])[] = [
  ['01-01'], [-2], [1], ['05-01'], [39], [50], ['10-03'], ['12-25'], ['12-26'],
  ['01-06', 'BW BY ST'],
  ['03-08', 'BE MV'],
  [0, 'BB'], [49, 'BB'],
  [60, 'BW BY HE NW RP SL'],
  ['08-15', 'SL'],
  ['09-20', 'TH'],
  ['10-31', 'BB HB HH MV NI SH SN ST TH'],
  ['11-01', 'BW BY NW RP SL'],
];

const day = (year: number, monthAndDay: string): string => `${String(year).padStart(4, '0')}-${monthAndDay}`;

/** The anonymous Gregorian algorithm; `full` and `sunday` are the steps from 22 March to the full moon and on to the Sunday. */
function easter(year: number): string {
  const moon = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const [leaps, drift] = [Math.floor(century / 4), Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)];
  const full = (19 * moon + century - leaps - drift + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - full - (rest % 4)) % 7;
  const late = Math.floor((moon + 11 * full + 22 * sunday) / 451);
  return addDays(day(year, '03-22'), full + sunday - 7 * late);
}

/**
 * The statutory holidays of a whole Land. What holds in some municipalities only (the Assumption in parts of Bavaria, Corpus
 * Christi in parts of Saxony and Thuringia, the Augsburg Peace Festival) or in one year only is left to the site's `holidays`.
 *
 * As the holiday acts of the 16 Länder stood on 2026-11-23; earlier years are computed by the same law. The acts of Brandenburg
 * (section 2 FTG), Saarland (section 2 SFG) and Thuringia (section 2 ThürFGtG) were read, the others compared with two published tables for 2026.
 * @param land ISO 3166-2, `DE-TH`; for another code the holidays that all Länder share
 * @param year 0 to 9999
 * @returns days as YYYY-MM-DD
 */
export function publicHolidays(land: string, year: number): ReadonlySet<string> {
  const sunday = easter(year);
  const code = land.slice(3);
  const days = RULES.filter(([, laender]) => !laender || laender.split(' ').includes(code))
    .map(([when]) => (typeof when === 'string' ? day(year, when) : addDays(sunday, when)));
  // Repentance Day: the Wednesday before 23 November.
  const latest = day(year, '11-22');
  if (code === 'SN') days.push(addDays(latest, -((weekday(latest) + 5) % 7)));
  return new Set(days);
}

/** What a site says of its public holidays. */
export interface HolidaySite {
  /** ISO 3166-2. Missing: only `holidays` count. */
  land?: string;
  /** Further days, YYYY-MM-DD. */
  holidays?: readonly string[];
}

/** The holidays of the site's Land and its own. Years are computed when they are asked for. */
export function holidayCalendar({ land, holidays }: HolidaySite): Holidays {
  const own = new Set(holidays);
  const years = new Map<string, ReadonlySet<string>>();
  return {
    has: (date) => {
      if (!land || own.has(date)) return own.has(date);
      const year = date.slice(0, 4);
      const known = years.get(year) ?? publicHolidays(land, Number(year));
      years.set(year, known);
      return known.has(date);
    },
  };
}
