import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatDay, formatTime, formatWeekday } from '../../../src/core/format-hours.ts';
import { addDays } from '../../../src/model/day-arithmetic.ts';

/** Digits of any script as numbers. */
const digits = (words: string): string => words.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) % 16));
const LANGUAGES = ['de', 'en', 'ar', 'uk', 'tr', 'fa', 'ru', 'fr', 'vi', 'de-simple'];

describe('A day of the week', () => {
  it('has its name in the visitor’s language', () => {
    const names = [['de', 'Montag'], ['en', 'Monday'], ['ar', 'الاثنين'], ['uk', 'понеділок'], ['tr', 'Pazartesi'], ['de-simple', 'Montag'], ['fa', 'دوشنبه']] as const;
    for (const [language, name] of names) assert.equal(formatWeekday('2026-11-23', [language]), name);
  });

  it('is the same wherever the device is, also when the clock changes', () => {
    for (const [date, name] of [['2026-03-29', 'Sonntag'], ['2026-03-30', 'Montag'], ['2026-10-25', 'Sonntag'], ['2011-12-30', 'Freitag'], ['2024-02-29', 'Donnerstag']] as const) assert.equal(formatWeekday(date, ['de']), name, date);
  });

  it('is another on each of seven days, and the same a week later', () => {
    fc.assert(fc.property(fc.nat(20_000), fc.constantFrom(...LANGUAGES), (days, language) => {
      const week = Array.from({ length: 8 }, (_, index) => formatWeekday(addDays('2000-01-01', days + index), [language]));
      assert.equal(new Set(week).size, 7);
      assert.equal(week[0], week[7]);
    }), { numRuns: 50 });
  });
});

describe('A day of the year', () => {
  it('has its name, number and month', () => {
    assert.equal(formatDay('2026-11-23', ['de']), 'Montag, 23. November');
    assert.equal(formatDay('2026-11-23', ['en']), 'Monday, November 23');
    assert.equal(formatDay('2026-11-23', ['uk']), 'понеділок, 23 листопада');
    assert.equal(formatDay('2026-11-23', ['tr']), '23 Kasım Pazartesi');
    assert.match(digits(formatDay('2026-11-23', ['ar'])), /^الاثنين، 23 \S+$/);
  });

  it('is of the Gregorian calendar, as in German offices, also for readers of Persian, Thai and Arabic', () => {
    for (const tag of ['fa', 'ps', 'th', 'ar-SA', 'ckb']) assert.match(digits(formatDay('2026-11-23', [tag, 'en'])), /\b23\b/, tag);
  });
});

describe('A time', () => {
  it('counts 24 hours in every language, as German doors do', () => {
    for (const language of LANGUAGES) for (const time of ['00:00', '08:05', '12:00', '13:30', '23:59', '24:00']) assert.equal(digits(formatTime(time, [language])), time, language);
  });

  it('has the digits of the visitor’s language', () => {
    assert.equal(formatTime('08:30', ['fa']), '۰۸:۳۰');
    assert.equal(formatTime('08:30', ['de']), '08:30');
    assert.equal(formatTime('08:30', ['en']), '08:30');
  });
});

describe('Days and times', () => {
  it('are in the next language of the chain where the engine does not know the first', () => {
    for (const tag of ['xx', 'ar-arb', 'de_DE', '', '__proto__', '🙂']) {
      assert.deepEqual([formatWeekday('2026-11-23', [tag, 'de']), formatDay('2026-11-23', [tag, 'de']), formatTime('08:30', [tag, 'fa'])], ['Montag', 'Montag, 23. November', '۰۸:۳۰'], tag);
    }
    assert.deepEqual([formatWeekday('2026-11-23', []), formatDay('2026-11-23', []), formatTime('08:30', [])], ['Monday', 'Monday, November 23', '08:30']);
  });
});
