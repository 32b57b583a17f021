import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../../../src/model/actor.ts';
import { check } from '../../../src/model/door.ts';
import { openingHours } from '../../../src/model/schedule.ts';

const slot = (opens: unknown, closes: unknown, rest: object = {}) => ({ days: ['mo'], opens, closes, ...rest });
const hours = (slots: unknown, rest: object = {}) => check(openingHours, { slots, ...rest });
const good = slot('08:00', '12:00');
/** What is kept of one more slot or exception, and what is said about it. */
const slotWith = (...times: [unknown, unknown]) => {
  const { value, problems } = hours([good, slot(...times)]);
  return { kept: value!.slots.length === 2, problems };
};
const exceptionWith = (exception: object) => {
  const { value, problems } = hours([good], { exceptions: [exception] });
  return { kept: value!.exceptions!.length === 1, problems };
};

describe('Opening hours at the door', () => {
  it('pass as they are', () => {
    const input = {
      slots: [good, slot('00:00', '24:00'), slot('13:00', '18:30', { byAppointment: true, days: ['tu', 'th'] })],
      exceptions: [{ from: '2026-12-24', to: '2027-01-01' }, { from: '2026-12-29', opens: '10:00', closes: '12:00', note: 'Emergencies' }, { from: '2026-12-29', opens: '14:00', closes: '15:00' }],
      timeZone: 'Africa/Cairo',
    };
    assert.deepEqual(check(openingHours, input), { value: input, problems: [] });
  });

  it('refuse times that no clock shows', () => {
    for (const time of ['25:00', '24:01', '8:00', '08:60', '08.00', '', 8, null]) {
      const { kept, problems } = slotWith(time, '12:00');
      assert.deepEqual([kept, problems.map(({ path }) => path)], [false, ['slots[1].opens']], String(time));
    }
  });

  it('refuse a slot that closes when it opens', () => {
    for (const time of ['08:00', '00:00', '24:00']) {
      assert.deepEqual(slotWith(time, time), { kept: false, problems: [{ path: 'slots[1]', reason: `Closes at ${time}, when it opens; a whole day is 00:00 to 24:00` }] });
    }
    assert.equal(slotWith('24:00', '00:00').kept, false);
  });

  it('keep a slot over midnight and name how it is read', () => {
    assert.deepEqual(slotWith('18:00', '02:00'), { kept: true, problems: [{ path: 'slots[1]', reason: 'Closes at 02:00, before it opens at 18:00: read as 02:00 on the next day' }] });
    assert.deepEqual([slotWith('20:00', '08:00').kept, slotWith('24:00', '02:00').kept], [true, true]);
  });

  it('refuse a slot that would run over midnight for more than 12 hours: it is a slip', () => {
    assert.deepEqual(slotWith('08:00', '04:00'), { kept: false, problems: [{ path: 'slots[1]', reason: 'Closes at 04:00, before it opens at 08:00' }] });
    assert.deepEqual([slotWith('20:00', '08:01').kept, slotWith('12:00', '11:59').kept], [false, false]);
  });

  it('take 00:00 as an end for the end of the day, however long that day was', () => {
    assert.deepEqual([slotWith('18:00', '00:00'), slotWith('06:00', '00:00')], [{ kept: true, problems: [] }, { kept: true, problems: [] }]);
  });

  it('refuse a slot without a day', () => {
    assert.deepEqual(hours([good, slot('08:00', '12:00', { days: [] })]).problems, [{ path: 'slots[1]', reason: 'Expected at least one day' }]);
    const { value, problems } = hours([good, slot('08:00', '12:00', { days: ['Mo', 'tu'] }), slot('08:00', '12:00', { days: ['Monday'] })]);
    assert.deepEqual(value!.slots.map(({ days }) => days), [['mo'], ['tu']]);
    assert.deepEqual(problems.map(({ path }) => path), ['slots[1].days[0]', 'slots[2].days[0]', 'slots[2]']);
  });

  it('are unknown, not closed for good, where no slot is left', () => {
    const { value, problems } = hours([slot('08:00', '04:00'), slot('25:00', '26:00')]);
    assert.equal(value, undefined);
    assert.deepEqual(problems.map(({ path }) => path), ['slots[0]', 'slots[1].opens', 'slots[1].closes', '']);
    const office = check(actor, { id: 'a', name: 'Office', openingHours: { slots: [slot('08:00', '04:00')] } });
    assert.deepEqual(office.value, { id: 'a', name: 'Office' });
    assert.deepEqual(office.problems.map(({ path }) => path), ['openingHours.slots[0]', 'openingHours']);
  });

  it('may be empty on purpose, and say what they know beside bad slots', () => {
    assert.deepEqual(hours([]), { value: { slots: [] }, problems: [] });
    for (const flag of ['temporarilyClosed', 'byAppointmentOnly']) assert.deepEqual(hours([slot('08:00', '04:00')], { [flag]: true }).value, { slots: [], [flag]: true });
  });
});

describe('Exceptions at the door', () => {
  it('refuse an end before the beginning', () => {
    assert.deepEqual(exceptionWith({ from: '2026-12-24', to: '2026-12-23' }), { kept: false, problems: [{ path: 'exceptions[0]', reason: 'Ends on 2026-12-23, before it begins on 2026-12-24' }] });
    assert.deepEqual(exceptionWith({ from: '2026-12-24', to: '2026-12-24' }), { kept: true, problems: [] });
  });

  it('refuse one time without the other', () => {
    for (const times of [{ opens: '08:00' }, { closes: '12:00' }, { opens: '08:00', closes: null }]) {
      assert.deepEqual(exceptionWith({ from: '2026-12-24', ...times }), { kept: false, problems: [{ path: 'exceptions[0]', reason: 'Expected both opens and closes, or neither' }] });
    }
    assert.deepEqual(exceptionWith({ from: '2026-12-24', opens: null, closes: null }), { kept: true, problems: [] });
  });

  it('do not turn into "closed" where their times cannot be read', () => {
    assert.equal(exceptionWith({ from: '2026-12-24', opens: '25:00', closes: '12:00' }).kept, false);
    const { kept, problems } = exceptionWith({ from: '2026-12-24', opens: '8 am', closes: 'noon' });
    assert.deepEqual([kept, problems.map(({ path }) => path)], [false, ['exceptions[0].opens', 'exceptions[0].closes', 'exceptions[0]']]);
  });

  it('know the rules for slots', () => {
    const times = (opens: string, closes: string) => exceptionWith({ from: '2026-12-24', opens, closes });
    assert.deepEqual([times('08:00', '08:00').kept, times('08:00', '04:00').kept, times('18:00', '02:00').kept], [false, false, true]);
    assert.deepEqual(times('18:00', '02:00').problems.map(({ path }) => path), ['exceptions[0]']);
  });

  it('lose a bad last day or a bad note, and nothing else', () => {
    const { value, problems } = hours([good], { exceptions: [{ from: '2026-12-24', to: '2026-02-30', note: 5 }] });
    assert.deepEqual(value!.exceptions, [{ from: '2026-12-24' }]);
    assert.deepEqual(problems.map(({ path }) => path), ['exceptions[0].to', 'exceptions[0].note']);
  });
});
