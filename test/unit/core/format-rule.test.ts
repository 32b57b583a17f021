import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { formatRuleSentence, readRuleWords } from '../../../src/core/format-rule.ts';
import type { Event } from '../../../src/model/event.ts';
import { parseRule } from '../../../src/model/recurrence-rule.ts';

const LANGUAGES = ['en', 'de', 'ar', 'uk', 'tr'];
// 3 December 2026 is a Thursday.
const sentence = (recurrence: string | undefined, language = 'en', some: Partial<Event> = {}, siteZone = 'Europe/Berlin'): string =>
  formatRuleSentence({ id: 'meeting', title: 'Meeting', start: '2026-12-03T17:00', end: '2026-12-03T19:00', ...(recurrence && { recurrence }), ...some } as Event, siteZone, [language]);
const day = { start: '2026-12-03', end: undefined };

describe('A rule as a sentence', () => {
  before(() => Promise.all(LANGUAGES.map((language) => readRuleWords([language]))));

  it('says how often, at which hour and until when', () => {
    const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20261218';
    assert.deepEqual(LANGUAGES.map((language) => sentence(rule, language)), [
      'every second Thursday, 17:00 to 19:00, until December 18, 2026',
      'jeden zweiten Donnerstag, 17:00 bis 19:00 Uhr, bis zum 18. Dezember 2026',
      'كل أسبوعين يوم الخميس، من 17:00 إلى 19:00، حتى 18 ديسمبر 2026',
      'раз на 2 тижні у четвер, з 17:00 до 19:00, до 18 грудня 2026 р.',
      '2 haftada bir perşembe günü, 17:00–19:00, 18 Aralık 2026 tarihine kadar',
    ]);
  });

  // Each rule in English, German, Arabic, Ukrainian and Turkish.
  const sentences: Record<string, readonly string[]> = {
    'FREQ=DAILY': ['every day', 'jeden Tag', 'كل يوم', 'щодня', 'her gün'],
    'FREQ=DAILY;INTERVAL=3;COUNT=10': ['every 3 days, 10 times', 'alle 3 Tage, 10-mal', 'كل 3 أيام، 10 مرات', 'раз на 3 дні, 10 разів', '3 günde bir, 10 kez'],
    'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR': ['every day from Monday to Friday', 'jeden Tag von Montag bis Freitag', 'كل يوم من الاثنين إلى الجمعة', 'щодня з понеділка до п’ятниці', 'pazartesiden cumaya her gün'],
    'FREQ=WEEKLY': ['every Thursday', 'jeden Donnerstag', 'كل يوم خميس', 'щочетверга', 'her perşembe'],
    'FREQ=WEEKLY;BYDAY=FR,WE': ['every Wednesday and Friday', 'jeden Mittwoch und Freitag', 'كل يوم أربعاء وكل يوم جمعة', 'щосереди і щоп’ятниці', 'her çarşamba ve cuma'],
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,SU': ['every 3 weeks on Saturday and Sunday', 'alle 3 Wochen am Samstag und Sonntag', 'كل 3 أسابيع يوم السبت ويوم الأحد', 'раз на 3 тижні у суботу і у неділю', '3 haftada bir cumartesi ve pazar günleri'],
    'FREQ=MONTHLY;BYDAY=3WE,1MO': ['every month on the first Monday and the third Wednesday', 'jeden Monat am ersten Montag und am dritten Mittwoch', 'كل شهر في أول يوم اثنين وثالث يوم أربعاء', 'щомісяця у перший понеділок і у третю середу', 'her ayın ilk pazartesi ve üçüncü çarşamba günü'],
    'FREQ=MONTHLY;BYDAY=-1FR': ['every month on the last Friday', 'jeden Monat am letzten Freitag', 'كل شهر في آخر يوم جمعة', 'щомісяця в останню п’ятницю', 'her ayın son cuma günü'],
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;BYSETPOS=2': ['every second month on the second Tuesday', 'alle 2 Monate am zweiten Dienstag', 'كل شهرين في ثاني يوم ثلاثاء', 'раз на 2 місяці у другий вівторок', '2 ayda bir ayın ikinci salı günü'],
    'FREQ=MONTHLY;BYMONTHDAY=-1,15': ['every month on the 15th and the last day', 'jeden Monat am 15. und am letzten Tag', 'كل شهر في اليوم 15 واليوم الأخير', 'щомісяця 15-го числа і в останній день', 'her ayın 15. ve son günü'],
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1': ['every month on the last weekday (Monday to Friday)', 'jeden Monat am letzten Wochentag (Montag bis Freitag)', 'كل شهر في آخر يوم من أيام الأسبوع (الاثنين إلى الجمعة)', 'щомісяця в останній будній день (з понеділка до п’ятниці)', 'her ayın son hafta içi günü (pazartesiden cumaya)'],
    'FREQ=WEEKLY;BYDAY=MO,WE;BYMONTH=1,2,3,4,5,6,9,10,11,12': ['every Monday and Wednesday, not in July and August', 'jeden Montag und Mittwoch, nicht im Juli und im August', 'كل يوم اثنين وكل يوم أربعاء، ما عدا يوليو وأغسطس', 'щопонеділка і щосереди, крім липня і серпня', 'her pazartesi ve çarşamba, temmuz ve ağustos hariç'],
    'FREQ=DAILY;BYMONTH=11,10,9': ['every day, from September to November', 'jeden Tag, von September bis November', 'كل يوم، من سبتمبر إلى نوفمبر', 'щодня, з вересня до листопада', 'her gün, eylül–kasım aylarında'],
    'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3': ['every year on October 3', 'jedes Jahr am 3. Oktober', 'كل سنة في 3 أكتوبر', 'щороку 3 жовтня', 'her yıl 3 Ekim tarihinde'],
    'FREQ=YEARLY;INTERVAL=5': ['every 5 years on December 3', 'alle 5 Jahre am 3. Dezember', 'كل 5 سنوات في 3 ديسمبر', 'раз на 5 років 3 грудня', '5 yılda bir 3 Aralık tarihinde'],
    'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU': ['every year on the last Sunday of March', 'jedes Jahr am letzten Sonntag im März', 'كل سنة في آخر يوم أحد من مارس', 'щороку в останню неділю березня', 'her yıl mart ayının son pazar günü'],
    'FREQ=YEARLY;BYMONTH=3,10;BYMONTHDAY=3': ['every year on March 3 and October 3', 'jedes Jahr am 3. März und am 3. Oktober', 'كل سنة في 3 مارس و3 أكتوبر', 'щороку 3 березня і 3 жовтня', 'her yıl 3 Mart ve 3 Ekim tarihlerinde'],
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR': ['several dates', 'mehrere Termine', 'عدة مواعيد', 'кілька дат', 'birden fazla tarih'],
  };
  for (const [rule, expected] of Object.entries(sentences)) {
    it(`says ${expected[0]!}`, () => assert.deepEqual(LANGUAGES.map((language) => sentence(rule, language, day)), expected));
  }

  it('has the plural that the number asks for', () => {
    const counted = (language: string): string[] => [2, 5, 11, 21, 22, 100].map((count) => sentence(`FREQ=DAILY;COUNT=${count}`, language, day).split(/[,،] /)[1]!);
    assert.deepEqual(counted('uk'), ['2 рази', '5 разів', '11 разів', '21 раз', '22 рази', '100 разів']);
    assert.deepEqual(counted('ar'), ['مرتين', '5 مرات', '11 مرة', '21 مرة', '22 مرة', '100 مرة']);
    assert.equal(counted('en')[0], '2 times');
    assert.equal(sentence('FREQ=WEEKLY;INTERVAL=21', 'uk', day), 'раз на 21 тиждень у четвер');
    assert.equal(sentence('FREQ=WEEKLY;INTERVAL=11', 'ar', day), 'كل 11 أسبوعًا يوم الخميس');
  });

  it('has the ordinals of English', () => {
    assert.equal(sentence('FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,11,21,22,31', 'en', day), 'every month on the 1st, the 2nd, the 3rd, the 4th, the 11th, the 21st, the 22nd, and the 31st');
  });

  it('takes what the rule leaves out from the start', () => {
    assert.equal(sentence('FREQ=MONTHLY', 'en', day), 'every month on the 3rd');
    assert.equal(sentence('FREQ=YEARLY;BYMONTH=5', 'en', day), 'every year on May 3');
    assert.equal(sentence('RRULE:FREQ=WEEKLY;BYHOUR=17;BYMINUTE=0'), 'every Thursday, 17:00 to 19:00');
  });

  it('says the same of the same dates, however the rule is written', () => {
    for (const [a, b] of [['FREQ=WEEKLY;BYDAY=MO', 'FREQ=DAILY;BYDAY=MO'], ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA'], ['FREQ=MONTHLY;BYDAY=1MO', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1'],
      ['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1'], ['FREQ=YEARLY;BYMONTHDAY=15', 'FREQ=MONTHLY;BYMONTHDAY=15'], ['FREQ=MONTHLY;BYMONTH=3;BYDAY=-1SU', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU']] as const) {
      assert.equal(sentence(a), sentence(b));
      assert.doesNotMatch(sentence(a), /several/);
    }
  });

  it('has the start alone where there is no end within a day', () => {
    assert.equal(sentence('FREQ=WEEKLY', 'de', { end: undefined }), 'jeden Donnerstag, 17:00 Uhr');
    assert.equal(sentence('FREQ=WEEKLY', 'uk', { start: '2026-12-03T11:00', end: undefined }), 'щочетверга, об 11:00');
    assert.equal(sentence('FREQ=WEEKLY', 'de', { end: '2026-12-05T19:00' }), 'jeden Donnerstag, 17:00 Uhr');
    assert.equal(sentence('FREQ=WEEKLY', 'en', { end: '2026-12-04T02:00' }), 'every Thursday, 17:00 to 02:00');
    assert.equal(sentence('FREQ=WEEKLY', 'en', { end: '2026-12-04T00:00' }), 'every Thursday, 17:00 to 24:00');
  });

  it('names the last day on which a date can begin', () => {
    const until = (text: string, some?: Partial<Event>): string => sentence(`FREQ=WEEKLY;UNTIL=${text}`, 'de', some).split('bis zum ')[1]!;
    assert.equal(until('20261217T160000Z'), '17. Dezember 2026', '17:00 in Berlin');
    assert.equal(until('20261217T155959Z'), '16. Dezember 2026');
    assert.equal(until('20261217T230000Z'), '17. Dezember 2026', 'midnight in Berlin, which no Friday’s date is before');
    assert.equal(until('20261217', day), '17. Dezember 2026');
    assert.equal(until('20261217T170000'), '17. Dezember 2026');
  });

  it('names the last day of a series in UTC as it is where the site is', () => {
    const until = (start: string, text: string, siteZone?: string, more = ''): string => sentence(`FREQ=WEEKLY;UNTIL=${text}${more}`, 'de', { start, end: undefined }, siteZone).split('bis zum ')[1]!;
    assert.equal(until('2026-07-02T16:00Z', '20261217T160000Z'), '17. Dezember 2026', '18:00 in summer, 17:00 in winter');
    assert.equal(until('2026-12-03T17:00Z', '20270701T170000Z'), '1. Juli 2027');
    assert.equal(until('2026-07-02T16:00Z', '20261217T155959Z'), '16. Dezember 2026');
    assert.equal(until('2026-07-02T23:30Z', '20261217T233000Z'), '18. Dezember 2026', 'half past midnight in Berlin');
    assert.equal(until('2026-07-02T23:30Z', '20261217T233000Z', 'America/St_Johns'), '17. Dezember 2026');
    assert.equal(until('2026-07-02', '20261217T235959Z'), '17. Dezember 2026', 'the last second of a day means the day');
  });

  it('names the last day also where a day has several times, and where the start is the only date', () => {
    const until = (rule: string): string => sentence(`FREQ=DAILY;${rule}`).split('until ')[1]!;
    assert.equal(until('BYHOUR=9,17;UNTIL=20261217T100000'), 'December 17, 2026');
    assert.equal(until('BYHOUR=9,17;UNTIL=20261217T080000'), 'December 16, 2026');
    assert.equal(until('UNTIL=20200101'), 'December 3, 2026');
  });

  it('says no more than is true', () => {
    for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=29', 'FREQ=WEEKLY;COUNT=1', 'FREQ=WEEKLY;BYMONTH=1,2,4,6,8', 'FREQ=WEEKLY;BYMONTH=5', 'FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU;BYMONTH=9,10']) assert.equal(sentence(rule), 'several dates', rule);
    assert.equal(sentence('FREQ=YEARLY', 'en', { start: '2028-02-29', end: undefined }), 'several dates');
  });

  it('tells a season over New Year, and nothing of a rule of all months', () => {
    assert.equal(sentence('FREQ=WEEKLY;BYMONTH=1,2,11,12', 'en', day), 'every Thursday, from November to February');
    assert.equal(sentence('FREQ=WEEKLY;BYMONTH=1,12', 'en', day), 'every Thursday, from December to January');
    assert.equal(sentence('FREQ=WEEKLY;INTERVAL=2;BYMONTH=1,2,3,4,5,6,7,8,9', 'de', day), 'jeden zweiten Donnerstag, nicht im Oktober, im November und im Dezember');
    assert.equal(sentence('FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12'), 'every Thursday, 17:00 to 19:00');
  });

  it('claims no hour that changes with the season, and no day that is another where the site is', () => {
    const utc = { start: '2026-12-03T17:00:00Z', end: '2026-12-03T19:00:00Z' };
    assert.equal(sentence('FREQ=WEEKLY', 'en', utc), 'every Thursday');
    assert.equal(sentence('FREQ=WEEKLY', 'en', utc, 'Asia/Kathmandu'), 'every Thursday, 22:45 to 00:45');
    assert.equal(sentence('FREQ=WEEKLY', 'en', utc, 'Pacific/Apia'), 'several dates');
    assert.equal(sentence('FREQ=WEEKLY', 'en', { ...utc, start: '2026-12-03T22:30:00Z', end: undefined }), 'several dates', 'Friday in summer');
  });

  it('is that of several dates for dates without a rule', () => assert.equal(sentence(undefined, 'de', { additions: ['2026-12-10'] }), 'mehrere Termine'));

  it('is empty where the rule or a time cannot be read', () => {
    for (const rule of ['FREQ=HOURLY', 'FREQ=WEEKLY;BYDAY=1MO', 'FREQ=WEEKLY;COUNT=0', 'nonsense']) assert.equal(sentence(rule), '', rule);
    assert.equal(sentence('FREQ=WEEKLY', 'en', { start: '2026-02-30T17:00' }), '');
  });

  it('is in the first language of the chain that has words, else in English', () => {
    const told = (...chain: string[]): string => formatRuleSentence({ id: 'a', title: 'a', start: '2026-12-03', recurrence: 'FREQ=WEEKLY' } as Event, 'Europe/Berlin', chain);
    assert.deepEqual([told('ti', 'so', 'tr', 'de'), told('de-simple'), told('ar-EG'), told('xx'), told()], ['her perşembe', 'jeden Donnerstag', 'كل يوم خميس', 'every Thursday', 'every Thursday']);
  });

  it('is one line in every language for every rule, with a hole nowhere', () => {
    const part = (name: string, values: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), values.map((value) => `;${name}=${value}`));
    const some = (values: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(values, { minLength: 1, maxLength: 7 }).map((list) => list.join());
    const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const rules = fc.tuple(
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), part('INTERVAL', fc.integer({ min: 1, max: 30 }).map(String)), part('BYMONTH', some(fc.integer({ min: 1, max: 12 }).map(String))),
      part('BYMONTHDAY', some(fc.constantFrom(-31, -2, -1, 1, 15, 31).map(String))), part('BYDAY', some(fc.oneof(weekday, fc.tuple(fc.constantFrom(-2, -1, 1, 5, 6), weekday).map((pair) => pair.join(''))))),
      part('BYSETPOS', some(fc.constantFrom(-2, -1, 1, 5).map(String))), part('COUNT', fc.integer({ min: 1, max: 200 }).map(String)),
    ).map(([freq, ...parts]) => `FREQ=${freq}${parts.join('')}`).filter((rule) => {
      try {
        return Boolean(parseRule(rule));
      } catch {
        return false;
      }
    });
    fc.assert(fc.property(rules, (rule) => {
      for (const language of LANGUAGES) {
        const words = sentence(rule, language);
        assert.ok(words, rule);
        assert.doesNotMatch(words, /undefined|NaN|null|object|\n| {2}| ,|,,|[,،] ?$/, rule);
        if (language === 'ar' || language === 'uk') assert.doesNotMatch(words.replace(/\d+/g, ''), /[a-z]/i, rule);
      }
    }), { numRuns: 300 });
  });
});
