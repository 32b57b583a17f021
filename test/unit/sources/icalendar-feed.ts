/** Feeds, written short, and what comes out of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check, type Problem } from '../../../src/model/door.ts';
import { event, type Event } from '../../../src/model/event.ts';
import type { Reference } from '../../../src/model/endpoint.ts';
import { icalendar } from '../../../src/sources/icalendar/icalendar.ts';
import type { SourceContext } from '../../../src/sources/source.ts';

export const URL_OF_FEED = 'https://musterkreis.example/events.ics';

export const context: SourceContext = { collection: 'events', language: 'en', languages: ['de', 'en', 'ar', 'de-simple'], timeZone: 'Europe/Berlin' };

export const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/icalendar/${name}.ics`, import.meta.url), 'utf8');

export interface Read {
  events: Event[];
  /** What the source has named. */
  problems: Problem[];
}

/** Reads a feed, and sees to it that the model takes every record as it is. */
export function read(feed: string, options: object = {}, about: Partial<SourceContext> = {}): Read {
  const reference = { source: 'icalendar', url: URL_OF_FEED, ...options } as Reference;
  const { records, problems } = icalendar.read(reference, { ...context, ...about }, [{ url: URL_OF_FEED, as: 'text', body: feed }]);
  const events = records.map((record) => {
    const { value, problems: refused } = check(event, record, URL_OF_FEED);
    assert.deepEqual(refused, [], JSON.stringify(record));
    return value!;
  });
  return { events, problems };
}

/** A feed without faults. */
export function eventsOf(feed: string, options: object = {}, about: Partial<SourceContext> = {}): Event[] {
  const { events, problems } = read(feed, options, about);
  assert.deepEqual(problems, []);
  return events;
}

export const calendar = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** One event of the lines, with what it needs unless they say it. */
export function vevent(...lines: string[]): string {
  const given = (name: string): boolean => lines.some((line) => line.startsWith(name));
  const needed = [['UID', 'UID:one'], ['SUMMARY', 'SUMMARY:Treff'], ['DTSTART', 'DTSTART:20261204T160000Z']] as const;
  return ['BEGIN:VEVENT', ...needed.flatMap(([name, line]) => (given(name) ? [] : [line])), ...lines, 'END:VEVENT'].join('\r\n');
}

/** The one event of these lines. */
export function one(...lines: string[]): Event {
  const [first, ...others] = eventsOf(calendar(vevent(...lines)));
  assert.ok(first && !others.length);
  return first;
}
