import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readDateNames } from '../../../src/core/date-names.ts';
import { formatDate, formatNumber, own } from '../../../src/core/format.ts';
import { formatMonth, weekdayNames } from '../../../src/core/format-calendar.ts';
import { formatDay, formatWeekday } from '../../../src/core/format-hours.ts';
import { NAMES } from '../../../src/core/month-names.ts';

const LACKING = ['ti', 'so', 'sq', 'ku', 'ckb', 'ps'];
const words = (names: string): string[] => names.split(' ').map((name) => name.replaceAll('_', ' '));

describe('Our own names of months and days', () => {
  it('are twelve and seven, each another', () => {
    assert.deepEqual([...NAMES.keys()], LACKING);
    for (const [language, { months, weekdays, short }] of NAMES) {
      assert.deepEqual([words(months), words(weekdays), words(short)].map((names) => [names.length, new Set(names).size]), [[12, 12], [7, 7], [7, 7]], language);
    }
  });

  it('are in the script of the language', () => {
    const scripts = { ti: /^[\p{Script=Ethiopic} ]+$/u, ckb: /^[\p{Script=Arabic} ]+$/u, ps: /^[\p{Script=Arabic} ]+$/u, so: /^[a-zA-Z ]+$/, sq: /^[a-zë ]+$/, ku: /^[a-zçêîşû ]+$/ };
    for (const [language, script] of Object.entries(scripts)) {
      const { months, weekdays, short } = NAMES.get(language)!;
      for (const name of [months, weekdays, short].flatMap(words)) assert.match(name, script, language);
    }
  });

  it('are those of CLDR where this engine has them', () => {
    for (const [language, { months, weekdays }] of NAMES) {
      const name = (options: Intl.DateTimeFormatOptions, wanted: string, date: string): string =>
        new Intl.DateTimeFormat(language, { calendar: 'gregory', timeZone: 'UTC', ...options }).formatToParts(new Date(date)).find(({ type }) => type === wanted)!.value;
      const written = words(months).map((_, month) => name({ month: 'long', day: 'numeric' }, 'month', `2026-${String(month + 1).padStart(2, '0')}-05`));
      const days = words(weekdays).map((_, day) => name({ weekday: 'long' }, 'weekday', `2026-11-${23 + day}`));
      // Engines of other years differ in a name or two.
      const same = (ours: string, theirs: readonly string[]): number => words(ours).filter((one, index) => one === theirs[index]).length;
      assert.ok(same(months, written) >= 10 && same(weekdays, days) >= 5, language);
    }
  });
});

describe('Days in a language that the engine has no data for', () => {
  const real = Intl.DateTimeFormat;
  // As Chromium does: it answers in another language without a word.
  const poor = function (tag: string, options?: Intl.DateTimeFormatOptions) {
    return new real(LACKING.includes(tag.split('-')[0]!) || tag.startsWith('kmr') ? 'en' : tag, options);
  };
  before(async () => {
    Intl.DateTimeFormat = poor as unknown as typeof real;
    await readDateNames(['ti', 'x-poor', 'de']);
  });
  after(() => {
    Intl.DateTimeFormat = real;
    delete own.writeDate;
  });
  // Formatters are kept by chain and language, so these chains are of this test alone.
  const chain = (language: string): string[] => [language, 'x-poor', 'de'];

  it('are in that language, not in the next or the browser’s', () => {
    assert.deepEqual(LACKING.map((language) => formatDate('2026-11-23', chain(language))),
      ['23 ሕዳር 2026', '23 Noofeembar 2026', '23 nëntor 2026', '23 mijdar 2026', '23ی تشرینی دووەمی 2026', '23 نومبر 2026']);
    assert.equal(formatDay('2026-12-01', chain('ti')), 'ሰሉስ፣ 1 ታሕሳስ');
    assert.equal(formatDay('2026-12-01', chain('ckb')), 'سێشەممە، 1ی کانونی یەکەم');
    assert.equal(formatWeekday('2026-11-23', chain('sq')), 'e hënë');
    assert.equal(formatMonth('2026-11-23', chain('ckb')), 'تشرینی دووەمی 2026');
  });

  it('are in that language under its other names', () => assert.equal(formatDate('2026-11-23', chain('kmr-Latn')), '23 mijdar 2026'));

  it('have names for the head of a month', () => {
    assert.deepEqual(weekdayNames(chain('so')).map(({ short }) => short), ['Isn', 'Tldo', 'Arbc', 'Khms', 'Jmc', 'Sbti', 'Axd']);
    assert.deepEqual(weekdayNames(chain('sq')).map(({ long }) => long), words(NAMES.get('sq')!.weekdays));
  });

  it('have the digits of all other numbers on the page', () => {
    assert.equal(formatDate('2026-11-23', ['ps', 'x-poor', 'fa']), '۲۳ نومبر ۲۰۲۶');
    assert.equal(formatNumber(23, ['ps', 'x-poor', 'fa']), '۲۳');
  });

  it('leave languages that the engine knows alone, also those of the same chain', () => {
    assert.equal(formatDate('2026-11-23', ['de', 'x-poor', 'ti']), '23. November 2026');
    assert.equal(formatDate('2026-11-23', ['x-poor', 'not a tag', 'tr', 'ku']), '23 Kasım 2026');
    assert.equal(formatDate('2026-11-23', ['prs', 'x-poor', 'de']), '۲۳ نومبر ۲۰۲۶', 'Dari is Persian of Afghanistan to an engine');
  });
});
