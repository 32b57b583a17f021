/** The npm package as a developer uses it: without a browser, and in strict TypeScript. Reads dist/, so build first. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** What the SDK is for: check a document, load it, and compute what the widgets show. */
const promised = [
  'check', 'loadEndpoint', 'SharedRequests', 'LoadError', 'journeyView', 'nextSteps', 'deadlineDate', 'holds', 'readEndpoint', 'journey', 'actor', 'safeUrl',
  'matching', 'facetCounts', 'toggled', 'isFiltered', 'NO_FILTERS', 'FACETS', 'SORTS', 'formatAddress', 'parseAddress', 'SearchIndex', 'highlight', 'fold', 'distance', 'placeOf', 'inArea',
  'openState', 'weekOf', 'officeNow', 'publicHolidays', 'holidayCalendar', 'vcard', 'mapTiles',
  'expand', 'parseRule', 'formatRule', 'occurrencesOf', 'EventIndex', 'instantOf', 'wallOf', 'isSkipped', 'formatRuleSentence', 'readRuleWords', 'writeCalendar', 'googleLink', 'outlookLink', 'webcalLink',
  'native', 'integreat', 'icalendar', 'hsds', 'csv', 'schemaOrg', 'gancio', 'theEventsCalendar', 'FORMATS', 'formatNamed', 'checkEndpoint', 'snapshot', 'provideSources', 'provideLocales', 'provideMap', 'provideSanitizer', 'OnboardingElement', 'OnboardingCalendar', 'OnboardingDirectory', 'OnboardingJourney', 'version',
];

describe('the SDK in plain Node', () => {
  it('exports what it promises', async () => {
    const sdk = await import('../../dist/npm/index.js');
    assert.deepEqual(promised.filter((name) => sdk[name] === undefined), []);
  });

  it('registers nothing and adds no global, also beside a DOM', async () => {
    const script = `
      const touched = [];
      const watch = (name) => new Proxy(function () {}, {
        get: (_target, key) => (touched.push(name + '.' + String(key)), watch(name + '.' + String(key))),
        apply: () => (touched.push(name + '()'), watch(name + '()')),
      });
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      globalThis.localStorage = watch('localStorage');
      globalThis.fetch = watch('fetch');
      globalThis.customElements = { define: (tag) => touched.push('define ' + tag), get: () => undefined };
      await import('onboarding-widgets');
      const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && !['localStorage', 'customElements'].includes(name));
      console.log(JSON.stringify({ touched, added }));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    const { touched, added } = JSON.parse(stdout);
    assert.deepEqual(touched, []);
    // Lit tells its copies apart by globals of its own.
    assert.deepEqual(added.filter((name) => !/^(?:lit|reactiveElement)[A-Z]/.test(name)), []);
  });

  it('turns a document and answers into steps with deadlines', async () => {
    const { check, deadlineDate, journey, journeyView } = await import('../../dist/npm/index.js');
    const rule = { from: 'moved', weeks: 2, text: 'within two weeks' };
    const { value, problems } = check(journey, {
      id: 'worker', title: 'Worker',
      questions: [{ id: 'moved', type: 'date', label: 'When?' }],
      phases: [{ id: 'arrival', title: 'Arrival', steps: [{ id: 'register', title: 'Register', deadline: rule }] }],
    });
    assert.deepEqual(problems, []);
    assert.equal(deadlineDate(rule, '2026-12-01'), '2026-12-15');
    const view = journeyView({ journey: value, answers: { moved: '2026-12-01' }, done: new Set(), skipped: new Set(), documents: new Set(), today: '2026-12-02' });
    assert.deepEqual([view.total, view.next[0].deadline.date, view.next[0].deadline.urgency], [1, '2026-12-15', 'soon']);
  });

  it('finds the office that an address asks for, and tells whether it is open', async () => {
    const { SearchIndex, actor, check, facetCounts, highlight, holidayCalendar, matching, openState, parseAddress, vcard } = await import('../../dist/npm/index.js');
    const openingHours = { slots: [{ days: ['mo'], opens: '08:00', closes: '12:00' }] };
    const actors = [
      { id: 'town-hall', name: 'Bürgerbüro', categories: ['registration'], openingHours }, { id: 'school', name: 'Volkshochschule', services: ['Sprachkurse'], categories: ['language-course'] },
    ].map((record) => check(actor, record).value);
    const index = new SearchIndex();
    actors.forEach(({ name, services = [] }, position) => index.add(position, [{ text: name, weight: 10 }, { text: services, weight: 5 }]));

    const filters = parseAddress('#onboarding/directory?text=kurse', 'directory');
    const input = { actors, filters, hits: index.search(filters.text), isOpen: () => false };
    assert.deepEqual(matching(input).map((position) => actors[position].id), ['school']);
    assert.deepEqual([...facetCounts(input).category], [['registration', 0], ['language-course', 1]]);
    assert.deepEqual(highlight('Sprachkurse', 'kurse').filter(({ hit }) => hit).map(({ text }) => text), ['kurse']);

    const state = openState(actors[0].openingHours, { now: new Date('2026-11-23T09:00:00+01:00'), timeZone: 'Europe/Berlin', holidays: holidayCalendar({ land: 'DE-TH' }) });
    assert.deepEqual(state, { kind: 'open', until: { date: '2026-11-23', time: '12:00' } });
    assert.match(vcard(actors[0], { text: (text) => text ?? '', lang: 'de' }), /\r\nFN:Bürgerbüro\r\n/);
  });

  it('loads an endpoint over a network of the caller’s', async () => {
    const { SharedRequests, journey, loadEndpoint, native } = await import('../../dist/npm/index.js');
    const document = {
      version: 1, site: { name: 'Town', languages: ['de'] },
      journeys: [{ id: 'worker', title: 'Worker', phases: [{ id: 'arrival', title: 'Arrival', steps: [{ id: 'register', title: 'Register' }] }] }],
    };
    const { records, problems } = await loadEndpoint('https://town.example/endpoint.json', {
      requests: new SharedRequests({ fetch: async () => new Response(JSON.stringify(document)) }),
      source: async () => native, schemas: { journeys: journey }, required: ['journeys'], language: () => 'de', signal: new AbortController().signal,
    });
    assert.deepEqual([records.journeys.map(({ id }) => id), problems], [['worker'], []]);
  });
});

describe('the SDK in strict TypeScript', () => {
  const consumer = `
    import { check, deadlineDate, holds, journey, journeyView, loadEndpoint, native, SharedRequests, LoadError, OnboardingDirectory, OnboardingElement, OnboardingJourney, version } from 'onboarding-widgets';
    import { distance, facetCounts, formatAddress, highlight, matching, NO_FILTERS, openState, parseAddress, SearchIndex, toggled, vcard, weekOf } from 'onboarding-widgets';
    import type { Checked, Endpoint, Journey, JourneyView, Loaded, LoadOptions, ProblemDetail, Source, StepChangeDetail, Text } from 'onboarding-widgets';
    import type { Actor, DayPlan, DirectoryInput, FacetCounts, Field, Filters, Found, Geo, OpeningHours, OpenState, Part, TextHits } from 'onboarding-widgets';
    import 'onboarding-widgets/define';
    import 'onboarding-widgets/define/onboarding-directory';
    import 'onboarding-widgets/define/onboarding-journey';

    export const checked: Checked<Journey> = check(journey, JSON.parse('{}'));
    export const due: string = deadlineDate({ from: 'moved', weeks: 2, text: { de: 'zwei Wochen' } }, '2026-12-01');
    export function view(of: Journey): JourneyView {
      return journeyView({ journey: of, answers: { origin: 'eu' }, done: new Set(), skipped: new Set(), documents: new Set(), today: '2026-12-01' });
    }
    const options: LoadOptions = {
      requests: new SharedRequests(), source: (format: string): Promise<Source> | undefined => (format === 'native' ? Promise.resolve(native) : undefined),
      schemas: { journeys: journey }, required: ['journeys'], language: ({ site }: Endpoint) => site.languages[0] ?? 'de', signal: new AbortController().signal,
    };
    export const loaded: Promise<Loaded | string> = loadEndpoint('https://town.example/endpoint.json', options).catch((error: unknown) => {
      if (error instanceof LoadError) return error.kind;
      throw error;
    });
    const index = new SearchIndex();
    const field: Field = { text: ['Sprachkurse', 'Language courses'], weight: 8 };
    index.add(0, [field]);
    const found: Found = index.search('kurse');
    const hits: TextHits = found;
    const filters: Filters = toggled(parseAddress('#onboarding/directory?text=kurse', 'directory') ?? NO_FILTERS, 'category', 'language-course');
    export function list(actors: readonly Actor[], here: Geo): [number[], FacetCounts, string] {
      const input: DirectoryInput = { actors, filters, hits, isOpen: () => false, distance: ({ geo }) => geo && distance(here, geo) };
      return [matching(input), facetCounts(input), formatAddress(filters, 'directory')];
    }
    export function hoursOf(hours: OpeningHours | undefined, now: Date): [OpenState, DayPlan[]] {
      const holidays = new Set<string>();
      return [openState(hours, { now, timeZone: 'Europe/Berlin', holidays }), hours ? weekOf(hours, '2026-11-23', holidays) : []];
    }
    export const parts: Part[] = highlight('Sprachkurse', 'kurse');
    export const card = (actor: Actor): string => vcard(actor, { text: (text: Text | undefined) => (typeof text === 'string' ? text : ''), lang: 'de' });
    const directory: OnboardingDirectory = document.createElement('onboarding-directory');
    directory.category = 'language-course school';
    directory.open = 'now';
    // @ts-expect-error -- no such facet
    toggled(filters, 'colour', 'red');
    class MyJourney extends OnboardingJourney {}
    const element: OnboardingJourney = document.createElement('onboarding-journey');
    element.endpoint = '/endpoint.json';
    element.storage = 'none';
    element.addEventListener('onboarding-problem', (event) => console.log((event as CustomEvent<ProblemDetail>).detail.reason));
    element.addEventListener('onboarding-step-change', (event) => console.log((event as CustomEvent<StepChangeDetail>).detail.step));
    const base: OnboardingElement = new MyJourney();
    const title: Text = { de: 'Titel' };
    console.log(version, base.headingLevel, title, holds({ question: 'origin', is: 'eu' }, { origin: 'eu' }));
    // @ts-expect-error -- another storage than these three does not exist
    element.storage = 'cookie';
    // @ts-expect-error -- a journey has phases
    export const wrong: Journey = { id: 'worker', title: 'Worker' };
  `;
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onboarding-consumer-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(root, join(folder, 'node_modules/onboarding-widgets'), 'dir');
    await writeFile(join(folder, 'package.json'), '{"type": "module"}');
    await writeFile(join(folder, 'consumer.ts'), consumer);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const [resolution, module] of [['bundler', 'esnext'], ['nodenext', 'nodenext']]) {
    it(`compiles with --moduleResolution ${resolution}, the package's own declarations included`, async () => {
      const flags = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      const { stdout } = await run(process.execPath, [tsc, ...flags, '--module', module, '--moduleResolution', resolution, 'consumer.ts'], { cwd: folder }).catch((error) => error);
      assert.equal(stdout, '');
    });
  }
});
