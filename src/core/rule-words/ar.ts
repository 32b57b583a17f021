import type { Place, RuleWords } from './rule-words.ts';

/** Without the article, as after "every" and after an ordinal. */
const WEEKDAYS = ['اثنين', 'ثلاثاء', 'أربعاء', 'خميس', 'جمعة', 'سبت', 'أحد'];
const ORDINALS = ['أول', 'ثاني', 'ثالث', 'رابع', 'خامس'];
const ordinalWord = (ordinal: number): string => ORDINALS[ordinal - 1] ?? 'آخر';
const lists = new Intl.ListFormat('ar');
const list = (items: readonly string[]): string => lists.format(items);
const place = ({ ordinal, weekday }: Place): string => `${ordinalWord(ordinal)} يوم ${WEEKDAYS[weekday]!}`;
const plurals = new Intl.PluralRules('ar');
/** @param few 3 to 10; @param many 11 to 99, as the last two digits */
const counted = (count: number, few: string, many: string, other: string): string => `${count} ${{ few, many, other }[plurals.select(count) as string] ?? other}`;
const every = (interval: number, one: string, two: string, few: string, many: string, other: string): string =>
  `كل ${interval === 1 ? one : interval === 2 ? two : counted(interval, few, many, other)}`;

export const words: RuleWords = {
  comma: '، ',
  several: 'عدة مواعيد',
  daily: (interval) => every(interval, 'يوم', 'يومين', 'أيام', 'يومًا', 'يوم'),
  weekly: (weekdays, interval) => (interval === 1 ? list(weekdays.map((day) => `كل يوم ${WEEKDAYS[day]!}`))
    : `${every(interval, 'أسبوع', 'أسبوعين', 'أسابيع', 'أسبوعًا', 'أسبوع')} ${list(weekdays.map((day) => `يوم ال${WEEKDAYS[day]!}`))}`),
  workdays: 'كل يوم من الاثنين إلى الجمعة',
  monthly: (on, interval) => `${every(interval, 'شهر', 'شهرين', 'أشهر', 'شهرًا', 'شهر')} ${on}`,
  yearly: (on, interval) => `${every(interval, 'سنة', 'سنتين', 'سنوات', 'سنة', 'سنة')} ${on}`,
  onPlaces: (places, month) => `في ${list(places.map(place))}${month ? ` من ${month}` : ''}`,
  onDays: (days) => `في ${list(days.map((day) => (day < 0 ? 'اليوم الأخير' : `اليوم ${day}`)))}`,
  onWeekday: (ordinal) => `في ${ordinalWord(ordinal)} يوم من أيام الأسبوع (الاثنين إلى الجمعة)`,
  onDates: (dates) => `في ${list(dates)}`,
  exceptMonths: (months) => `ما عدا ${list(months)}`,
  fromMonth: (from, to) => `من ${from} إلى ${to}`,
  times: (from, to) => (to ? `من ${from} إلى ${to}` : `الساعة ${from}`),
  until: (date) => `حتى ${date}`,
  count: (times) => (times === 2 ? 'مرتين' : counted(times, 'مرات', 'مرة', 'مرة')),
};
