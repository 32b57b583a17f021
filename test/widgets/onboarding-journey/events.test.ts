import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { fault, takeRequests } from '../../support/server.ts';
import { linesOf } from '../../unit/core/calendar-reader.ts';
import { look as lookUp, ready } from '../onboarding-calendar/visitor.ts';
import { answer, downloads, listen, onFreshPage } from '../shared/fresh-page.ts';
import { reached } from '../shared/eyes.ts';
import type { Json } from '../shared/site.ts';
import { journey, step, town, townWith, type Town } from './town.ts';
import { SHAPES, activate, control, enter, find, findAll, focusedName, isOpen, pause, text, tick, typeDate, until, type Widget } from './visitor.ts';

const STEP = 'Details: Register your address';
const EVENTS = '#details-register .step-events li';
const event = (id: string, rest: Json = {}): Json => ({ id, title: id, start: '2026-11-27T17:00', end: '2026-11-27T18:00', steps: ['register'], ...rest });

/** The town's journey with what is on. */
const townWithEvents = (...events: unknown[]): Town => ({ ...town(), events });

async function open(document: unknown, titles: string): Promise<Widget> {
  const widget = await enter(document);
  await activate(widget, STEP);
  await until(() => text(widget, EVENTS).includes(titles), `“${titles}”`).catch(() => expect(text(widget, EVENTS)).to.equal(titles));
  return widget;
}

const titles = (widget: Widget): string[] => findAll(widget, '.step-events li').map((item) => item.querySelector('.line')!.textContent.trim());

describe('The events of a step', () => {
  onFreshPage();

  it('are accessible, with day, time and place, the next first', async () => {
    const widget = await open(townWithEvents(
      event('Later', { start: '2026-12-01', end: undefined, url: 'https://town.example/later' }), event('Sooner', { title: { en: 'Sooner', de: 'Früher' }, place: 'Town hall' }), event('Other', { steps: ['bank'] }), event('None', { steps: undefined }),
    ), 'Sooner');
    expect(text(widget, '#details-register :is(h4, h5, h6)')).to.contain('Events that help you with this');
    const words = text(widget, EVENTS);
    expect(words.replace(/ \(Central European Time\) Time on your device: .*(?= Town hall)/, '')).to.equal('Sooner Friday, November 27, 17:00–18:00 Town hall | Later Tuesday, December 1');
    expect(words.includes('Time on your device')).to.equal(Intl.DateTimeFormat().resolvedOptions().timeZone !== 'Europe/Berlin');
    await expectAccessible(widget, SHAPES);
  });

  it('are the next three, a series once with its next date, none that is over or cancelled', async () => {
    const widget = await open(townWithEvents(
      event('Over', { start: '2026-11-20T17:00', end: '2026-11-20T18:00' }), event('Cancelled', { status: 'cancelled', start: '2026-11-24' }), event('Weekly', { recurrence: 'FREQ=WEEKLY', start: '2026-11-03T10:00', end: '2026-11-03T11:00' }),
      event('Second'), event('Third', { start: '2026-11-28', end: undefined }), event('Fourth', { start: '2026-11-29', end: undefined }),
    ), 'Weekly');
    expect(titles(widget)).to.deep.equal(['Weekly', 'Second', 'Third']);
    expect(text(widget, EVENTS)).to.contain('Weekly Tuesday, November 24, 10:00–11:00');
  });

  it('lead to their own page where there is no calendar', async () => {
    const widget = await open(townWithEvents(event('Linked', { url: 'https://town.example/event' }), event('Plain', { start: '2026-11-30', end: undefined })), 'Linked');
    const link = control<HTMLAnchorElement>(widget, 'Linked', 'a');
    expect([link.href, link.rel]).to.deep.equal(['https://town.example/event', 'noopener noreferrer']);
    expect(findAll(widget, `${EVENTS} a`)).to.have.length(1);
  });

  it('lead to the calendar of the page where it has them', async () => {
    const document = townWithEvents(event('here', { title: 'Open house' }));
    const calendar = await lookUp(document);
    await ready(calendar);
    const plan = await open(document, 'Open house');
    expect(control<HTMLAnchorElement>(plan, 'Open house', 'a').hash).to.equal('#onboarding/event/here');
    const address = location.href;
    await activate(plan, 'Open house');
    await reached(calendar, 'here', 'Open house');
    expect(location.href, 'the address of the page stays').to.equal(address);
  });

  it('are in the visitor’s language', async () => {
    const widget = await enter(townWithEvents(event('a', { title: { en: 'Sooner', de: 'Früher' } })), { attributes: { lang: 'de' } });
    findAll(widget, '.step [aria-expanded=false]').forEach((button) => button.click());
    await until(() => text(widget, EVENTS).startsWith('Früher'), 'the German title');
    expect(text(widget, EVENTS)).to.contain('Freitag, 27. November');
  });

  it('leave no heading where there are none', async () => {
    const widget = await enter(townWithEvents(event('Other', { steps: ['bank'] })));
    await activate(widget, STEP);
    await pause(300);
    expect(text(widget, '#details-register')).to.contain('Citizens’ office').and.not.to.contain('Events');
  });
});

describe('The feed of the events of a step', () => {
  onFreshPage();
  const ics = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:choir\r\nSUMMARY:Choir\r\nDTSTART:20261124T170000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

  it('is asked when a step is opened, not before, and once', async () => {
    const document = townWithEvents({ source: 'icalendar', url: fault('ok', { body: ics }), defaults: { steps: ['register'] } });
    await takeRequests();
    const widget = await enter(document);
    await tick(widget, 'Register your address');
    await pause(200);
    expect(await takeRequests(), 'the endpoint alone').to.have.length(1);
    await activate(widget, STEP);
    await until(() => text(widget, EVENTS).includes('Choir'), 'the event');
    await activate(widget, 'Details: Open a bank account');
    await pause(100);
    expect((await takeRequests()).filter(({ path }) => path.includes('VCALENDAR'))).to.have.length(1);
    expect(focusedName(widget)).to.contain('Open a bank account');
  });

  it('is not asked where the town names no events', async () => {
    await takeRequests();
    const widget = await enter(town());
    await activate(widget, STEP);
    await pause(200);
    expect(await takeRequests()).to.have.length(1);
  });

  it('that is dead leaves the plan as it is', async () => {
    listen();
    const widget = await enter(townWithEvents({ source: 'icalendar', url: fault('status', { code: 500 }), name: 'Community college' }, event('Inline')));
    await tick(widget, 'Register your address');
    await activate(widget, STEP);
    await until(() => text(widget, EVENTS).includes('Inline'), 'the others');
    expect([isOpen(widget, 'register'), text(widget, '.progress')]).to.deep.equal([true, '1 of 5 done']);
    expect(text(widget, '.notice')).to.contain('Community college');
  });

  it('that cannot be asked any more costs nothing that is there', async () => {
    listen();
    const widget = await enter(townWithEvents(event('Inline')));
    answer(() => { throw new TypeError('Failed to fetch'); });
    await activate(widget, STEP);
    await until(() => text(widget, '#details-register').includes('Citizens’ office'), 'the step');
    await pause(300);
    expect([isOpen(widget, 'register'), find(widget, '#step-register') !== null]).to.deep.equal([true, true]);
  });
});

describe('A deadline for the visitor’s own calendar', () => {
  onFreshPage();

  it('is an accessible button, and a file of the whole day with an alarm before', async () => {
    const widget = await enter(town());
    await activate(widget, 'Questions');
    await typeDate(widget, 'When do you move in?', 11, 2026);
    await expectAccessible(widget, SHAPES);
    const files = downloads();
    await activate(widget, 'Put into my calendar: Register your address');
    await until(() => files.length, 'the file');
    expect(files.map(({ name, blob }) => [name, blob.type])).to.deep.equal([['register.ics', 'text/calendar']]);
    const file = await files[0]!.blob.text();
    expect(linesOf(file, 'UID|DTSTART|DTEND|SUMMARY|TRIGGER|ACTION|TRANSP')).to.deep.equal([
      'UID:worker-register@localhost', 'DTSTART;VALUE=DATE:20261125', 'DTEND;VALUE=DATE:20261126', 'SUMMARY:Deadline: Register your address', 'TRANSP:TRANSPARENT', 'ACTION:DISPLAY', 'TRIGGER:-PT3780M',
    ]);
    expect(linesOf(file, 'URL')[0]).to.match(/#onboarding\/step\/register$/);
  });

  it('is not offered without a date, nor once the step is done', async () => {
    const widget = await enter(town());
    expect(text(widget)).not.to.contain('Put into my calendar');
    await activate(widget, 'Questions');
    await typeDate(widget, 'When do you move in?', 11, 2026);
    expect(text(widget, '#step-register ~ .deadline button')).to.equal('Put into my calendar: Register your address');
    await tick(widget, 'Register your address');
    await until(() => !text(widget, '#step-register ~ .deadline').includes('Put into'), 'no button');
  });

  it('of hostile words stays one event with one alarm', async () => {
    const title = 'X\nEND:VEVENT;,"\\';
    const document = townWith([journey([step('s', { title, deadline: { from: 'day', days: 1 } })], { questions: [{ id: 'day', type: 'date', label: 'Which day?' }] })]);
    const widget = await enter(document);
    await activate(widget, 'Questions');
    await typeDate(widget, 'Which day?', 12, 2026);
    const files = downloads();
    await activate(widget, 'Put into my calendar');
    await until(() => files.length, 'the file');
    const lines = (await files[0]!.blob.text()).split('\r\n');
    expect(['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VALARM', 'END:VALARM'].map((line) => lines.filter((one) => one === line).length)).to.deep.equal([1, 1, 1, 1]);
  });
});
