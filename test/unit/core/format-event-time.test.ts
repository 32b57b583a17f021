import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deviceTimes, formatDaySpan, formatSpan, formatZone } from '../../../src/core/format-event-time.ts';
import type { Event } from '../../../src/model/event.ts';
import { singleOccurrence, type Occurrence } from '../../../src/model/occurrences.ts';

const occurrence = (start: string, end?: string, timeZone = 'Europe/Berlin'): Occurrence =>
  singleOccurrence({ id: 'open-house', title: 'Open house', start, timeZone, ...(end && { end }) } as Event, 'Europe/Berlin');
const span = (start: string, end?: string, language = 'en'): string => formatSpan(occurrence(start, end), [language]);
const days = (start: string, end?: string, language = 'en'): string => formatDaySpan(occurrence(start, end), [language]);

describe('When an event is', () => {
  it('is from one time to another on one day', () => {
    assert.equal(span('2026-12-03T17:00', '2026-12-03T19:00'), '17:00–19:00');
    assert.equal(span('2026-12-03T17:00', '2026-12-03T19:30', 'de'), '17:00–19:30');
    assert.equal(span('2026-12-03T09:00', '2026-12-03T10:05', 'fa').replace(/[\u2066-\u2069]/g, ''), '۰۹:۰۰–۱۰:۰۵');
  });

  it('is the start alone where no end is known', () => assert.equal(span('2026-12-03T17:00'), '17:00'));

  it('ends at 24:00 with the day', () => {
    assert.equal(span('2026-12-03T17:00', '2026-12-04T00:00'), '17:00–24:00');
    assert.equal(span('2026-12-31T17:00', '2027-01-01T00:00'), '17:00–24:00');
  });

  it('names both days over midnight, and of several days', () => {
    assert.equal(span('2026-11-30T20:00', '2026-12-01T02:00'), 'Monday, November 30, 20:00 – Tuesday, December 1, 02:00');
    assert.equal(span('2026-11-30T20:00', '2026-12-01T02:00', 'de'), 'Montag, 30. November, 20:00 – Dienstag, 1. Dezember, 02:00');
    assert.equal(span('2026-11-30T20:00', '2026-12-03T00:00'), 'Monday, November 30, 20:00 – Wednesday, December 2, 24:00');
  });

  it('is all day, and the last day is told, not the exclusive end', () => {
    assert.equal(span('2026-12-04'), 'all day');
    assert.equal(span('2026-12-04', '2026-12-05'), 'all day');
    assert.equal(span('2026-12-04', '2026-12-07'), 'Friday, December 4 – Sunday, December 6');
    assert.equal(span('2026-12-31', '2027-01-02', 'de'), '31. Dezember 2026 – 1. Januar 2027', 'with the years where they differ');
  });

  it('is what the wall shows when the clock changes', () => {
    assert.equal(span('2026-03-29T01:00', '2026-03-29T04:00'), '01:00–04:00');
    assert.equal(span('2026-10-25T01:00', '2026-10-25T04:00'), '01:00–04:00');
  });

  it('is told in days alone', () => {
    assert.equal(days('2026-12-04'), 'Friday, December 4');
    assert.equal(days('2026-12-03T17:00', '2026-12-03T19:00', 'de'), 'Donnerstag, 3. Dezember');
    assert.equal(days('2026-12-03T17:00', '2026-12-04T00:00', 'de'), 'Donnerstag, 3. Dezember');
    assert.equal(days('2026-12-03T17:00', '2026-12-04T01:00', 'de'), 'Donnerstag, 3. Dezember – Freitag, 4. Dezember');
  });

  it('has its year where that is another than today’s', () => {
    const seen = (start: string, end?: string, language = 'en', today = '2026-11-23'): string => formatDaySpan(occurrence(start, end), [language], today);
    assert.deepEqual(['2026-11-26', '2027-11-26', '2025-11-26'].map((day) => seen(day)), ['Thursday, November 26', 'Friday, November 26, 2027', 'Wednesday, November 26, 2025']);
    assert.deepEqual(['de', 'ar', 'uk', 'tr'].map((language) => seen('2027-11-26', undefined, language)),
      ['Freitag, 26. November 2027', 'الجمعة، 26 نوفمبر 2027', 'пʼятниця, 26 листопада 2027 р.', '26 Kasım 2027 Cuma']);
    assert.equal(seen('2027-11-26', '2027-11-28', 'de'), '26. November 2027 – 27. November 2027');
    assert.equal(seen('2026-11-26', '2026-11-28', 'de'), 'Donnerstag, 26. November – Freitag, 27. November');
    assert.equal(seen('2026-12-31', '2027-01-02'), 'December 31, 2026 – January 1, 2027');
    assert.equal(seen('2027-01-01T00:00', '2027-01-01T02:00', 'en', '2026-12-31'), 'Friday, January 1, 2027');
    assert.equal(seen('2026-12-31T20:00', '2027-01-01T00:00'), 'Thursday, December 31', 'the end at midnight is no day of the next year');
  });

  it('runs from right to left in Arabic, whatever stands around it', () => {
    assert.equal(span('2026-12-03T17:00', '2026-12-03T19:00', 'ar'), '\u2067\u206817:00\u2069–\u206819:00\u2069\u2069');
    assert.equal(span('2026-12-03T17:00', undefined, 'ar'), '\u206817:00\u2069');
    for (const language of ['ar', 'fa', 'ckb']) {
      const written = [span('2026-11-30T20:00', '2026-12-01T02:00', language), days('2026-11-30', '2026-12-02', language)];
      for (const words of written) assert.equal(words.match(/[\u2067\u2068]/g)!.length, words.match(/\u2069/g)!.length, 'every isolate is closed');
      assert.ok(written.every((words) => words.startsWith('\u2067')));
    }
  });
});

describe('The device’s own clock', () => {
  // Engines give Kathmandu its old name.
  const device = new Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Katmandu', 'Kathmandu');
  // 16:00 UTC on a winter day.
  const shown = { 'UTC': '16:00–18:00', 'Europe/Berlin': '17:00–19:00', 'America/St_Johns': '12:30–14:30', 'Asia/Kathmandu': '21:45–23:45', 'Pacific/Apia': 'Friday, December 4, 05:00–07:00' };

  it('is told where it shows another time, with its day where that is another', () => {
    const told = deviceTimes(occurrence('2026-12-03T17:00', '2026-12-03T19:00'), ['en']);
    assert.equal(told, device === 'Europe/Berlin' ? undefined : shown[device as keyof typeof shown]);
  });

  it('is not told where it shows the same', () => assert.equal(deviceTimes(occurrence('2026-12-03T17:00', '2026-12-03T19:00', device), ['en']), undefined));

  it('is not told of days', () => assert.equal(deviceTimes(occurrence('2026-12-03', undefined, 'Pacific/Kiritimati'), ['en']), undefined));

  it('names both days where the event goes over midnight there', () => {
    const local = occurrence('2026-12-03T23:00', '2026-12-04T01:00', device);
    // Told on a wall twelve hours behind.
    const told = deviceTimes({ ...local, start: local.start - 12 * 3_600_000, end: local.end - 12 * 3_600_000 }, ['en']);
    assert.equal(told, 'Thursday, December 3, 23:00 – Friday, December 4, 01:00');
  });
});

describe('A time zone', () => {
  it('has its name in the visitor’s language', () => {
    assert.deepEqual(['de', 'en', 'tr'].map((language) => formatZone('Europe/Berlin', [language])), ['Mitteleuropäische Zeit', 'Central European Time', 'Orta Avrupa Saati']);
    assert.equal(formatZone('Asia/Kathmandu', ['xx', 'de']), 'Nepalesische Zeit');
    assert.match(formatZone('America/St_Johns', ['ar']), /^[\p{Script=Arabic} ]+$/u);
  });

  it('has its IANA name where there are no better words than an offset', () => {
    for (const zone of ['Etc/GMT+3', 'Nowhere/Land', '', '__proto__']) assert.equal(formatZone(zone, ['en']), zone);
    assert.equal(formatZone('UTC', ['en']), 'UTC');
  });
});
