import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nothing } from 'lit';
import type { OpeningHours } from '../../../../src/model/schedule.ts';
import { Content } from '../../../../src/core/content.ts';
import { openSentence } from '../../../../src/core/actor/open-sentence.ts';
import type { CardContext } from '../../../../src/core/actor/card-context.ts';

const context = (when: string, some: Partial<CardContext> = {}): CardContext => ({
  content: new Content(['en'], 'de', 'en'), now: new Date(when.endsWith('Z') ? when : `${when.replace(' ', 'T')}:00+01:00`),
  timeZone: 'Europe/Berlin', holidays: new Set<string>(), language: 'en', site: 'town', level: 2, ...some,
});

/** The sentence, with the class of its colour before it. The hour is of a wall in Berlin in winter, unless it is an instant. */
function said(openingHours: OpeningHours | undefined, when: string, some?: Partial<CardContext>): string | undefined {
  const shown = openSentence({ openingHours }, context(when, some));
  return shown === nothing ? undefined : shown.values.join(' | ');
}

const slot = (days: OpeningHours['slots'][number]['days'], opens: string, closes: string) => ({ days, opens, closes });
// 23 November 2026 is a Monday.
const office: OpeningHours = { slots: [slot(['mo', 'tu', 'th', 'fr'], '08:00', '16:00')] };

describe('Whether an office is open', () => {
  it('is said with the time it closes, or opens again', () => {
    assert.equal(said(office, '2026-11-23 09:00'), 'open-state open | Open now, until 16:00');
    assert.equal(said(office, '2026-11-23 07:59'), 'open-state closed | Closed now. Opens: 08:00');
    assert.equal(said(office, '2026-11-23 16:00'), 'open-state closed | Closed now. Opens: tomorrow, 08:00');
  });

  it('names the day by the weekday within a week, and by its date from then on', () => {
    const monday: OpeningHours = { slots: [slot(['mo'], '08:00', '16:00')] };
    assert.equal(said(office, '2026-11-24 16:00'), 'open-state closed | Closed now. Opens: Thursday, 08:00');
    assert.equal(said(monday, '2026-11-24 09:00'), 'open-state closed | Closed now. Opens: Monday, 08:00', 'in six days');
    assert.equal(said(monday, '2026-11-23 17:00'), 'open-state closed | Closed now. Opens: November 30, 2026, 08:00', 'today is a Monday too');
  });

  it('is in the visitor’s way of writing days and times', () => {
    assert.equal(said(office, '2026-11-24 16:00', { content: new Content(['fa', 'de'], 'de', 'en') }), 'open-state closed | Closed now. Opens: پنجشنبه, ۰۸:۰۰');
  });

  it('is said of the day it closes on, where that is not today', () => {
    const bar: OpeningHours = { slots: [slot(['mo'], '18:00', '02:00')] };
    assert.equal(said(bar, '2026-11-23 23:00'), 'open-state open | Open now, until tomorrow, 02:00');
    assert.equal(said(bar, '2026-11-24 01:00'), 'open-state open | Open now, until 02:00');
    assert.equal(said({ slots: [slot(['mo'], '18:00', '24:00')] }, '2026-11-23 23:00'), 'open-state open | Open now, until 24:00');
  });

  it('is said without a time where there is none', () => {
    assert.equal(said({ slots: [slot(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], '00:00', '24:00')] }, '2026-11-23 09:00'), 'open-state open | Open now');
    assert.equal(said({ slots: [] }, '2026-11-23 09:00'), 'open-state closed | Closed now');
  });

  it('is not claimed where it is not known', () => assert.equal(said(undefined, '2026-11-23 09:00'), undefined));

  it('is another sentence where nobody can walk in', () => {
    assert.equal(said({ ...office, temporarilyClosed: true }, '2026-11-23 09:00'), 'open-state temporarily-closed | Closed until further notice');
    assert.equal(said({ ...office, byAppointmentOnly: true }, '2026-11-23 09:00'), 'open-state by-appointment | By appointment only');
    assert.equal(said({ slots: [{ ...office.slots[0]!, byAppointment: true }] }, '2026-11-23 09:00'), 'open-state by-appointment | By appointment only');
  });

  it('knows the holidays', () => {
    assert.equal(said(office, '2026-12-25 09:00', { holidays: new Set(['2026-12-25']) }), 'open-state closed | Closed now. Opens: Monday, 08:00');
  });

  it('is told by the wall of the office, whatever the device’s clock shows', () => {
    const late = '2026-11-23T23:30:00Z';
    assert.equal(said({ slots: [slot(['tu'], '08:00', '16:00')] }, late), 'open-state closed | Closed now. Opens: 08:00', 'it is Tuesday in Berlin');
    assert.equal(said({ slots: [slot(['tu'], '08:00', '16:00')], timeZone: 'Europe/London' }, late), 'open-state closed | Closed now. Opens: tomorrow, 08:00');
    assert.equal(said({ slots: [slot(['mo'], '18:00', '19:00')], timeZone: 'America/New_York' }, late), 'open-state open | Open now, until 19:00');
  });
});
