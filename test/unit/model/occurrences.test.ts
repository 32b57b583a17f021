import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Event } from '../../../src/model/event.ts';
import { isRecurring, occurrencesOf, type Occurrence } from '../../../src/model/occurrences.ts';
import { readEventTime, writeEventTime } from '../../../src/model/wall-time.ts';

const at = (text: string): number => readEventTime(text)!.wall;
const make = (event: Partial<Event> & Pick<Event, 'start'>): Event => ({ id: 'open-house', title: 'Open house', ...event });
const list = (event: Partial<Event> & Pick<Event, 'start'>, from: string, to: string, zone = 'Europe/Berlin'): Occurrence[] => occurrencesOf(make(event), { from: at(from), to: at(to) }, zone).occurrences;
const show = (occurrences: readonly Occurrence[]): string[] => occurrences.map(({ start, end }) => `${writeEventTime(start, false)}/${writeEventTime(end, false)}`);
const utc = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

const weekly = { start: '2026-12-03T17:00', end: '2026-12-03T19:00', recurrence: 'FREQ=WEEKLY' };

describe('A single date', () => {
  it('is told in the zone of the event, and in the site\'s where it has none', () => {
    const [own] = list({ start: '2026-12-04T17:00', end: '2026-12-04T19:00', timeZone: 'America/New_York' }, '2026-12-01', '2027-01-01');
    assert.deepEqual([own?.zone, show([own!])[0], utc(own!.at), utc(own!.until), own!.allDay], ['America/New_York', '2026-12-04T17:00/2026-12-04T19:00', '2026-12-04T22:00', '2026-12-05T00:00', false]);
    const [site] = list({ start: '2026-12-04T17:00' }, '2026-12-01', '2027-01-01');
    assert.deepEqual([site?.zone, show([site!])[0], utc(site!.at), utc(site!.until)], ['Europe/Berlin', '2026-12-04T17:00/2026-12-04T17:00', '2026-12-04T16:00', '2026-12-04T16:00']);
  });
  it('in UTC is told on the wall of the site', () => {
    const [occurrence] = list({ start: '2026-12-04T23:30Z', end: '2026-12-05T01:00Z', timeZone: 'America/New_York' }, '2026-12-05', '2026-12-06');
    assert.deepEqual([occurrence?.zone, show([occurrence!])[0], utc(occurrence!.at)], ['Europe/Berlin', '2026-12-05T00:30/2026-12-05T02:00', '2026-12-04T23:30']);
    assert.deepEqual(show(list({ start: '2026-10-25T01:30Z' }, '2026-10-25', '2026-10-26')), ['2026-10-25T02:30/2026-10-25T02:30'], 'the second pass of the overlap');
    assert.equal(utc(list({ start: '2026-10-25T01:30Z' }, '2026-10-25', '2026-10-26')[0]!.at), '2026-10-25T01:30');
  });
  it('of days lasts from midnight to midnight, one day where no end or an earlier one is given', () => {
    for (const end of [undefined, '2026-03-29', '2026-03-28', '2026-03-30']) {
      const [day] = list({ start: '2026-03-29', end }, '2026-03-01', '2026-04-01');
      assert.deepEqual([show([day!])[0], utc(day!.at), utc(day!.until), day!.allDay], ['2026-03-29T00:00/2026-03-30T00:00', '2026-03-28T23:00', '2026-03-29T22:00', true]);
    }
    assert.deepEqual(show(list({ start: '2026-12-24', end: '2026-12-27' }, '2026-12-01', '2027-01-01')), ['2026-12-24T00:00/2026-12-27T00:00']);
  });
  it('in the spring gap is moved forward, and one that ends before it begins has no end', () => {
    assert.deepEqual(show(list({ start: '2026-03-29T02:30' }, '2026-03-01', '2026-04-01')), ['2026-03-29T03:30/2026-03-29T03:30']);
    assert.deepEqual(show(list({ start: '2026-12-04T17:00', end: '2026-12-04T16:00' }, '2026-12-01', '2027-01-01')), ['2026-12-04T17:00/2026-12-04T17:00']);
  });
  it('is the event that was given, without an id of a series', () => {
    const event = make({ start: '2026-12-04' });
    const [occurrence] = occurrencesOf(event, { from: at('2026-12-01'), to: at('2027-01-01') }, 'UTC').occurrences;
    assert.equal(occurrence?.event, event);
    assert.equal('recurrenceId' in occurrence!, false);
    assert.deepEqual([event, make({ start: '2026-12-04', additions: [] }), make({ start: '2026-12-04', additions: ['2026-12-05'] }), make(weekly)].map(isRecurring), [false, false, true, true]);
  });
  it('overlaps a span as long as it goes on in it', () => {
    const event = { start: '2026-12-04T17:00', end: '2026-12-05T02:00' };
    const count = (from: string, to: string, of: typeof event | { start: string } = event): number => list(of, from, to).length;
    assert.deepEqual([count('2026-12-05', '2026-12-06'), count('2026-12-05T02:00', '2026-12-06'), count('2026-12-04', '2026-12-04T17:00'), count('2026-12-04', '2026-12-04T17:01')], [1, 0, 0, 1]);
    const moment = { start: '2026-12-04T17:00' };
    assert.deepEqual([count('2026-12-04T17:00', '2026-12-05', moment), count('2026-12-04', '2026-12-04T17:00', moment)], [1, 0]);
  });
  it('that does not exist throws a sentence', () => {
    assert.throws(() => list({ start: '2026-02-30' }, '2026-01-01', '2027-01-01'), { name: 'RangeError', message: 'There is no 2026-02-30.' });
    assert.throws(() => list({ start: '2026-02-20', end: '2026-02-30' }, '2026-01-01', '2027-01-01'), { name: 'RangeError', message: 'There is no 2026-02-30.' });
    assert.throws(() => list({ ...weekly, recurrence: 'FREQ=HOURLY' }, '2026-01-01', '2027-01-01'), RangeError);
  });
});

describe('A series', () => {
  it('has dates with ids in its own terms', () => {
    const ids = (event: Partial<Event> & Pick<Event, 'start'>): (string | undefined)[] => list(event, '2026-12-01', '2026-12-12').map(({ recurrenceId }) => recurrenceId);
    assert.deepEqual(ids(weekly), ['2026-12-03T17:00', '2026-12-10T17:00']);
    assert.deepEqual(ids({ start: '2026-12-03', recurrence: 'FREQ=WEEKLY' }), ['2026-12-03', '2026-12-10']);
    assert.deepEqual(ids({ start: '2026-12-03T16:00:30Z', recurrence: 'FREQ=WEEKLY' }), ['2026-12-03T16:00:30Z', '2026-12-10T16:00:30Z']);
    assert.deepEqual(ids({ start: '2026-12-03T17:00', additions: ['2026-12-06'] }), ['2026-12-03T17:00', '2026-12-06T17:00']);
  });
  it('keeps its exact length over a clock change (RFC 5545 3.8.5.3), days their number', () => {
    assert.deepEqual(show(list({ start: '2026-10-23T22:00', end: '2026-10-24T06:00', recurrence: 'FREQ=DAILY;COUNT=3' }, '2026-10-01', '2026-11-01')), ['2026-10-23T22:00/2026-10-24T06:00', '2026-10-24T22:00/2026-10-25T05:00', '2026-10-25T22:00/2026-10-26T06:00']);
    assert.deepEqual(show(list({ start: '2026-10-24', end: '2026-10-26', recurrence: 'FREQ=WEEKLY;COUNT=2' }, '2026-10-01', '2026-11-30')), ['2026-10-24T00:00/2026-10-26T00:00', '2026-10-31T00:00/2026-11-02T00:00']);
  });
  it('in UTC stays where it is in UTC, and spans are told on the wall', () => {
    const series = { start: '2026-10-18T22:30Z', end: '2026-10-18T23:30Z', recurrence: 'FREQ=WEEKLY' };
    assert.deepEqual(show(list(series, '2026-10-19', '2026-11-02')), ['2026-10-19T00:30/2026-10-19T01:30', '2026-10-25T23:30/2026-10-26T00:30', '2026-11-01T23:30/2026-11-02T00:30']);
  });
  it('goes on into a span from before it', () => {
    assert.deepEqual(show(list({ start: '2026-12-03T22:00', end: '2026-12-06T04:00', recurrence: 'FREQ=WEEKLY' }, '2026-12-13', '2026-12-17')), ['2026-12-10T22:00/2026-12-13T04:00']);
  });
  it('is cut after a thousand dates', () => {
    const { occurrences, cut } = occurrencesOf(make({ start: '2026-12-03', recurrence: 'FREQ=DAILY' }), { from: at('2027-01-01'), to: at('2037-01-01') }, 'UTC');
    assert.deepEqual([occurrences.length, cut], [1_000, true]);
  });
});

describe('A changed date', () => {
  const december = (overrides: Event['overrides'], more: Partial<Event> = {}): Occurrence[] => list({ ...weekly, overrides, ...more }, '2026-12-01', '2027-01-01');
  it('has what is different, and the rest of the series', () => {
    const [, changed, after] = december([{ recurrenceId: '2026-12-10T17:00', title: 'With Santa', place: 'Town hall' }]);
    assert.deepEqual(changed?.event, { ...make(weekly), title: 'With Santa', place: 'Town hall', overrides: [{ recurrenceId: '2026-12-10T17:00', title: 'With Santa', place: 'Town hall' }] });
    assert.deepEqual([show([changed!])[0], changed?.recurrenceId, after?.event.title], ['2026-12-10T17:00/2026-12-10T19:00', '2026-12-10T17:00', 'Open house']);
  });
  it('moves within the span, into it and out of it', () => {
    assert.deepEqual(show(december([{ recurrenceId: '2026-12-10T17:00', start: '2026-12-24T10:00' }])), ['2026-12-03T17:00/2026-12-03T19:00', '2026-12-17T17:00/2026-12-17T19:00', '2026-12-24T10:00/2026-12-24T12:00', '2026-12-24T17:00/2026-12-24T19:00', '2026-12-31T17:00/2026-12-31T19:00']);
    assert.equal(december([{ recurrenceId: '2026-12-10T17:00', start: '2027-01-01T10:00', end: '2027-01-01T11:00' }]).length, 4);
    const [moved] = december([{ recurrenceId: '2027-01-07T17:00', start: '2026-12-01T10:00', end: '2026-12-01T10:30' }]);
    assert.deepEqual([show([moved!])[0], moved?.recurrenceId], ['2026-12-01T10:00/2026-12-01T10:30', '2027-01-07T17:00']);
  });
  it('may become a whole day, or last longer', () => {
    const [, day] = december([{ recurrenceId: '2026-12-10T17:00', start: '2026-12-10' }]);
    assert.deepEqual([show([day!])[0], day?.allDay], ['2026-12-10T00:00/2026-12-11T00:00', true]);
    assert.equal(show(december([{ recurrenceId: '2026-12-10T17:00', end: '2026-12-10T22:00' }]))[1], '2026-12-10T17:00/2026-12-10T22:00');
  });
  it('is found by its instant and by its day too', () => {
    for (const recurrenceId of ['2026-12-10T16:00Z', '2026-12-10', '2026-12-10T17:00:00']) {
      assert.deepEqual(december([{ recurrenceId, title: 'Other' }]).map(({ event, recurrenceId: own }) => [event.title, own])[1], ['Other', '2026-12-10T17:00'], recurrenceId);
    }
    const [first] = list({ start: '2026-12-03T16:00Z', recurrence: 'FREQ=WEEKLY', overrides: [{ recurrenceId: '2026-12-03T17:00', title: 'Other' }] }, '2026-12-01', '2026-12-09');
    assert.deepEqual([first?.event.title, first?.recurrenceId], ['Other', '2026-12-03T16:00Z']);
  });
  it('that is cancelled is told so, unless it is no date at all', () => {
    assert.deepEqual(december([{ recurrenceId: '2026-12-10T17:00', status: 'cancelled' }]).map(({ event }) => event.status), [undefined, 'cancelled', undefined, undefined, undefined]);
    assert.equal(december([{ recurrenceId: '2026-12-11T17:00', status: 'cancelled' }]).length, 5);
    assert.equal(december([{ recurrenceId: '2026-12-10T17:00', status: 'cancelled' }], { exceptions: ['2026-12-10'] }).length, 4);
  });
  it('stands where the series leaves its date out too, as feeds write both', () => {
    assert.deepEqual(show(december([{ recurrenceId: '2026-12-10T17:00', start: '2026-12-11T17:00' }], { exceptions: ['2026-12-10T17:00'] }))[1], '2026-12-11T17:00/2026-12-11T19:00');
  });
  it('is the same event each time it is asked for', () => {
    const event = make({ ...weekly, overrides: [{ recurrenceId: '2026-12-03T17:00', title: 'Other' }] });
    const ask = (): Occurrence => occurrencesOf(event, { from: at('2026-12-01'), to: at('2026-12-05') }, 'Europe/Berlin').occurrences[0]!;
    assert.equal(ask().event, ask().event);
    assert.notEqual(ask().event, event);
  });
  it('that does not exist changes nothing', () => assert.equal(december([{ recurrenceId: '2026-02-30' }, { recurrenceId: '2026-12-10T17:00', start: '2026-12-32' }]).length, 5));
});
