import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { onFreshPage, replace } from '../shared/fresh-page.ts';
import { date, dates, datesWith } from './dates.ts';
import { activate, control, controls, days, enter, find, findAll, look, names, openEntry, showMonth, speak, text, times, until, type Widget } from './visitor.ts';

/** Label and value of each fact in the details, and of those of the organiser. */
const facts = (widget: Widget, within = '.disclosed'): string[] => findAll(widget, `.entry ${within} > dl > div`).map((fact) => [...fact.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(': '));
const link = (widget: Widget, name: string): string | null => control(widget, name, 'a[href]').getAttribute('href');

async function open(name: string, document: unknown = dates()): Promise<Widget> {
  const widget = await enter(document);
  await openEntry(widget, name);
  return widget;
}

/** The device is so many minutes behind UTC. */
const deviceBehind = (minutes: number): void => replace(Date.prototype, 'getTimezoneOffset', { value: () => minutes });

describe('The details of an event', () => {
  onFreshPage();

  it('are accessible, in full and in Arabic', async () => {
    const widget = await open('Advice on recognition');
    await openEntry(widget, 'After-work open house');
    await expectAccessible(widget);
    await speak(widget, 'ar');
    await until(() => find(widget, '.widget')!.dir === 'rtl', 'Arabic words');
    await expectAccessible(widget);
  });

  it('say what helps to take part', async () => {
    const widget = await open('Advice on recognition');
    expect(facts(widget)).to.deep.equal([
      'Date: Tuesday, November 24', 'Registration: Register', 'Register until: November 23, 2026', 'Seats: 12', 'Languages: English and Ukrainian', 'Interpreter: yes', 'Childcare: yes',
    ]);
    expect(link(widget, 'Register')).to.equal('https://town.example/register');
  });

  it('say that one has to register, where there is no page for it, and the last seat', async () => {
    const widget = await open('a', datesWith([date('a', { registration: { required: true, seats: 0 } }), date('b', { registration: { required: false } })]));
    expect(facts(widget).slice(1)).to.deep.equal(['Registration: Please register before you come.', 'Seats: 0']);
    await openEntry(widget, 'b');
    expect(text(widget, '#details-b')).not.to.contain('Registration');
  });

  it('have the way to the place, as the town writes it', async () => {
    const widget = await open('Advice on recognition');
    expect(text(widget, 'address .line')).to.equal('Marktplatz 1 | 12345 Musterstadt | Second entrance | Directions');
    expect(link(widget, 'Directions')).to.equal('https://www.openstreetmap.org/directions?route=;50.98,11.33');
    const unmapped = await open('a', datesWith([date('a', { address: { street: 'Weg 4', city: 'Neustadt' } })]));
    expect(link(unmapped, 'Directions')).to.equal('https://www.openstreetmap.org/search?query=Weg%204%2C%20Neustadt');
  });

  it('have the organiser, the price, and links', async () => {
    const widget = await open('After-work open house');
    expect(text(widget, '#details-open-house h5')).to.equal('Organiser');
    expect(text(widget, '.contact > p')).to.equal('Welcome Service');
    expect(facts(widget, '.contact')).to.deep.equal(['Phone: +49 30 23125 100', 'Email: welcome@town.example']);
    expect([link(widget, '+49 30'), link(widget, 'welcome@'), link(widget, 'House rules')]).to.deep.equal(['tel:+493023125100', 'mailto:welcome@town.example', 'https://town.example/rules']);
    expect(facts(widget)).to.include('Price: Free of charge');
    expect(text(widget, '#details-open-house')).to.contain('Come as you are. There is tea.').and.contain('Last updated: November 20, 2026');
    await openEntry(widget, 'German for beginners');
    expect(facts(widget)).to.include('Price: 5 €');
    await openEntry(widget, 'Job fair');
    expect(link(widget, 'More on town.example')).to.equal('https://town.example/fair');
  });

  it('say where to take part online', async () => {
    const widget = await open('Living in Germany');
    expect(facts(widget)).to.include('Take part online: meet.example');
    const [conference] = controls(widget, 'meet.example', 'a[href]') as HTMLAnchorElement[];
    expect([conference!.href, conference!.rel]).to.deep.equal(['https://meet.example/living', 'noopener noreferrer']);
  });

  it('have the image with its text, late and without telling the page', async () => {
    const widget = await open('Advice on recognition');
    const { alt, loading, referrerPolicy, src } = find<HTMLImageElement>(widget, 'img')!;
    expect([alt, loading, referrerPolicy, new URL(src).pathname]).to.deep.equal(['Two people at a desk', 'lazy', 'no-referrer', '/demo/tiles/1/0/0.svg']);
    await until(() => find<HTMLImageElement>(widget, 'img')!.complete, 'the image');
    expect(find(widget, 'img')!.getBoundingClientRect().width).to.be.at.most(widget.getBoundingClientRect().width);
  });

  it('ask for no image before they are open, nor from where nobody knows', async () => {
    const widget = await enter(datesWith([date('a', { image: { url: 'https://images.evil.example/x.png', alt: 'x' } })]));
    expect(findAll(widget, 'img')).to.have.length(0);
    await openEntry(widget, 'a');
    expect(findAll(widget, 'img')).to.have.length(0);
  });

  it('have the formatted text, cleaned', async () => {
    const calls: unknown[] = [];
    replace(window, 'hacked', { value: () => calls.push(1) });
    const html = '<p>Bring <strong>all</strong> papers, see the <a href="https://town.example/papers">list</a>.</p><script>hacked()</script><img src=x onerror=hacked()><p id="text" onclick="hacked()" style="color:red">Really.</p>';
    const widget = await open('a', datesWith([date('a', { html, description: 'Instead' })]));
    await until(() => text(widget, '.rich'), 'the formatted text');
    expect(text(widget, '.rich p')).to.equal('Bring all papers, see the list. | Really.');
    expect(findAll(widget, '.rich script, .rich img, .rich [style], .rich [onclick], .rich [id]')).to.have.length(0);
    expect(link(widget, 'list')).to.equal('https://town.example/papers');
    expect([calls.length, text(widget, '#details-a').includes('Instead')]).to.deep.equal([0, false]);
    await expectAccessible(widget);
  });

  it('of a cancelled event offer nothing to keep', async () => {
    const widget = await open('Tour of the town');
    expect(findAll(widget, '#details-cancelled .actions')).to.have.length(0);
    expect(facts(widget)).to.include('Date: Wednesday, November 25');
  });
});

describe('The time of an event', () => {
  onFreshPage();

  it('names no zone where the device shows the same', async () => {
    deviceBehind(-60);
    const widget = await look(dates());
    expect(times(widget).slice(0, 2)).to.deep.equal(['17:00–19:00', '10:00–12:00']);
    expect(findAll(widget, '.entry').filter((entry) => entry.innerText.includes('device'))).to.have.length(0);
  });

  it('is that of the town, and that of another place is told as well', async () => {
    deviceBehind(-60);
    const widget = await look(dates());
    const webinar = findAll(widget, '.entry').find((entry) => entry.innerText.includes('Living in Germany'))!.innerText.replace(/\s+/g, ' ');
    expect(webinar).to.contain('17:00–18:30 (Central European Time)').and.contain('Time at the place: 11:00–12:30 (Eastern Time)');
    await expectAccessible(widget);
  });

  it('says the day where it is another one there', async () => {
    deviceBehind(-14 * 60);
    const widget = await look(dates());
    expect(findAll(widget, '.entry')[0]!.innerText.replace(/\s+/g, ' ')).to.contain('17:00–19:00 (Central European Time)').and.contain('Time on your device: Tuesday, November 24, 06:00–08:00');
  });

  it('puts each event under the day it is in the town, whatever the day is elsewhere', async () => {
    const elsewhere = [date('york', { title: 'New York', start: '2026-12-04T20:00', end: '2026-12-04T21:00', timeZone: 'America/New_York' }), date('Kolkata', { start: '2026-12-04T02:00', end: '2026-12-04T03:00', timeZone: 'Asia/Kolkata' })];
    const widget = await enter(datesWith([date('Here', { start: '2026-12-05T00:30', end: '2026-12-05T01:00' }), ...elsewhere]));
    expect([days(widget), names(widget)]).to.deep.equal([['Thursday, December 3, 2026', 'Saturday, December 5, 2026'], ['Kolkata', 'Here', 'New York']]);
    await showMonth(widget);
    await activate(widget, 'Next month');
    expect(['2026-12-03', '2026-12-04', '2026-12-05'].map((day) => text(widget, `[data-day="${day}"] .title`))).to.deep.equal(['21:30 Kolkata', '', '00:30 Here | 02:00 New York']);
  });

  it('is none where it is a whole day', async () => {
    deviceBehind(-14 * 60);
    const widget = await look(datesWith([date('fair', { start: '2026-11-27', end: undefined })]));
    expect(times(widget)).to.deep.equal(['all day']);
    expect(text(widget, '.entry')).not.to.contain('device');
  });

  it('is the town’s where the clocks change', async () => {
    const widget = await look(datesWith([date('before', { start: '2026-10-24T17:00', end: '2026-10-24T18:00' }), date('after', { start: '2026-10-25T17:00', end: '2026-10-25T18:00' })]), { now: '2026-10-24T15:59:00Z' });
    expect(times(widget)).to.deep.equal(['17:00–18:00', '17:00–18:00']);
    widget.clock = () => new Date('2026-10-24T16:00:00Z');
    widget.requestUpdate();
    await until(() => times(widget).length === 1, 'the summer hour');
    widget.clock = () => new Date('2026-10-25T17:00:00Z');
    widget.requestUpdate();
    await until(() => times(widget).length === 0, 'the winter hour');
  });
});
