import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { takeRequests } from '../../support/server.ts';
import { calendarOf, componentsOf, linesOf, seriesFrom, valueOf } from '../../unit/core/calendar-reader.ts';
import { downloads, onFreshPage, replace } from '../shared/fresh-page.ts';
import { date, dates, datesWith } from './dates.ts';
import { activate, control, enter, find, openEntry, search, text, until, type Widget } from './visitor.ts';

/** The file that a button of an open entry gives. */
async function saved(widget: Widget, button: string): Promise<string> {
  const files = downloads();
  await activate(widget, button);
  await until(() => files.length, 'the file');
  expect(files.map(({ blob }) => blob.type)).to.deep.equal(['text/calendar']);
  return files[0]!.blob.text();
}

async function open(name: string, document: unknown = dates()): Promise<Widget> {
  const widget = await enter(document);
  await openEntry(widget, name);
  return widget;
}

const parameters = (widget: Widget, name: string): Record<string, string> => Object.fromEntries(new URL(control<HTMLAnchorElement>(widget, name, 'a[href]').href).searchParams);

describe('A date for the visitor’s own calendar', () => {
  onFreshPage();

  it('is offered accessibly, and each way names its event', async () => {
    const widget = await open('After-work open house');
    await openEntry(widget, 'German for beginners');
    await expectAccessible(widget);
    expect(text(widget, '#details-open-house .actions button')).to.equal('Save this date: After-work open house | Share: After-work open house');
    expect(text(widget, '#details-course .actions button')).to.equal('Save this date: German for beginners | Save all dates: German for beginners | Share: German for beginners');
  });

  it('is a file with that one date, in UTC', async () => {
    const widget = await open('After-work open house');
    const files = downloads();
    await activate(widget, 'Save this date: After-work open house');
    await until(() => files.length, 'the file');
    expect(files.map(({ name, blob }) => [name, blob.type])).to.deep.equal([['open-house.ics', 'text/calendar']]);
    const file = await files[0]!.blob.text();
    expect(linesOf(file, 'DTSTART|DTEND|SUMMARY|UID|LOCATION|GEO|RRULE|ORGANIZER')).to.deep.equal([
      'UID:open-house@localhost', 'DTSTART:20261123T160000Z', 'DTEND:20261123T180000Z', 'SUMMARY:After-work open house', 'LOCATION:Town hall\\, Second entrance\\, Marktplatz 1\\, 12345 Musterstadt', 'GEO:50.98;11.33',
      'ORGANIZER;CN="Welcome Service":mailto:welcome@town.example',
    ]);
    const description = valueOf(componentsOf(calendarOf(file), 'vevent')[0]!, 'description');
    for (const words of ['Meet people who are new too.', 'There is tea.']) expect(description).to.contain(words);
    expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).to.be.true;
  });

  it('of a series is the next one alone', async () => {
    const widget = await open('German for beginners');
    const file = await saved(widget, 'Save this date: German');
    expect(linesOf(file, 'DTSTART|RRULE|EXDATE')).to.deep.equal(['DTSTART:20261126T170000Z']);
    expect(componentsOf(calendarOf(file), 'vevent')).to.have.length(1);
  });

  it('or all dates of a series, as they are, where the next one is different', async () => {
    const widget = await enter(datesWith([date('Choir', { recurrence: 'FREQ=DAILY;COUNT=3', place: 'School', overrides: [{ recurrenceId: '2026-11-27T17:00', title: 'Party', place: 'Fire station' }] })]));
    await openEntry(widget, 'Party');
    const file = await saved(widget, 'Save all dates: Party');
    expect(linesOf(file, 'SUMMARY')).to.deep.equal(['SUMMARY:Choir', 'SUMMARY:Party']);
    expect(linesOf(file, 'LOCATION')).to.deep.equal(['LOCATION:School', 'LOCATION:Fire station']);
  });

  it('or all dates of a series, with what is different on some', async () => {
    const widget = await open('German for beginners');
    const series = seriesFrom(await saved(widget, 'Save all dates: German'));
    expect([series.start, series.timeZone, series.recurrence]).to.deep.equal(['2026-11-05T18:00:00', 'Europe/Berlin', 'FREQ=WEEKLY;UNTIL=20261217T170000Z;BYDAY=TH']);
    expect(series.exceptions).to.deep.equal(['2026-12-03T18:00:00']);
    expect(series.overrides!.map(({ recurrenceId, start, end }) => [recurrenceId, start, end])).to.deep.equal([['2026-12-10T18:00:00', '2026-12-10T18:00:00Z', '2026-12-10T20:00:00Z']]);
  });

  it('of all day is a day, and of another zone the right instant', async () => {
    const fair = await open('Job fair');
    expect(linesOf(await saved(fair, 'Save this date: Job'), 'DTSTART|DTEND')).to.deep.equal(['DTSTART;VALUE=DATE:20261127', 'DTEND;VALUE=DATE:20261130']);
    const webinar = await open('Living in Germany');
    expect(linesOf(await saved(webinar, 'Save this date: Living'), 'DTSTART|DTEND|CONFERENCE')).to.deep.equal(['DTSTART:20261201T160000Z', 'DTEND:20261201T173000Z', 'CONFERENCE;VALUE=URI:https://meet.example/living']);
  });

  it('can go to Google or Outlook, by links that lead there and nowhere before', async () => {
    const widget = await open('After-work open house');
    expect(parameters(widget, 'Google')).to.include({ text: 'After-work open house', dates: '20261123T160000Z/20261123T180000Z', location: 'Town hall, Second entrance, Marktplatz 1, 12345 Musterstadt' });
    expect(parameters(widget, 'Outlook')).to.include({ subject: 'After-work open house', startdt: '2026-11-23T16:00:00Z', enddt: '2026-11-23T18:00:00Z' });
    for (const name of ['Google', 'Outlook']) expect(control<HTMLAnchorElement>(widget, name, 'a').rel).to.equal('noopener noreferrer');
  });

  it('is asked of nobody before a button is pressed, nor after', async () => {
    const observed: string[] = [];
    const observer = new PerformanceObserver((list) => observed.push(...list.getEntries().map(({ name }) => name).filter((name) => !name.startsWith(location.origin))));
    observer.observe({ type: 'resource' });
    const widget = await open('After-work open house');
    await takeRequests();
    await saved(widget, 'Save this date');
    await new Promise((resolve) => setTimeout(resolve, 50));
    observer.disconnect();
    expect([observed, await takeRequests()]).to.deep.equal([[], []]);
  });

  it('can be shared as a link', async () => {
    const copied: string[] = [];
    replace(navigator, 'canShare', { value: undefined });
    replace(navigator, 'clipboard', { value: { writeText: async (words: string) => void copied.push(words) } });
    const widget = await open('Job fair');
    await activate(widget, 'Share: Job fair');
    await until(() => find(widget, '.widget > [role=status]')!.textContent === 'The link was copied.', 'the announcement');
    expect(copied.map((url) => new URL(url).hash)).to.deep.equal(['#onboarding/event/fair']);
  });

  it('of hostile words stays one event', async () => {
    const title = 'X\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:https://evil.example;,"\\';
    const widget = await open('X', datesWith([date('../../evil', { title, organizer: { name: 'A";X=B\r\nY', email: 'a@b.example' } })].map((event) => ({ ...event, id: 'a.b:c/1' }))));
    const files = downloads();
    await activate(widget, 'Save this date');
    await until(() => files.length, 'the file');
    expect(files[0]!.name).to.equal('a-b-c-1.ics');
    const [, , components] = calendarOf(await files[0]!.blob.text());
    expect(components.map(([name, , inner]) => [name, inner.length])).to.deep.equal([['vevent', 0]]);
  });
});

describe('Structured data', () => {
  onFreshPage();
  const scripts = (): string[] => [...document.head.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent);
  const ON = { attributes: { 'structured-data': '' } };

  it('is not written unless the page asks for it', async () => {
    await enter(dates());
    expect(scripts()).to.deep.equal([]);
  });

  it('describes what is shown, follows the filters, and goes with the calendar', async () => {
    const widget = await enter(dates(), ON);
    await until(() => scripts().length, 'the description');
    const read = (): Record<string, unknown>[] => JSON.parse(scripts()[0]!) as Record<string, unknown>[];
    expect(read().map(({ name }) => name)).to.deep.equal(['After-work open house', 'Advice on recognition', 'Tour of the town', 'German for beginners', 'Job fair', 'Living in Germany', 'Weihnachtsmarkt']);
    expect(read()[0]).to.deep.include({ '@type': 'Event', startDate: '2026-11-23T17:00+01:00', endDate: '2026-11-23T19:00+01:00', isAccessibleForFree: true });
    await search(widget, 'recognition');
    await until(() => read().length === 1, 'the one that was found');
    expect(scripts()).to.have.length(1);
    const parent = widget.parentElement!;
    widget.remove();
    expect(scripts()).to.deep.equal([]);
    parent.append(widget);
    await until(() => scripts().length === 1, 'back with the calendar');
    widget.removeAttribute('structured-data');
    await until(() => !scripts().length, 'no longer wanted');
  });

  it('of words that end a script stays data', async () => {
    const title = '</script><script>window.hacked = true</script><!--';
    await enter(datesWith([date('evil', { title })]), ON);
    await until(() => scripts().length, 'the description');
    expect(scripts()[0]).not.to.contain('<');
    expect((JSON.parse(scripts()[0]!) as { name: string }[])[0]!.name).to.equal(title);
    expect('hacked' in window).to.be.false;
  });
});
