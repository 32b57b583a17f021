import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import type { ProblemDetail } from '../../../src/core/report.ts';
import { hear, listen, onFreshPage } from '../shared/fresh-page.ts';
import { date, dates, datesWith } from './dates.ts';
import { controls, days, enter, find, finds, look, names, openEntry, openFilters, options, place, text, times, until, type Widget } from './visitor.ts';

const vevent = (uid: string, ...lines: string[]): string[] => ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', `SUMMARY:${uid}`, ...lines, 'END:VEVENT'];
const ics = (...events: string[][]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const reference = (url: string, rest: object = {}): object => ({ source: 'icalendar', url, ...rest });
const feed = (...events: string[][]): string => fault('ok', { body: ics(...events) });
const on = (day: string, time = '17'): string => `DTSTART;TZID=Europe/Berlin:202611${day}T${time}0000`;

/** The scripts that were fetched since, by a word in their address. */
const fetched = (word: string): number => performance.getEntriesByType('resource').filter(({ name }) => name.includes(word)).length;

describe('The events of feeds', () => {
  onFreshPage();
  beforeEach(() => performance.clearResourceTimings());

  it('are read with code that others do not load', async () => {
    await enter(dates());
    expect(fetched('/ical.js/')).to.equal(0);
    await enter(datesWith([reference(feed(vevent('Choir', on('24'))))]));
    expect(fetched('/ical.js/')).to.be.greaterThan(0);
  });

  it('stand among those of the document, accessibly', async () => {
    const widget = await enter(datesWith([
      date('Inline', { start: '2026-11-25T10:00', end: undefined }),
      reference(feed(vevent('Choir', on('24'), 'RRULE:FREQ=WEEKLY', 'LOCATION:Church'), vevent('Walk', 'DTSTART;VALUE=DATE:20261126', 'DTEND;VALUE=DATE:20261128'))),
      reference(feed(vevent('Talk', 'DTSTART:20261124T090000Z', 'DURATION:PT1H'))),
    ]));
    expect(names(widget)).to.deep.equal(['Talk', 'Choir', 'Inline', 'Walk']);
    expect(days(widget)).to.deep.equal(['Tuesday, November 24, 2026', 'Wednesday, November 25, 2026', 'Thursday, November 26, 2026']);
    await until(() => times(widget)[1]!.includes('every'), 'the rule in words');
    expect(times(widget)).to.deep.equal(['10:00–11:00', times(widget)[1], '10:00', 'Thursday, November 26 – Friday, November 27']);
    expect(times(widget)[1]).to.match(/^17:00 · every Tuesday/);
    await openEntry(widget, 'Choir');
    await expectAccessible(widget);
  });

  it('that are the same are one event, and the document goes first', async () => {
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await enter(datesWith([
      reference(feed(vevent('shared@town', on('24')), vevent('only-first@town', on('26')))), reference(feed(vevent('shared@town', on('25')), vevent('own@town', on('27')))),
    ]));
    expect(days(widget)).to.deep.equal(['Tuesday, November 24, 2026', 'Thursday, November 26, 2026', 'Friday, November 27, 2026']);
    const inline = await enter(datesWith([date('inline', { title: 'Of the document', uid: 'shared@town' }), reference(feed(vevent('shared@town', on('24'))))]));
    expect(names(inline)).to.deep.equal(['Of the document']);
    expect(problems).to.deep.equal([]);
  });

  it('have the topics of the site, by whatever name', async () => {
    const widget = await enter(datesWith([
      reference(feed(vevent('a', on('24'), 'CATEGORIES:SPRACHKURS'), vevent('b', on('25'), 'CATEGORIES:learning german,Other'), vevent('c', on('26'), 'CATEGORIES:Deutschkurs')), { categories: { Deutschkurs: 'course' } }),
    ], { categories: [{ id: 'course', name: { en: 'Learning German', de: 'Sprachkurs' } }] }));
    await openFilters(widget);
    expect(options(widget, 'Topic')).to.deep.equal(['Learning German (3)', 'Other (1)']);
  });

  it('can be searched, and have what the page says of all of them', async () => {
    const widget = await enter(datesWith([date('Inline'), reference(feed(vevent('Choir', on('24'), 'DESCRIPTION:Bring your voice')), { defaults: { free: true } })]));
    await finds(widget, 'voice', ['Choir']);
    expect(text(widget, '.category')).to.equal('Free of charge');
  });

  it('can be subscribed to, by links that ask for nothing', async () => {
    const url = feed(vevent('a', on('24')));
    const widget = await enter(datesWith([reference(url), date('b')]));
    const [link] = controls(widget, 'localhost', '.subscriptions a') as HTMLAnchorElement[];
    expect(link!.href).to.equal(url.replace('http:', 'webcal:'));
    expect(text(widget, '.subscriptions')).to.contain('Keep up to date in your own calendar:').and.contain('/fault/ok');
    expect(find(await enter(dates()), '.subscriptions') === null, 'nothing to subscribe to').to.be.true;
  });
});

describe('A feed that', () => {
  onFreshPage();

  const named = 'This is missing at the moment: Community college';
  const dead: [what: string, url: () => string, reason: string][] = [
    ['has a fault', () => fault('status', { code: 500 }), '500'], ['cannot be reached', () => fault('drop'), 'Access-Control-Allow-Origin'],
    ['is the login page of a proxy', () => fault('login'), 'BEGIN:VCALENDAR'], ['is no calendar', () => fault('ok', { body: 'hello' }), 'BEGIN:VCALENDAR'],
  ];
  for (const [what, url, reason] of dead) {
    it(`${what} is told in one line, while the others show`, async () => {
      listen();
      const problems = hear<ProblemDetail>('onboarding-problem');
      const widget = await enter(datesWith([date('Inline'), reference(url(), { name: { en: 'Community college', de: 'Volkshochschule' } }), reference(feed(vevent('Choir', on('24'))))]));
      expect(names(widget)).to.deep.equal(['Choir', 'Inline']);
      await until(() => text(widget, '.notice').startsWith(named), 'the line');
      await until(() => problems.some((problem) => !problem.fatal && problem.reason.includes(reason)), 'the event');
      await expectAccessible(widget);
    });
  }

  it('comes late keeps nothing back that is there', async () => {
    await takeRequests();
    const late = fault('late', { ms: 500, body: ics(vevent('Choir', on('24'))) });
    const widget = await place(datesWith([date('Inline'), reference(late)]));
    await until(() => names(widget).length === 2, 'both');
    expect(await takeRequests()).to.have.length(2);
  });

  it('has faulty events shows the good ones, and tells the web team of each', async () => {
    listen();
    const problems = hear<ProblemDetail>('onboarding-problem');
    const widget = await look(datesWith([reference(feed(vevent('Good', on('24')), vevent('No start'), vevent('Hourly', on('25'), 'RRULE:FREQ=HOURLY'), vevent('Private', on('26'), 'CLASS:PRIVATE')))]));
    expect(names(widget)).to.include('Good').and.not.include('Private').and.not.include('No start');
    await until(() => problems.some(({ path }) => path === 'VEVENT[1].DTSTART'), 'the missing start');
    await until(() => problems.some(({ reason }) => reason.includes('HOURLY')), 'the rule');
  });

  it('is hostile stays text', async () => {
    listen();
    const words = '<img src=x onerror=hacked()>';
    const widget: Widget = await enter(datesWith([reference(feed(vevent('a', on('24'), `LOCATION:${words}`, `DESCRIPTION:${words}`, 'URL:javascript:hacked()', 'X-ALT-DESC;FMTTYPE=text/html:<p onclick="hacked()">Words<script>hacked()</script></p>')))]));
    await openEntry(widget, 'a');
    await until(() => text(widget, '#details-a').includes('Words'), 'the words');
    expect(text(widget, '.place')).to.equal(words);
    expect(controls(widget, '', '.entry a[href^="javascript"], .entry img, .entry script, .entry [onclick]')).to.have.length(0);
  });
});
