import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { answer, listen, onFreshPage } from '../shared/fresh-page.ts';
import { office, officesWith } from './offices.ts';
import { NOW, enter, find, findAll, openEntry, speak, text, until, type Widget } from './visitor.ts';

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const slot = (days: string, opens: string, closes: string, rest: object = {}): object => ({ days: days.split(' '), opens, closes, ...rest });
/** Closed on Wednesdays and, that week, on Friday. */
const usual = { slots: [slot('mo tu th fr', '08:00', '16:00')], exceptions: [{ from: '2026-11-27', note: 'Staff meeting' }] };

/** An office with these hours, its card open. */
async function visit(openingHours: unknown, now = NOW, site: object = {}): Promise<Widget> {
  const document = officesWith([office('one', { name: 'Office', openingHours })]);
  const widget = await enter({ ...document, site: { ...document.site, ...site } }, { now });
  await openEntry(widget, 'Office');
  return widget;
}

const said = (widget: Widget): string => text(widget, '.open-state');
const week = (widget: Widget): string[] => findAll(widget, '.hours tr').map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim()).join(': '));

/** What is said at each of these instants, on one page as time goes on. */
async function expectSaid(openingHours: unknown, expected: Record<string, string>): Promise<void> {
  const widget = await visit(openingHours);
  const heard: Record<string, string> = {};
  for (const instant of Object.keys(expected)) {
    widget.clock = () => new Date(instant);
    widget.requestUpdate();
    await widget.updateComplete;
    heard[instant] = said(widget);
  }
  expect(heard).to.deep.equal(expected);
}

describe('Opening hours', () => {
  onFreshPage();

  it('are accessible, with all there is to say about them', async () => {
    const widget = await visit({ ...usual, slots: [...usual.slots, slot('tu', '17:00', '19:00', { byAppointment: true })], note: 'Please be on time.' });
    await expectAccessible(widget);
    await speak(widget, 'ar');
    await until(() => text(widget, '.hours').includes('الاثنين'), 'the Arabic week');
    await expectAccessible(widget);
  });

  it('are those of seven days, today first', async () => {
    const widget = await visit({ ...usual, note: 'Please be on time.' });
    expect(week(widget)).to.deep.equal([
      'Monday, November 23 today: 08:00–16:00', 'Tuesday, November 24: 08:00–16:00', 'Wednesday, November 25: closed', 'Thursday, November 26: 08:00–16:00',
      'Friday, November 27: closed Staff meeting', 'Saturday, November 28: closed', 'Sunday, November 29: closed',
    ]);
    expect(text(widget, '.today th')).to.contain('Monday');
    expect(text(widget, '.disclosed')).to.contain('Please be on time.');
  });

  it('begin with the day on which the page is looked at', async () => {
    expect(week(await visit(usual, '2026-11-25T12:00:00Z'))[0]).to.equal('Wednesday, November 25 today: closed');
  });

  it('have several slots a day, and say which take an appointment', async () => {
    const widget = await visit({ slots: [slot('mo', '14:00', '18:00', { byAppointment: true }), slot('mo', '08:00', '12:00')] });
    expect(week(widget)[0]).to.equal('Monday, November 23 today: 08:00–12:00 14:00–18:00 by appointment');
  });

  it('know an exception with hours of its own', async () => {
    const widget = await visit({ ...usual, exceptions: [{ from: '2026-11-24', to: '2026-11-25', opens: '10:00', closes: '11:30', note: 'Short day' }] });
    expect(week(widget).slice(1, 4)).to.deep.equal(['Tuesday, November 24: 10:00–11:30 Short day', 'Wednesday, November 25: 10:00–11:30 Short day', 'Thursday, November 26: 08:00–16:00']);
  });

  it('of single days only are shown', async () => {
    const widget = await visit({ slots: [], exceptions: [{ from: '2026-11-24', opens: '10:00', closes: '12:00' }] });
    expect(said(widget)).to.equal('Closed now. Opens: tomorrow, 10:00');
    expect(week(widget)[1]).to.equal('Tuesday, November 24: 10:00–12:00');
  });

  it('name the public holidays of the Land', async () => {
    const widget = await visit({ slots: [slot('th fr', '08:00', '16:00')] }, '2026-12-24T09:00:00Z');
    expect(week(widget).slice(0, 2)).to.deep.equal(['Thursday, December 24 today: 08:00–16:00', 'Friday, December 25: closed Public holiday']);
  });

  it('by appointment are said so, with no week that claims more', async () => {
    const widget = await visit({ slots: [], byAppointmentOnly: true });
    expect(said(widget)).to.equal('By appointment only');
    expect(text(widget, '.disclosed')).to.contain('By appointment only');
    expect(week(widget)).to.be.empty;
    await expectAccessible(widget);
  });

  it('of an office that is closed until further notice are not shown', async () => {
    const widget = await visit({ ...usual, temporarilyClosed: true, note: 'Water damage.' });
    expect(said(widget)).to.equal('Closed until further notice');
    expect(text(widget, '.disclosed')).to.contain('Water damage.');
    expect(week(widget)).to.be.empty;
    await expectAccessible(widget);
  });

  it('that nobody knows claim nothing', async () => {
    const widget = await visit(undefined);
    expect(said(widget)).to.equal('');
    expect(text(widget, '.entry')).not.to.match(/open|closed|hours/i);
  });
});

describe('Whether an office is open', () => {
  onFreshPage();

  it('changes as time passes', () => expectSaid(usual, {
    '2026-11-23T06:59:00Z': 'Closed now. Opens: 08:00',
    '2026-11-23T07:00:00Z': 'Open now, until 16:00',
    '2026-11-23T14:59:59Z': 'Open now, until 16:00',
    '2026-11-23T15:00:00Z': 'Closed now. Opens: tomorrow, 08:00',
    '2026-11-24T15:00:00Z': 'Closed now. Opens: Thursday, 08:00',
    '2026-11-26T15:00:00Z': 'Closed now. Opens: Monday, 08:00',
    '2026-07-06T05:59:00Z': 'Closed now. Opens: 08:00',
    '2026-07-06T06:00:00Z': 'Open now, until 16:00',
  }));

  it('knows public holidays and long absences', async () => {
    await expectSaid(usual, { '2026-12-24T15:00:00Z': 'Closed now. Opens: Monday, 08:00', '2026-12-25T09:00:00Z': 'Closed now. Opens: Monday, 08:00' });
    await expectSaid({ ...usual, exceptions: [{ from: '2026-12-21', to: '2027-01-03' }] }, { '2026-12-21T09:00:00Z': 'Closed now. Opens: January 4, 2027, 08:00' });
    await expectSaid({ ...usual, exceptions: [{ from: '2026-11-23', to: '2027-11-23' }] }, { [NOW]: 'Closed now' });
  });

  it('goes on over midnight, which the web team is told', async () => {
    const heard = listen();
    await expectSaid({ slots: [slot('fr', '20:00', '02:00')] }, {
      '2026-11-27T21:00:00Z': 'Open now, until tomorrow, 02:00',
      '2026-11-27T23:30:00Z': 'Open now, until 02:00',
      '2026-11-28T01:00:00Z': 'Closed now. Opens: Friday, 20:00',
    });
    expect(heard.join()).to.contain('read as 02:00 on the next day');
  });

  it('ends with the day, or never', async () => {
    await expectSaid({ slots: [slot('mo', '00:00', '24:00')] }, { [NOW]: 'Open now, until 24:00' });
    await expectSaid({ slots: [{ days: DAYS, opens: '00:00', closes: '24:00' }] }, { '2026-07-06T12:00:00Z': 'Open now', '2026-11-24T12:00:00Z': 'Open now, until December 24, 2026, 24:00' });
  });

  it('goes by the clock of the site, whatever the device’s, and says so', async () => {
    const widget = await visit(usual, '2026-11-23T22:30:00Z', { timeZone: 'Asia/Tokyo' });
    expect(week(widget)[0], 'where it is already Tuesday').to.equal('Tuesday, November 24 today: 08:00–16:00');
    expect(said(widget)).to.equal('Closed now. Opens: 08:00');
    expect(text(widget, '.hours ~ p')).to.contain('The times are local time at the office. Asia/Tokyo');
  });

  it('goes by the clock of an office that has its own', async () => {
    const hours = { slots: [slot('mo', '08:00', '16:00')], timeZone: 'America/New_York' };
    const widget = await visit(hours, '2026-11-24T03:00:00Z');
    expect(week(widget)[0], 'where it is still Monday').to.equal('Monday, November 23 today: 08:00–16:00');
    expect(text(widget, '.hours ~ p')).to.contain('The times are local time at the office. America/New_York');
    expect(find(widget, '.hours ~ p bdi')!.dir).to.equal('ltr');
    await expectSaid(hours, { '2026-11-23T12:59:00Z': 'Closed now. Opens: 08:00', '2026-11-23T13:00:00Z': 'Open now, until 16:00' });
  });

  it('says nothing of clocks where all agree', async () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(text(await visit({ ...usual, timeZone }))).not.to.contain('local time');
  });
});

describe('Impossible hours', () => {
  onFreshPage();

  const unknown: [string, unknown][] = [
    ['of 25 o’clock', { slots: [slot('mo', '25:00', '26:00')] }], ['that end before they begin', { slots: [slot('mo', '16:00', '08:00')] }], ['of no day', { slots: [slot('xx', '08:00', '16:00')] }],
    ['that are a string', 'Mo-Fr 8-16'], ['without slots', { note: 'x' }],
  ];
  for (const [what, hours] of unknown) {
    it(`${what} claim nothing`, async () => {
      const heard = listen();
      const widget = await visit(hours);
      expect(said(widget)).to.equal('');
      expect(week(widget)).to.be.empty;
      await until(() => heard.join().includes('openingHours'), 'the web team is told');
    });
  }

  it('beside good ones cost only themselves', async () => {
    listen();
    const widget = await visit({ slots: [slot('mo', '25:00', '26:00'), slot('mo', '08:00', '16:00')], exceptions: [{ from: '2026-02-30' }, { from: '2026-11-25', to: '2026-11-24' }], timeZone: 'Mars/Phobos' });
    expect(said(widget)).to.equal('Open now, until 16:00');
    expect(week(widget)[0]).to.equal('Monday, November 23 today: 08:00–16:00');
  });

  it('in great number are one', async () => {
    listen();
    const hours = { slots: Array.from({ length: 5_000 }, () => slot('mo', '08:00', '16:00')), exceptions: Array.from({ length: 5_000 }, () => ({ from: '2026-11-27', note: '<b>x</b>' })) };
    answer(() => new Response(JSON.stringify(officesWith([office('one', { name: 'Office', openingHours: hours })]))));
    const widget = await visit(undefined);
    expect(week(widget)[0]).to.equal('Monday, November 23 today: 08:00–16:00');
    expect(week(widget)[4]).to.equal('Friday, November 27: closed <b>x</b>');
    expect(findAll(widget, '.hours b')).to.have.length(0);
  });
});
