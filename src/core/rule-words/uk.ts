import type { Place, RuleWords } from './rule-words.ts';

/** "every Monday" in one word. */
const EACH = ['щопонеділка', 'щовівторка', 'щосереди', 'щочетверга', 'щоп’ятниці', 'щосуботи', 'щонеділі'];
/** "on Monday": accusative, after its preposition. */
const ON = ['у понеділок', 'у вівторок', 'у середу', 'у четвер', 'у п’ятницю', 'у суботу', 'у неділю'];
const MASCULINE = ['перший', 'другий', 'третій', 'четвертий', 'п’ятий', 'останній'];
const FEMININE = ['першу', 'другу', 'третю', 'четверту', 'п’яту', 'останню'];
const FEMININE_DAYS = new Set([2, 4, 5, 6]);
const lists = new Intl.ListFormat('uk');
const list = (items: readonly string[]): string => lists.format(items);
const ordinalWord = (ordinal: number, forms: readonly string[]): string => (ordinal < 0 ? forms.at(-1)! : forms[ordinal - 1]!);
/** В before a vowel would run into it after another vowel; "в останній" is what people say. */
const inOrdinal = (word: string): string => `${word.startsWith('о') ? 'в' : 'у'} ${word}`;
const place = ({ ordinal, weekday }: Place): string =>
  `${inOrdinal(ordinalWord(ordinal, FEMININE_DAYS.has(weekday) ? FEMININE : MASCULINE))} ${ON[weekday]!.slice(2)}`;
const plurals = new Intl.PluralRules('uk');
const counted = (count: number, one: string, few: string, many: string): string => `${count} ${{ one, few, many }[plurals.select(count) as string] ?? many}`;
const every = (once: string, interval: number, one: string, few: string, many: string): string =>
  (interval === 1 ? once : `раз на ${counted(interval, one, few, many)}`);

export const words: RuleWords = {
  comma: ', ',
  several: 'кілька дат',
  daily: (interval) => every('щодня', interval, 'день', 'дні', 'днів'),
  weekly: (weekdays, interval) => (interval === 1 ? list(weekdays.map((day) => EACH[day]!)) : `${every('щотижня', interval, 'тиждень', 'тижні', 'тижнів')} ${list(weekdays.map((day) => ON[day]!))}`),
  workdays: 'щодня з понеділка до п’ятниці',
  monthly: (on, interval) => `${every('щомісяця', interval, 'місяць', 'місяці', 'місяців')} ${on}`,
  yearly: (on, interval) => `${every('щороку', interval, 'рік', 'роки', 'років')} ${on}`,
  onPlaces: (places, month) => `${list(places.map(place))}${month ? ` ${month}` : ''}`,
  onDays: (days) => list(days.map((day) => (day < 0 ? 'в останній день' : `${day}-го числа`))),
  onWeekday: (ordinal) => `${inOrdinal(ordinalWord(ordinal, MASCULINE))} будній день (з понеділка до п’ятниці)`,
  onDates: (dates) => list(dates),
  exceptMonths: (months) => `крім ${list(months)}`,
  fromMonth: (from, to) => `з ${from} до ${to}`,
  times: (from, to) => (to ? `з ${from} до ${to}` : `${from.startsWith('11') ? 'об' : 'о'} ${from}`),
  until: (date) => `до ${date}`,
  count: (times) => counted(times, 'раз', 'рази', 'разів'),
};
