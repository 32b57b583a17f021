/** <onboarding-directory> as it is built, on pages of a Kreis: under strict policies, in privacy, beside a journey, mounted, with a long list. */
import { expect, waitUntil } from '@open-wc/testing';
import { fault, otherOrigin, takeRequests } from '../support/server.ts';
import { textOf } from './demo-page.ts';
import { HostPage, closePages, openHost, scripts } from './host-page.ts';
import { NONE, asked, foreign, listPage, policies, urlOf } from './list-page.ts';
import { quoted, smallEndpoint } from './small-endpoint.ts';

const { inside, names, press, reads, shows, tag, type } = listPage('onboarding-directory');
const [CITIZENS, SCHOOL, HEALTH] = ['Citizens’ office', 'Adult education centre', 'Public health office'];
const ALL = [CITIZENS, SCHOOL, HEALTH];
const OWN_TILES = '/demo/tiles/{z}/{x}/{y}.svg';

/** The offices of a small town, one of which a step of its journey names. */
const town = (tiles = OWN_TILES) => ({
  ...smallEndpoint(),
  site: { id: crypto.randomUUID(), name: 'Kleinstadt', languages: ['en', 'de', 'tr'], timeZone: 'Europe/Berlin' },
  journeys: [{ id: 'worker', title: 'Your way', phases: [{ id: 'arrival', title: 'Arrival', steps: [{ id: 'register', title: 'Register your address', actors: ['citizens'] }] }] }],
  map: { tiles, attribution: 'Town survey' },
  categories: [{ id: 'office', name: 'Offices' }, { id: 'course', name: 'Courses' }],
  actors: [
    {
      id: 'citizens', name: CITIZENS, categories: ['office'], synonyms: ['moving house'], html: '<p style="color:red">Bring your <strong>passport</strong>.</p>',
      geo: { latitude: 50.98, longitude: 11.33 }, openingHours: { slots: [{ days: ['mo', 'tu'], opens: '08:00', closes: '16:00' }] },
      counter: { german: 'Ich möchte meine Wohnung anmelden.', documents: [{ german: 'Reisepass' }] },
    },
    { id: 'school', name: SCHOOL, categories: ['course'], geo: { latitude: 50.99, longitude: 11.34 } },
    { id: 'health', name: HEALTH, categories: ['office'], phone: '+49 30 23125 100' },
  ],
});

/** Searches, filters, opens an entry and its card for the counter. */
async function walk(page: HostPage): Promise<void> {
  await shows(page, ALL);
  type(page, 'moving huose');
  await shows(page, [CITIZENS]);
  await press(page, '[aria-controls="details-citizens"]');
  await reads(page, '.rich strong', 'passport');
  await press(page, '.actions button');
  await reads(page, 'dialog[open]', 'Ich möchte meine Wohnung anmelden.');
  await press(page, 'dialog button');
  type(page, '');
  await shows(page, ALL);
  await press(page, '[aria-controls="~filters"]');
  await press(page, '#category-office');
  await shows(page, [CITIZENS, HEALTH]);
}

/** Or hides it. */
const toggleMap = (page: HostPage) => press(page, '[aria-controls="map"]');
const tiles = (page: HostPage, selector = '') => inside(page)!.querySelectorAll(`[part="map"] img${selector}`).length;

afterEach(async () => {
  closePages();
  await takeRequests();
});

describe('a strict policy', () => {
  for (const [kind, script] of Object.entries(scripts)) {
    for (const [name, csp] of Object.entries(policies)) {
      it(`${name} has nothing to report of the ${kind} script, in a language that is a file of its own, with a map`, async () => {
        const page = await openHost(tag(urlOf(town()), 'lang="tr"') + script, { csp });
        await reads(page, '#directory-title', 'Doğru kurumu bulun');
        await walk(page);
        await toggleMap(page);
        await waitUntil(() => tiles(page, '.leaflet-tile-loaded'), 'the tiles', { timeout: 15_000 });
        await waitUntil(() => inside(page)!.querySelectorAll('.pin').length === 1, 'the place of the office that was found');
        // Both let go of tiles.
        await press(page, '.map-zoom button');
        await toggleMap(page);
        await waitUntil(() => !tiles(page), 'the map is gone');
        expect(await page.noticed()).to.deep.equal(NONE);
      });
    }
  }
});

describe('a visit', () => {
  /** Until nothing more has been asked for half a second: how much that was. */
  async function settled(page: HostPage): Promise<number> {
    for (let before = -1; before < asked(page).length; await new Promise((resolve) => setTimeout(resolve, 500))) before = asked(page).length;
    return asked(page).length;
  }

  let page: HostPage;
  let endpoint: string;
  let site: string;
  let tileServer: string;

  beforeEach(async () => {
    tileServer = await otherOrigin();
    const document = town(`${fault('ok', { map: crypto.randomUUID() }, tileServer)}&z={z}&x={x}&y={y}`);
    site = document.site.id;
    endpoint = urlOf(document);
    page = await openHost(tag(endpoint) + scripts.module);
    await shows(page, ALL);
  });

  it('asks the endpoint and our own files, and nobody else for search, filters, entry or counter', async () => {
    const before = await settled(page);
    type(page, 'moving huose');
    await shows(page, [CITIZENS]);
    type(page, '');
    await shows(page, ALL);
    await press(page, '[aria-controls="~filters"]');
    await press(page, '#category-course');
    await shows(page, [SCHOOL]);
    await press(page, '#category-course');
    await shows(page, ALL);
    await press(page, '[aria-controls="~filters"]');
    expect(await settled(page), 'requests of search and filters').to.equal(before);
    await walk(page);
    await settled(page);
    expect(foreign(page).map(String)).to.deep.equal([endpoint]);
    expect(await takeRequests()).to.have.lengthOf(1);
  });

  it('leaves nothing on the device', async () => {
    await walk(page);
    const { localStorage, sessionStorage } = page.window;
    expect((await page.noticed()).writes).to.deep.equal([]);
    expect([...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.includes(site))).to.deep.equal([]);
    expect(page.document.cookie).to.not.include('onboarding');
  });

  it('asks the tile server that the endpoint names, from the press on the map on, and does not tell it the page', async () => {
    await settled(page);
    expect((await takeRequests()).length, 'requests before').to.equal(1);
    await toggleMap(page);
    await waitUntil(() => tiles(page), 'the map', { timeout: 15_000 });
    await settled(page);
    const requests = await takeRequests();
    expect(requests.length).to.be.greaterThan(0);
    expect(new Set(requests.map(({ host, headers: { referer, cookie } }) => [host, referer, cookie].join()))).to.deep.equal(new Set([`${new URL(tileServer).host},,`]));
    expect(foreign(page).filter(({ origin }) => origin !== tileServer).map(String)).to.deep.equal([endpoint]);
  });
});

for (const [kind, script] of Object.entries(scripts)) {
  describe(`the ${kind} script`, () => {
    it('asks once for a journey and a directory, and leads from a step to the entry', async () => {
      const endpoint = urlOf(town());
      const page = await openHost(`<onboarding-journey endpoint=${quoted(endpoint)} storage="none"></onboarding-journey>${tag(endpoint)}${script}`);
      await page.shown('onboarding-journey', 'Your way');
      await shows(page, ALL);
      await page.click('onboarding-journey >>> [aria-controls="details-register"]');
      await page.until('onboarding-journey >>> .actor-name a', CITIZENS);
      const state = () => inside(page)!.querySelector('[aria-controls="details-citizens"]')!.getAttribute('aria-expanded');
      expect(state()).to.equal('false');
      await page.click('onboarding-journey >>> .actor-name a');
      await reads(page, '#details-citizens .rich', 'passport');
      expect(state()).to.equal('true');
      expect(textOf(inside(page)!.activeElement)).to.equal(CITIZENS);
      expect((await takeRequests()).length).to.equal(1);
      expect((await page.noticed()).errors).to.deep.equal([]);
    });

    it('shows a div with a filter that the page presets and the visitor takes away', async () => {
      const page = await openHost(`<div data-onboarding="directory" data-endpoint=${quoted(urlOf(town()))} data-category="course"></div>${script}`);
      await shows(page, [SCHOOL]);
      await reads(page, '[part="active-filters"]', 'Courses');
      await press(page, '[part="active-filters"] button');
      await shows(page, ALL);
      expect(await page.noticed()).to.deep.equal(NONE);
    });
  });
}

it('embed.html shows a directory with the filters of its address', async () => {
  const page = await HostPage.open('embed', { query: { widget: 'directory', endpoint: urlOf(town()), category: 'office course', lang: 'en' } });
  await shows(page, ALL);
  const other = await HostPage.open('embed', { query: { widget: 'directory', endpoint: urlOf(town()), category: 'course', lang: 'en' } });
  await shows(other, [SCHOOL]);
  expect((await other.noticed()).errors).to.deep.equal([]);
});

it('10,000 entries: the first twenty at once, each to be found, few of them in the page', async () => {
  const address = '/demo/data/many.json?count=10000';
  const { actors } = (await (await fetch(address)).json()) as { actors: { name: { en: string } }[] };
  const page = await openHost(tag(address) + scripts.module);
  const first = actors.slice(0, 20).map(({ name }) => name.en);
  const nodes = () => {
    const walker = page.document.createTreeWalker(inside(page)!);
    let count = 0;
    while (walker.nextNode()) count++;
    return count;
  };
  await shows(page, first);
  await reads(page, '.count', '10,000');
  expect(names(page)).to.deep.equal(first);
  expect(nodes(), 'nodes of the list').to.be.within(20, 1_999);
  const last = actors.at(-1)!.name.en;
  type(page, last);
  await waitUntil(() => names(page)[0] === last, 'the last one', { timeout: 15_000 });
  expect(nodes(), 'nodes of the results').to.be.within(20, 1_999);
  expect((await page.noticed()).errors).to.deep.equal([]);
});

it('the locations and offers of an Integreat region are entries, with opening hours where they have some', async () => {
  const page = await openHost(tag('/demo/data/integreat-endpoint.json', 'lang="de"') + scripts.module);
  await shows(page, ['Bürgerbüro Musterstadt', 'Ausländerbehörde Musterkreis', 'Welcome Center Musterkreis', 'Volkshochschule Musterkreis', 'Kita-Servicestelle im Jugendamt', 'Beratungsstelle Arbeitskompass', 'Kursfinder Deutsch', 'Stellen im Musterkreis']);
  await press(page, '.entry .disclosure');
  await reads(page, '[part="hours"]', '08:00–12:00');
  expect(inside(page)!.querySelectorAll('[part="hours"] tr').length).to.equal(7);
  expect(textOf(inside(page)!.querySelectorAll('[part="open-state"]')[4])).to.equal('Vorübergehend geschlossen');
  const { errors, problems } = await page.noticed();
  expect({ errors, problems }).to.deep.equal({ errors: [], problems: [] });
});
