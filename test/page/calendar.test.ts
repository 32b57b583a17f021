/** <onboarding-calendar> as it is built, on pages of a Kreis: under strict policies, in privacy, with a feed, beside a journey, mounted. */
import { expect, waitUntil } from '@open-wc/testing';
import { fault, takeRequests } from '../support/server.ts';
import { textOf } from './demo-page.ts';
import { HostPage, closePages, openHost, scripts } from './host-page.ts';
import { NONE, asked, foreign, listPage, policies, urlOf } from './list-page.ts';
import { quoted, smallEndpoint } from './small-endpoint.ts';

const { inside, press, reads, shows, tag, type } = listPage('onboarding-calendar');
const [OPEN_HOUSE, COURSE, FAIR, CHOIR] = ['Open house', 'German course', 'Job fair', 'Choir'];

/** YYYY-MM-DD, so many days from now. */
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

const ics = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:choir', `SUMMARY:${CHOIR}`, `DTSTART:${day(5).replaceAll('-', '')}T170000Z`, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const feed = () => ({ source: 'icalendar', url: fault('ok', { body: ics }) });

/** What is on in a small town, and a journey one of whose steps an event names. */
const town = (...more: object[]) => ({
  ...smallEndpoint(),
  site: { id: crypto.randomUUID(), name: 'Kleinstadt', languages: ['en', 'de', 'tr'], timeZone: 'Europe/Berlin' },
  categories: [{ id: 'work', name: 'Work' }, { id: 'course', name: 'Courses' }],
  events: [
    { id: 'open-house', title: OPEN_HOUSE, start: `${day(2)}T17:00`, end: `${day(2)}T19:00`, categories: ['work'], steps: ['register'], html: '<p style="color:red">Bring your <strong>passport</strong>.</p>' },
    { id: 'course', title: COURSE, start: `${day(3)}T18:00`, end: `${day(3)}T20:00`, recurrence: 'FREQ=WEEKLY;COUNT=4', categories: ['course'], place: 'School' },
    { id: 'fair', title: FAIR, start: day(4), end: day(6), categories: ['work'], url: 'https://town.example/fair' },
    ...more,
  ],
});

const described = (page: HostPage) => page.document.head.querySelector('script[type="application/ld+json"]')?.textContent ?? '';

/** Searches, filters, opens an entry, saves its date, and goes to the month and back. */
async function walk(page: HostPage, all: string[]): Promise<void> {
  await shows(page, all);
  type(page, 'opne house');
  await shows(page, [OPEN_HOUSE]);
  await press(page, '[aria-controls="details-open-house"]');
  await reads(page, '.rich strong', 'passport');
  await press(page, '.actions button');
  type(page, '');
  await shows(page, all);
  await press(page, '[aria-controls="~filters"]');
  await press(page, '#category-work');
  await shows(page, [OPEN_HOUSE, FAIR]);
  await press(page, '#category-work');
  await press(page, '.views button:last-child');
  await waitUntil(() => inside(page)!.querySelectorAll('[role=gridcell]').length >= 28, 'the month', { timeout: 15_000 });
  await press(page, '.month-head button:last-child');
  await press(page, '.views button');
  await shows(page, all);
}

afterEach(async () => {
  closePages();
  await takeRequests();
});

describe('a strict policy', () => {
  for (const [kind, script] of Object.entries(scripts)) {
    for (const [name, csp] of Object.entries(policies)) {
      it(`${name} has nothing to report of the ${kind} script, with a feed, in a language that is a file of its own`, async () => {
        const page = await openHost(tag(urlOf(town(feed())), 'lang="tr"') + script, { csp });
        await walk(page, [OPEN_HOUSE, COURSE, FAIR, CHOIR]);
        expect(inside(page)!.querySelector<HTMLElement>('.widget')!.lang).to.equal('tr');
        expect(await page.noticed()).to.deep.equal(NONE);
      });

      it(`${name} lets the ${kind} script describe what is shown`, async () => {
        const page = await openHost(tag(urlOf(town({ id: 'evil', title: '</script><script>document.title = "hacked"</script>', start: day(9) })), 'structured-data') + script, { csp });
        await waitUntil(() => described(page), 'the description', { timeout: 15_000 });
        expect((JSON.parse(described(page)) as { name: string }[]).map((event) => event.name).slice(0, 3)).to.deep.equal([OPEN_HOUSE, COURSE, FAIR]);
        expect(page.document.title).to.equal('Kreis Musterstadt');
        expect(await page.noticed()).to.deep.equal(NONE);
      });
    }
  }
});

describe('a visit', () => {
  it('asks the endpoint and our own files, and nobody else, whatever the visitor does', async () => {
    const endpoint = urlOf(town());
    const page = await openHost(tag(endpoint) + scripts.module);
    await walk(page, [OPEN_HOUSE, COURSE, FAIR]);
    expect(foreign(page).map(String)).to.deep.equal([endpoint]);
    expect(asked(page).filter(({ pathname }) => pathname.includes('icalendar')).map(String), 'code for feeds').to.deep.equal([]);
    expect(await takeRequests()).to.have.lengthOf(1);
  });

  it('asks a feed once, and tells it nothing', async () => {
    const source = feed();
    const endpoint = urlOf(town(source));
    const page = await openHost(tag(endpoint) + scripts.module);
    await walk(page, [OPEN_HOUSE, COURSE, FAIR, CHOIR]);
    expect(foreign(page).map(String)).to.have.members([endpoint, source.url]);
    const requests = await takeRequests();
    expect(requests.map(({ headers: { referer, cookie } }) => [referer, cookie].join())).to.deep.equal([',', ',']);
  });

  it('leaves nothing on the device', async () => {
    const page = await openHost(tag(urlOf(town())) + scripts.module);
    await walk(page, [OPEN_HOUSE, COURSE, FAIR]);
    expect((await page.noticed()).writes).to.deep.equal([]);
    expect(page.document.cookie).to.not.include('onboarding');
    expect(described(page), 'nor in the head of the page').to.equal('');
  });
});

for (const [kind, script] of Object.entries(scripts)) {
  describe(`the ${kind} script`, () => {
    it('asks once for a journey and a calendar, and leads from a step to the entry', async () => {
      const endpoint = urlOf(town());
      const page = await openHost(`<onboarding-journey endpoint=${quoted(endpoint)} storage="none"></onboarding-journey>${tag(endpoint)}${script}`);
      await page.shown('onboarding-journey');
      await shows(page, [OPEN_HOUSE, COURSE, FAIR]);
      await page.click('onboarding-journey >>> [aria-controls="details-register"]');
      await page.until('onboarding-journey >>> .step-events a', OPEN_HOUSE, 15_000);
      await page.click('onboarding-journey >>> .step-events a');
      await reads(page, '#details-open-house .rich', 'passport');
      expect(textOf(inside(page)!.activeElement)).to.equal(OPEN_HOUSE);
      expect((await takeRequests()).length).to.equal(1);
      expect((await page.noticed()).errors).to.deep.equal([]);
    });

    it('shows a div with a filter that the page presets and the visitor takes away', async () => {
      const page = await openHost(`<div data-onboarding="calendar" data-endpoint=${quoted(urlOf(town()))} data-category="course"></div>${script}`);
      await shows(page, [COURSE]);
      await reads(page, '[part="active-filters"]', 'Courses');
      await press(page, '[part="active-filters"] button');
      await shows(page, [OPEN_HOUSE, COURSE, FAIR]);
      expect(await page.noticed()).to.deep.equal(NONE);
    });
  });
}

it('embed.html shows a calendar with the filters of its address', async () => {
  const page = await HostPage.open('embed', { query: { widget: 'calendar', endpoint: urlOf(town()), category: 'work', lang: 'en' } });
  await shows(page, [OPEN_HOUSE, FAIR]);
  expect((await page.noticed()).errors).to.deep.equal([]);
});
