import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { downloads, onFreshPage } from '../shared/fresh-page.ts';
import { date, dates, datesWith } from './dates.ts';
import { CUT, activate, days, enter, find, findAll, look, names, openEntry, showMonth, text, times, until, type Widget } from './visitor.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
/** What a clock in the device's own zone shows, by another way than the widget's: 17:00. */
const clock = (instant: string): string => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
const there = (widget: Widget): string[] => findAll(widget, '.entry > .official').filter(({ innerText }) => innerText.includes('on your device')).map(({ innerText }) => innerText.replace(/^.*?: (?:.*, )?/, ''));

describe(`On a device in ${timeZone}`, () => {
  onFreshPage();

  it('a calendar is accessible, as list and as month', async () => {
    const widget = await enter(dates());
    await expectAccessible(widget);
    await showMonth(widget);
    await expectAccessible(widget, CUT);
  });

  it('events stand on the days and at the hours of the office', async () => {
    const widget = await look(dates());
    expect(names(widget)).to.deep.equal(['After-work open house', 'Advice on recognition', 'Tour of the town', 'German for beginners', 'Job fair', 'Living in Germany', 'Weihnachtsmarkt']);
    expect(days(widget)[0]).to.equal('Monday, November 23, 2026 today');
    expect(times(widget).map((time) => time.slice(0, 11))).to.deep.equal(['17:00–19:00', '10:00–12:00', 'Cancelled 1', '18:00–20:00', 'Friday, Nov', '17:00–18:30', 'Not certain']);
  });

  it('the device’s own hour is told where it is another, and only there', async () => {
    const winter = date('Winter', { start: '2026-12-03T17:00', end: '2026-12-03T19:00' });
    const summer = date('Summer', { start: '2027-07-01T17:00', end: '2027-07-01T19:00' });
    // 11:00 in Germany.
    const abroad = date('Cairo', { start: '2027-07-02T12:00', end: '2027-07-02T13:00', timeZone: 'Africa/Cairo' });
    const widget = await look(datesWith([winter, summer, abroad, date('Fair', { start: '2027-07-03', end: '2027-07-05' })]));
    const spans = [['2026-12-03T16:00Z', '2026-12-03T18:00Z', '17:00–19:00'], ['2027-07-01T15:00Z', '2027-07-01T17:00Z', '17:00–19:00'], ['2027-07-02T09:00Z', '2027-07-02T10:00Z', '11:00–12:00']] as const;
    const expected = spans.flatMap(([from, to, office]) => {
      const own = [clock(from), clock(to)];
      return own.join('–') === office ? [] : [own];
    });
    expect(there(widget)).to.have.length(expected.length);
    there(widget).forEach((words, index) => expected[index]!.forEach((time) => expect(words.replace('24:00', '00:00')).to.contain(time)));
  });

  it('the month shows each day what is on where the office is', async () => {
    const widget = await enter(datesWith([date('Late', { start: '2026-11-27T23:30', end: '2026-11-27T23:59' }), date('Early', { start: '2026-11-28T00:15', end: '2026-11-28T01:00' }), date('Fair', { start: '2026-11-28', end: '2026-11-30' })]));
    await showMonth(widget);
    const on = (day: string): string => text(widget, `[data-day="${day}"] .title`);
    expect(['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(on)).to.deep.equal(['', '23:30 Late', 'Fair | 00:15 Early', 'Fair', '']);
    expect(find(widget, '[aria-current=date]')!.dataset['day']).to.equal('2026-11-23');
  });

  it('an event is over when it is over at the office', async () => {
    const events = [date('Morning', { start: '2026-11-23T08:00', end: '2026-11-23T08:59' }), date('Running', { start: '2026-11-23T08:00', end: '2026-11-23T09:30' }), date('Sunday', { start: '2026-11-22', end: undefined }), date('Monday', { start: '2026-11-23', end: undefined })];
    expect(names(await look(datesWith(events)))).to.deep.equal(['Monday', 'Running']);
  });

  it('a date goes into the visitor’s calendar at the same instant', async () => {
    const files = downloads();
    const widget = await enter(datesWith([date('Class', { start: '2026-12-03T17:00', end: '2026-12-03T19:00' })]));
    await openEntry(widget, 'Class');
    await activate(widget, 'Save this date: Class');
    await until(() => files.length, 'the file');
    const file = await files[0]!.blob.text();
    expect(file).to.contain('DTSTART:20261203T160000Z\r\n').and.contain('DTEND:20261203T180000Z\r\n');
  });
});
