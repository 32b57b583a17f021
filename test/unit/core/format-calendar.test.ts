import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstDayOfWeek, formatDayOfYear, formatMonth, formatMonthName, weekdayNames } from '../../../src/core/format-calendar.ts';

describe('The month above a calendar', () => {
  it('is named with its year', () => {
    const names = [['de', 'November 2026'], ['en', 'November 2026'], ['uk', 'листопад 2026 р.'], ['tr', 'Kasım 2026'], ['de-simple', 'November 2026'], ['fa', 'نوامبر ۲۰۲۶']] as const;
    for (const [language, name] of names) assert.equal(formatMonth('2026-11-23', [language]), name);
  });

  it('is the same wherever the device is, on its first and its last day', () => {
    for (const day of ['2026-11-01', '2026-11-30']) assert.equal(formatMonth(day, ['de']), 'November 2026');
  });
});

describe('The days of the week', () => {
  it('begin with Monday and have long and short names', () => {
    assert.deepEqual(weekdayNames(['de']).map(({ short }) => short), ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
    assert.deepEqual(weekdayNames(['en']).map(({ long }) => long), ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
    assert.equal(weekdayNames(['ar'])[4]!.long, 'الجمعة');
    assert.equal(weekdayNames(['xx', 'tr'])[6]!.long, 'Pazar', 'the next of the chain');
  });

  it('begin on a Monday in Germany, and on a Saturday for readers of languages whose countries do', () => {
    for (const language of ['de', 'en', 'en-US', 'uk', 'tr', 'de-simple', 'ti', 'so', 'ku', 'xx', '']) assert.equal(firstDayOfWeek([language, 'ar']), 0, language);
    for (const language of ['ar', 'ar-SY', 'fa', 'prs', 'ps', 'ckb']) assert.equal(firstDayOfWeek([language, 'de']), 5, language);
    assert.equal(firstDayOfWeek([]), 0);
  });
});

describe('A day of every year', () => {
  it('is written with its month', () => {
    assert.deepEqual(['de', 'en', 'uk', 'tr'].map((language) => formatDayOfYear(2, 29, [language])), ['29. Februar', 'February 29', '29 лютого', '29 Şubat']);
    assert.deepEqual(['de', 'en', 'uk', 'tr'].map((language) => formatMonthName(3, [language])), ['März', 'March', 'березня', 'Mart']);
  });
});
