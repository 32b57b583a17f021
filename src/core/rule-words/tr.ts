import type { RuleWords } from './rule-words.ts';

// Days and months that are no certain date are written small.
const WEEKDAYS = ['pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma', 'cumartesi', 'pazar'];
const ORDINALS = ['ilk', 'ikinci', 'üçüncü', 'dördüncü', 'beşinci'];
const ordinalWord = (ordinal: number): string => ORDINALS[ordinal - 1] ?? 'son';
const lists = new Intl.ListFormat('tr');
const list = (items: readonly string[]): string => lists.format(items);
const named = (weekdays: readonly number[]): string => list(weekdays.map((day) => WEEKDAYS[day]!));
const small = (month: string): string => month.toLocaleLowerCase('tr');
const each = (unit: string, interval: number): string => (interval === 1 ? `her ${unit}` : `${interval} ${unit === 'gün' ? 'günde' : unit === 'yıl' ? 'yılda' : 'haftada'} bir`);

export const words: RuleWords = {
  comma: ', ',
  several: 'birden fazla tarih',
  daily: (interval) => each('gün', interval),
  weekly: (weekdays, interval) => (interval === 1 ? `her ${named(weekdays)}` : `${each('hafta', interval)} ${named(weekdays)} ${weekdays.length > 1 ? 'günleri' : 'günü'}`),
  workdays: 'pazartesiden cumaya her gün',
  monthly: (on, interval) => (interval === 1 ? `her ayın ${on}` : `${interval} ayda bir ayın ${on}`),
  yearly: (on, interval) => `${each('yıl', interval)} ${on}`,
  onPlaces: (places, month) => `${month ? `${small(month)} ayının ` : ''}${list(places.map(({ ordinal, weekday }) => `${ordinalWord(ordinal)} ${WEEKDAYS[weekday]!}`))} günü`,
  onDays: (days) => `${list(days.map((day) => (day < 0 ? 'son' : `${day}.`)))} günü`,
  onWeekday: (ordinal) => `${ordinalWord(ordinal)} hafta içi günü (pazartesiden cumaya)`,
  onDates: (dates) => `${list(dates)} ${dates.length > 1 ? 'tarihlerinde' : 'tarihinde'}`,
  exceptMonths: (months) => `${list(months.map(small))} hariç`,
  fromMonth: (from, to) => `${small(from)}–${small(to)} aylarında`,
  times: (from, to) => (to ? `${from}–${to}` : `saat ${from}`),
  until: (date) => `${date} tarihine kadar`,
  count: (times) => `${times} kez`,
};
