/** The events of the example pages: what a Kreis copies must be right. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { event, type Event } from '../../../src/model/event.ts';
import { readCollection, readEndpoint, type Reference } from '../../../src/model/endpoint.ts';
import { manyEvents } from '../../../demo/many-events.mjs';

const data = new URL('../../../demo/data/', import.meta.url);
const BASE = 'https://www.kreis-musterstadt.example/data/endpoint.json';
const LANGUAGES = ['de', 'en', 'ar', 'uk', 'tr'];

interface Feed { categories?: Record<string, string>; defaults?: { categories?: string[] } }
interface Journey { phases: { steps: { id: string }[] }[] }

function demo() {
  const { value: endpoint, problems } = readEndpoint(JSON.parse(readFileSync(new URL('endpoint.json', data), 'utf8')), BASE);
  const { journeys, events } = endpoint!.collections;
  const read = readCollection(event, events, BASE, ['events']);
  return {
    problems: [...problems, ...read.problems],
    categories: new Set((endpoint!.categories as { id: string }[]).map(({ id }) => id)),
    steps: new Set((journeys as Journey[]).flatMap(({ phases }) => phases.flatMap(({ steps }) => steps.map(({ id }) => id)))),
    raw: events,
    events: read.value.filter((entry): entry is Event => !('source' in entry)),
    feeds: read.value.filter((entry): entry is Reference => 'source' in entry),
  };
}

/** Language maps, by their path: `open-house.title`. */
function* languageMaps(value: unknown, path: string): Generator<[string, object]> {
  if (typeof value !== 'object' || value === null) return;
  if ('de' in value) yield [path, value];
  for (const [key, part] of Object.entries(value)) yield* languageMaps(part, `${path}.${key}`);
}

/** Ical.js wants seconds. */
const timeOf = (text: string) => ICAL.Time.fromString(text.includes('T') ? `${text}:00` : text);

/** Whether the series would begin on this date, exceptions aside. */
function isMet(start: ICAL.Time, rule: ICAL.Recur, wanted: ICAL.Time): boolean {
  const dates = rule.iterator(start);
  for (let date: ICAL.Time | null = dates.next(); date; date = dates.next()) {
    if (date.compare(wanted) >= 0) return date.compare(wanted) === 0;
  }
  return false;
}

const componentsOf = (file: string) => new ICAL.Component(ICAL.parse(readFileSync(new URL(`events/${file}`, data), 'utf8')) as unknown[]).getAllSubcomponents('vevent');
const uidOf = (component: ICAL.Component) => component.getFirstPropertyValue('uid') as string;
const times = (component: ICAL.Component, name: string) => component.getAllProperties(name).flatMap((property) => property.getValues() as ICAL.Time[]);
const FEEDS = ['community-college.ics', 'library.ics'];

describe('Events in the example endpoint', () => {
  it('pass the schema without a problem', () => {
    const { problems, events, feeds } = demo();
    assert.deepEqual(problems, []);
    assert.ok(events.length > 20);
    assert.deepEqual(feeds.map(({ source, url }) => `${source} ${url.slice(url.lastIndexOf('/') + 1)}`), FEEDS.map((file) => `icalendar ${file}`));
  });

  it('have ids of their own', () => {
    const ids = demo().events.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('name categories and steps that exist', () => {
    const { events, feeds, categories, steps } = demo();
    const mapped = (feeds as unknown as Feed[]).flatMap(({ categories: words = {}, defaults = {} }) => [...Object.values(words), ...(defaults.categories ?? [])]);
    assert.ok(mapped.length > 5);
    assert.deepEqual([...events.flatMap((entry) => entry.categories ?? ['none']), ...mapped].filter((id) => !categories.has(id)), []);
    assert.deepEqual(events.flatMap((entry) => entry.steps ?? []).filter((id) => !steps.has(id)), []);
    assert.ok(events.filter((entry) => entry.steps).length >= 8);
  });

  it('are complete in five languages', () => {
    const { raw, events } = demo();
    for (const { id, title, summary } of events) assert.ok([title, summary].every((text) => typeof text === 'object'), id);
    for (const [path, map] of languageMaps(raw, 'events')) {
      assert.deepEqual(Object.keys(map), LANGUAGES, path);
      assert.ok(Object.values(map).every(Boolean), path);
    }
  });

  it('ask no other host for anything but a visitor who clicks', () => {
    for (const { id, image, conference } of demo().events) {
      assert.ok(!image || image.url.startsWith(new URL('.', BASE).href), id);
      assert.ok(!conference || new URL(conference).hostname.endsWith('.example.org'), id);
    }
  });

  it('end after they begin; what a series leaves out or changes is one of its dates', () => {
    for (const { id, start, end, recurrence, exceptions = [], overrides = [] } of demo().events) {
      assert.ok(end !== undefined && end > start, id);
      const [first, rule] = [timeOf(start), recurrence === undefined ? undefined : ICAL.Recur.fromString(recurrence)];
      for (const date of [...(rule ? [start] : []), ...exceptions, ...overrides.map(({ recurrenceId }) => recurrenceId)]) {
        assert.ok(rule && isMet(first, rule, timeOf(date)), `${id}: ${date}`);
      }
    }
  });
});

describe('Feeds of the example endpoint', () => {
  for (const file of FEEDS) {
    it(`${file} is text as RFC 5545 asks for it`, () => {
      const bytes = readFileSync(new URL(`events/${file}`, data));
      const lines = bytes.toString('latin1').split('\r\n');
      assert.deepEqual(lines.filter((line) => /[\r\n]/.test(line) || line.length > 75), []);
      assert.equal(lines.at(-1), '');
      assert.doesNotThrow(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    });

    it(`${file} has events with a name, a beginning and an end; exceptions and changes are dates of their series`, () => {
      const components = componentsOf(file);
      const series = new Map(components.filter((component) => !component.getFirstProperty('recurrence-id')).map((component) => [uidOf(component), component]));
      assert.equal(series.size, 9);
      for (const component of components) {
        for (const name of ['uid', 'dtstamp', 'dtstart', 'summary', 'description', 'location']) assert.ok(component.getFirstPropertyValue(name), `${uidOf(component)}: ${name}`);
        assert.ok(component.getFirstProperty('dtend') ?? component.getFirstProperty('duration'), uidOf(component));
        const of = series.get(uidOf(component))!;
        const rule = of.getFirstPropertyValue('rrule') as ICAL.Recur | null;
        for (const date of [...times(component, 'exdate'), ...times(component, 'recurrence-id'), ...(rule ? times(of, 'dtstart') : [])]) {
          assert.ok(rule && isMet(times(of, 'dtstart')[0]!, rule, date), `${uidOf(component)}: ${date.toString()}`);
        }
      }
    });
  }

  it('share one event, at the same moment', () => {
    const [college, library] = FEEDS.map((file) => new Map(componentsOf(file).map((component) => [uidOf(component), component])));
    const shared = [...college!.keys()].filter((uid) => library!.has(uid));
    assert.deepEqual(shared, ['calendarize-fuehrung-deutsch-lernen-2026-12-09']);
    const [berlin, utc] = [college!, library!].map((feed) => feed.get(shared[0]!)!.getFirstPropertyValue('dtstart') as ICAL.Time);
    assert.equal(berlin!.toJSDate().getTime(), utc!.toJSDate().getTime());
  });
});

describe('10,000 events', () => {
  const { events } = manyEvents(10_000, '2026-11') as { events: (Event & { categories: string[] })[] };

  it('pass the schema, have ids of their own, and single dates within twelve months', () => {
    assert.deepEqual(readCollection(event, events, BASE, ['events']).problems, []);
    assert.equal(new Set(events.map(({ id }) => id)).size, 10_000);
    const starts = events.filter(({ recurrence }) => !recurrence).map(({ start }) => start).sort();
    assert.ok(starts[0]!.startsWith('2026-11-01') && starts.at(-1)!.startsWith('2027-10-31'));
  });

  it('hold 500 series that began before, on one of their dates', () => {
    const series = events.filter(({ recurrence }) => recurrence);
    assert.equal(series.length, 500);
    for (const { id, start, recurrence } of series) {
      const first = timeOf(start);
      assert.ok(start < '2026-11-01' && isMet(first, ICAL.Recur.fromString(recurrence!), first), id);
    }
  });

  it('are the same for the same count and month', () => {
    assert.deepEqual(manyEvents(100, '2027-02'), manyEvents(100, '2027-02'));
    assert.notDeepEqual(manyEvents(100, '2027-02'), manyEvents(100, '2027-03'));
  });
});
