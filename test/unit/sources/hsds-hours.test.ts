import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../src/model/day-arithmetic.ts';
import { openState, weekOf } from '../../../src/model/opening-hours.ts';
import { service, type Json } from './hsds-server.ts';

// 2026-11-23 is a Monday.
const TODAY = '2026-11-23';
const NO_HOLIDAYS = new Set<string>();

const weekly = (own: Json = {}): Json => ({ freq: 'WEEKLY', byday: 'MO,WE', opens_at: '09:00', closes_at: '12:00', ...own });
const hours = (...schedules: Json[]) => service({ schedules });
const slots = ({ actor }: Json): string[] => actor.openingHours.slots.map(({ days, opens, closes }: Json) => `${days.join()} ${opens}-${closes}`);

describe('HSDS: hours of every week', () => {
  it('reads days and times as they are written', () => {
    assert.deepEqual(slots(hours(weekly())), ['mo,we 09:00-12:00']);
    assert.deepEqual(slots(hours(weekly({ byday: ' we , mo', opens_at: '9:00:00', closes_at: '24:00' }))), ['mo,we 09:00-24:00']);
    assert.deepEqual(slots(hours(weekly({ freq: null, interval: 1, closes_at: '00:00' }))), ['mo,we 09:00-24:00']);
    assert.deepEqual(slots(hours(weekly({ freq: 'daily', byday: '' }))), ['mo,tu,we,th,fr,sa,su 09:00-12:00']);
    assert.deepEqual(slots(hours(weekly({ byday: '1MO,-1FR' }))), ['mo,fr 09:00-12:00']);
  });

  it('puts several schedules together, days of the same hours in one line', () => {
    const { actor, problems } = hours(weekly({ byday: 'FR' }), weekly({ byday: 'MO' }), weekly({ opens_at: '14:00', closes_at: '18:00', byday: 'TH' }));
    assert.deepEqual([slots({ actor }), problems], [['mo,fr 09:00-12:00', 'th 14:00-18:00'], []]);
  });

  it('takes the hours of the service at the place before those of the service, and these before those of the place', () => {
    const at = (...all: Json[]) => ({ service_at_locations: [{ schedules: all[0], location: { id: 'l', schedules: all[2] } }], schedules: all[1] });
    const [one, two, three] = ['MO', 'TU', 'WE'].map((byday) => [weekly({ byday })]);
    assert.deepEqual(slots(service(at(one, two, three))), ['mo 09:00-12:00']);
    assert.deepEqual(slots(service(at([], two, three))), ['tu 09:00-12:00']);
    assert.deepEqual(slots(service(at(null, null, three))), ['we 09:00-12:00']);
  });

  it('says what is noted beside the hours, but not their description, which says them again', () => {
    const { actor } = hours(weekly({ description: 'Montag und Mittwoch', notes: 'Bitte klingeln &amp; warten.' }));
    assert.deepEqual(actor.openingHours.note, { de: 'Bitte klingeln & warten.' });
    assert.equal(actor.description, undefined);
  });

  it('knows nothing of the hours where there are no schedules', () => {
    assert.equal(service({ schedules: [] }).actor.openingHours, undefined);
  });
});

describe('HSDS: hours that are not every week', () => {
  const words = 'Jeden ersten Samstag im Monat';

  it('tells them in the words of the schedule', () => {
    for (const own of [{ freq: 'MONTHLY', byday: '1SA' }, { interval: 2 }, { count: 3 }, { bymonthday: '2,3' }, { byweekno: '41' }, { opens_at: null }, { byday: null }, { byday: 'MO,XX' }]) {
      const { actor, problems } = hours(weekly({ description: words, ...own }));
      assert.deepEqual([actor.openingHours, actor.description, problems], [undefined, { de: `Zeiten: ${words}` }, []], JSON.stringify(own));
    }
    const { actor } = hours(weekly(), weekly({ freq: 'MONTHLY', description: words }));
    assert.deepEqual([slots({ actor }), actor.openingHours.note], [['mo,we 09:00-12:00'], { de: words }]);
  });

  it('names them where no words say when they are', () => {
    assert.deepEqual(hours(weekly({ freq: 'MONTHLY' })).reasons, ['[0].schedules[0]: Neither the same hours every week nor a description that says when; nothing is shown']);
  });

  it('leaves out what is over, and names it', () => {
    const { actor, reasons } = hours(weekly({ valid_to: '2026-11-22', description: words }), weekly({ until: '2020-01-01' }));
    assert.deepEqual([actor.openingHours, actor.description], [undefined, undefined]);
    assert.deepEqual(reasons, ['[0].schedules[0]: Ended on 2026-11-22; left out', '[0].schedules[1]: Ended on 2020-01-01; left out']);
    assert.deepEqual(hours(weekly({ valid_from: '2027-02-01', valid_to: '2027-01-01' })).reasons, ['[0].schedules[0]: Ends on 2027-01-01, before it begins on 2027-02-01; left out']);
  });

  it('names a date that is none, and goes on without it', () => {
    const result = hours(weekly({ valid_to: '2026-02-30' }));
    assert.deepEqual([slots(result), result.reasons], [['mo,we 09:00-12:00'], ['[0].schedules[0].valid_to: No such date: "2026-02-30"']]);
  });

  it('tells hours that begin in more than a month in words', () => {
    const { actor } = hours(weekly({ valid_from: '2027-03-01', description: 'Ab März' }));
    assert.deepEqual([actor.openingHours, actor.description], [undefined, { de: 'Zeiten: Ab März' }]);
  });

  it('changes the hours on the day one schedule ends and another begins', () => {
    const { actor } = hours(weekly({ valid_to: '2026-11-29' }), weekly({ valid_from: '2026-11-30', opens_at: '10:00', byday: 'MO,FR' }));
    const shown = (from: string) => weekOf(actor.openingHours, from, NO_HOLIDAYS).filter(({ slots: open }) => open.length).map(({ date, slots: open }) => `${date} ${open[0]?.opens}`);
    assert.deepEqual(shown(TODAY), ['2026-11-23 09:00', '2026-11-25 09:00']);
    assert.deepEqual(shown('2026-11-30'), ['2026-11-30 10:00', '2026-12-04 10:00']);
  });

  it('begins with the later and ends with the earlier of two dates', () => {
    const { actor } = hours(weekly({ valid_from: '2026-01-01', dtstart: '2026-11-25', valid_to: '2027-01-01', until: '2026-11-30' }));
    const open = (from: string) => weekOf(actor.openingHours, from, NO_HOLIDAYS).filter(({ slots: all }) => all.length).map(({ date }) => date);
    assert.deepEqual([...open(TODAY), ...open('2026-11-30')], ['2026-11-25', '2026-11-30']);
  });

  it('shows on every day ahead what the schedules of that day say, whatever they are', () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days));
    const schedule = fc.record({
      byday: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }),
      valid_from: fc.option(day), valid_to: fc.option(day), hour: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(fc.property(fc.array(schedule, { minLength: 1, maxLength: 4 }), (all) => {
      const { actor } = hours(...all.map(({ byday, hour, ...valid }) => weekly({ ...valid, byday: byday.join(), opens_at: `${8 + 4 * hour}:00`, closes_at: `${10 + 4 * hour}:00` })));
      const usable = all.filter(({ valid_from, valid_to }) => !(valid_to && (valid_to < TODAY || valid_to < (valid_from ?? ''))) && (valid_from ?? '') <= addDays(TODAY, 31));
      for (let ahead = 0; ahead <= 31; ahead += 1) {
        const date = addDays(TODAY, ahead);
        const name = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(`${date}T00:00:00Z`).getUTCDay()]!;
        const wanted = usable.filter(({ byday, valid_from, valid_to }) => byday.includes(name) && (valid_from ?? '') <= date && (valid_to ?? '9') >= date).map(({ hour }) => `${8 + 4 * hour}:00`.padStart(5, '0'));
        const shown = actor.openingHours ? weekOf(actor.openingHours, date, NO_HOLIDAYS)[0]!.slots.map(({ opens }) => opens) : [];
        assert.deepEqual(shown, [...new Set(wanted)].sort(), date);
      }
    }), { numRuns: 40 });
  });
});

describe('HSDS: clocks', () => {
  it('takes a zone by its name', () => {
    assert.equal(hours(weekly({ timezone: 'Europe/Lisbon' })).actor.openingHours.timeZone, 'Europe/Lisbon');
    assert.equal(hours(weekly({ timezone: 'Europe/Berlin' })).actor.openingHours.timeZone, undefined);
  });

  it('names a zone that is a number or an offset, and does not use it', () => {
    for (const timezone of [3, 0, '+02:00', 'UTC', 'Europe/Nowhere', { a: 1 }]) {
      const result = hours(weekly({ timezone }));
      assert.deepEqual([slots(result), result.actor.openingHours.timeZone], [['mo,we 09:00-12:00'], undefined]);
      assert.equal(result.reasons[0], `[0].schedules[0].timezone: ${JSON.stringify(timezone)} is no time zone such as "Europe/Berlin"; the hours are read as wall time of the site`);
    }
  });

  it('shows no hours where they are in several zones', () => {
    const { actor, reasons } = hours(weekly({ timezone: 'Europe/Lisbon' }), weekly());
    assert.deepEqual([actor.openingHours, reasons], [undefined, ['[0].schedules: Hours in more than one time zone: Europe/Lisbon, Europe/Berlin; none are shown']]);
  });

  it('takes an offset of the site’s own zone for its wall time, and shows no hours with another one', () => {
    for (const suffix of ['+01:00', '+0200']) assert.deepEqual(slots(hours(weekly({ opens_at: `09:00${suffix}`, closes_at: `12:00:00${suffix}` }))), ['mo,we 09:00-12:00']);
    const london = service({ schedules: [weekly({ opens_at: '09:00Z', closes_at: '12:00Z' })] }, {}, { timeZone: 'Europe/London' });
    assert.deepEqual(slots(london), ['mo,we 09:00-12:00']);
    for (const suffix of ['Z', '-05:00', '+99:99']) {
      const { actor, reasons } = hours(weekly({ opens_at: `09:00${suffix}`, closes_at: `12:00${suffix}` }));
      assert.deepEqual([actor.openingHours, reasons], [undefined, [`[0].schedules[0].opens_at: 09:00${suffix} to 12:00${suffix} are no hours on a wall in Europe/Berlin; they are not shown`]]);
    }
  });

  it('shows no times that are none', () => {
    for (const [opens_at, closes_at] of [['9', '12'], ['25:00', '26:00'], ['vormittags', 'mittags'], ['09:00', '09:00']]) {
      const { actor, reasons } = hours(weekly({ opens_at, closes_at }));
      assert.deepEqual([actor.openingHours, reasons.length], [undefined, 1], opens_at);
    }
  });
});

describe('HSDS: a service that pauses', () => {
  it('is closed until further notice, with or without hours', () => {
    for (const schedules of [[], [weekly()]]) {
      const { actor, problems } = service({ status: 'temporarily closed', schedules });
      assert.deepEqual([openState(actor.openingHours, { now: new Date(`${TODAY}T10:00:00Z`), timeZone: 'Europe/Berlin', holidays: NO_HOLIDAYS }), problems], [{ kind: 'temporarily-closed' }, []]);
    }
  });
});
