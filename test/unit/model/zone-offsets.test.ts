import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HOUR, MINUTE, readEventTime, writeEventTime } from '../../../src/model/wall-time.ts';
import { gapsBetween, instantOf, isSkipped, latestWallAt, wallOf } from '../../../src/model/zone-offsets.ts';

const at = (text: string): number => readEventTime(text)!.wall;
/** The instant at which a wall shows a time, in UTC. */
const instant = (text: string, zone: string): string => `${writeEventTime(instantOf(at(text), zone), false)}Z`;
const wall = (text: string, zone: string): string => writeEventTime(wallOf(at(text), zone), false);

/** What Intl shows at an instant. */
const formats = new Map<string, Intl.DateTimeFormat>();
function shown(time: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv', { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return at(format.format(time).replace(' ', 'T'));
}

describe('Wall time and instants', () => {
  it('go by the offset of the season', () => {
    assert.equal(instant('2026-01-15T17:00', 'Europe/Berlin'), '2026-01-15T16:00Z');
    assert.equal(instant('2026-07-15T17:00', 'Europe/Berlin'), '2026-07-15T15:00Z');
    assert.equal(wall('2026-07-15T15:00Z', 'Europe/Berlin'), '2026-07-15T17:00');
    assert.equal(instant('2026-07-15T17:00', 'Asia/Kathmandu'), '2026-07-15T11:15Z');
    assert.equal(instant('2026-07-15T17:00', 'UTC'), '2026-07-15T17:00Z');
  });

  it('move forward by the length of the spring gap (RFC 5545 3.3.5)', () => {
    for (const [time, moved] of [['01:59:59', '01:59:59'], ['02:00', '03:00'], ['02:30', '03:30'], ['02:59:59', '03:59:59'], ['03:00', '03:00']]) {
      assert.equal(wall(instant(`2026-03-29T${time}`, 'Europe/Berlin'), 'Europe/Berlin'), `2026-03-29T${moved}`);
      assert.equal(isSkipped(at(`2026-03-29T${time}`), 'Europe/Berlin'), time !== moved);
    }
    assert.equal(instant('2026-03-29T02:30', 'Europe/Berlin'), '2026-03-29T01:30Z');
    assert.equal(instant('2026-03-08T02:30', 'America/St_Johns'), '2026-03-08T06:00Z');
  });

  it('mean the first pass of the autumn overlap', () => {
    assert.equal(instant('2026-10-25T01:59:59', 'Europe/Berlin'), '2026-10-24T23:59:59Z');
    assert.equal(instant('2026-10-25T02:00', 'Europe/Berlin'), '2026-10-25T00:00Z');
    assert.equal(instant('2026-10-25T02:59:59', 'Europe/Berlin'), '2026-10-25T00:59:59Z');
    assert.equal(instant('2026-10-25T03:00', 'Europe/Berlin'), '2026-10-25T02:00Z');
    assert.equal(isSkipped(at('2026-10-25T02:30'), 'Europe/Berlin'), false);
    assert.deepEqual(['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map((time) => wall(time, 'Europe/Berlin')), ['2026-10-25T02:30', '2026-10-25T02:30']);
  });

  it('know half an hour on Lord Howe', () => {
    assert.equal(instant('2026-10-04T02:15', 'Australia/Lord_Howe'), '2026-10-03T15:45Z');
    assert.equal(wall('2026-10-03T15:45Z', 'Australia/Lord_Howe'), '2026-10-04T02:45');
    assert.equal(instant('2026-04-05T01:45', 'Australia/Lord_Howe'), '2026-04-04T14:45Z');
    assert.deepEqual(['2026-04-04T14:45Z', '2026-04-04T15:15Z'].map((time) => wall(time, 'Australia/Lord_Howe')), ['2026-04-05T01:45', '2026-04-05T01:45']);
  });

  it('know the day that Samoa skipped', () => {
    assert.equal(isSkipped(at('2011-12-29T23:59'), 'Pacific/Apia'), false);
    assert.equal(isSkipped(at('2011-12-30T00:00'), 'Pacific/Apia'), true);
    assert.equal(isSkipped(at('2011-12-30T23:59'), 'Pacific/Apia'), true);
    assert.equal(isSkipped(at('2011-12-31T00:00'), 'Pacific/Apia'), false);
    assert.equal(wall(instant('2011-12-30T12:00', 'Pacific/Apia'), 'Pacific/Apia'), '2011-12-31T12:00');
  });

  it('know changes a week less an hour apart, and mean times of their own', () => {
    assert.deepEqual(['2000-10-07T12:00Z', '2000-10-10T12:00Z', '2000-10-20T12:00Z'].map((time) => wall(time, 'America/Recife')), ['2000-10-07T09:00', '2000-10-10T10:00', '2000-10-20T09:00']);
    assert.equal(wall('1850-01-01T12:00Z', 'Europe/Berlin'), '1850-01-01T12:53:28');
    assert.equal(wall('0001-01-02T12:00Z', 'Europe/Berlin'), '0001-01-02T12:53:28');
    assert.equal(wall('9999-12-30T12:00Z', 'Asia/Kathmandu'), '9999-12-30T17:45');
  });

  it('throw where there is no such zone', () => assert.throws(() => instantOf(0, 'Europe/Musterstadt'), RangeError));

  const zone = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/New_York', 'Asia/Gaza', 'Antarctica/Troll', 'UTC');
  const time = fc.oneof(fc.integer({ min: Date.UTC(1970, 0) / MINUTE, max: Date.UTC(2045, 0) / MINUTE }), fc.integer({ min: Date.UTC(2024, 0) / MINUTE, max: Date.UTC(2028, 0) / MINUTE })).map((minutes) => minutes * MINUTE);
  // The two hours before and behind every change of some years, where it matters.
  const changes = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2011-12-30T10:00Z', '2026-10-03T15:30Z', '2026-04-04T15:00Z', '2026-03-08T05:30Z', '2026-11-01T04:30Z', '2026-02-15T02:00Z', '2026-03-22T02:00Z'].map(at);
  const critical = fc.oneof(time, fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -26 * 60, max: 26 * 60 })).map(([change, minutes]) => change + minutes * MINUTE));

  it('agree with what Intl shows at any instant', () => {
    fc.assert(fc.property(critical, zone, (now, name) => assert.equal(wallOf(now, name), shown(now, name))), { numRuns: 3_000 });
  });

  it('agree with what Intl shows for any wall time: the first instant that shows it, or none', () => {
    fc.assert(fc.property(critical, zone, (asked, name) => {
      // Every quarter of an hour that could show it. Offsets of these years are multiples of it.
      const showing = [];
      for (let candidate = asked - 26 * HOUR; candidate <= asked + 26 * HOUR; candidate += 15 * MINUTE) if (shown(candidate, name) === asked) showing.push(candidate);
      assert.equal(isSkipped(asked, name), !showing.length);
      if (showing.length) assert.equal(instantOf(asked, name), showing[0]);
      else {
        // Told with the offset before the gap.
        const before = shown(asked - 50 * HOUR, name) - (asked - 50 * HOUR);
        assert.equal(instantOf(asked, name), asked - before);
      }
    }), { numRuns: 150 });
  });

  it('tell the latest wall time that has been at an instant', () => {
    assert.deepEqual(['2026-10-25T00:30Z', '2026-10-25T02:00Z'].map((now) => writeEventTime(latestWallAt(at(now), 'Europe/Berlin'), false)), ['2026-10-25T02:30', '2026-10-25T03:00']);
    assert.equal(latestWallAt(at('2026-10-25T01:10Z'), 'Europe/Berlin'), at('2026-10-25T03:00') - 1);
    fc.assert(fc.property(critical, zone, fc.integer({ min: -180, max: 180 }), (now, name, minutes) => {
      const asked = now + minutes * MINUTE + (wallOf(now, name) - now);
      if (!isSkipped(asked, name)) assert.equal(asked <= latestWallAt(now, name), instantOf(asked, name) <= now);
    }), { numRuns: 2_000 });
  });

  it('list the gaps of a span', () => {
    const gaps = (from: string, to: string, name: string): string[][] => gapsBetween(at(from), at(to), name).map((gap) => gap.map((time) => writeEventTime(time, false)));
    assert.deepEqual(gaps('2026-01-01', '2028-01-01', 'Europe/Berlin'), [['2026-03-29T02:00', '2026-03-29T03:00'], ['2027-03-28T02:00', '2027-03-28T03:00']]);
    assert.deepEqual(gaps('2026-03-29T02:30', '2026-03-29T02:31', 'Europe/Berlin').length, 1);
    assert.deepEqual([gaps('2026-03-29', '2026-03-29T02:00', 'Europe/Berlin'), gaps('2026-03-29T03:00', '2026-04-01', 'Europe/Berlin')], [[], []]);
    assert.deepEqual(gaps('2011-01-01', '2012-01-01', 'Pacific/Apia'), [['2011-09-24T03:00', '2011-09-24T04:00'], ['2011-12-30T00:00', '2011-12-31T00:00']]);
    assert.equal(gaps('1990-01-01', '2020-01-01', 'Europe/Berlin').length, 30);
    assert.deepEqual(gaps('0001-01-01', '2000-01-01', 'Asia/Kathmandu'), [['1986-01-01T00:00', '1986-01-01T00:15']]);
  });
});
