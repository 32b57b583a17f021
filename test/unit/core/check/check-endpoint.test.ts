import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytes, failsWith, isAborted, json, never, status } from '../load/fake-server.ts';
import { URL, checked, endpoint, meeting, ofKind, office, step, worker } from './small-endpoint.ts';

const FAR = 'https://far.example/actors.json';
const places = (findings: Awaited<ReturnType<typeof checked>>['findings']) => findings.map(({ path, record, effect, severity }) => [path, record, effect, severity]);

describe('The check of an endpoint', () => {
  it('finds nothing where everything is right, and says what there is', async () => {
    const { findings, ...report } = await checked(endpoint({ actors: [office('office'), { source: 'native', url: FAR }] }), { [FAR]: json([office('school'), office('library')]) });
    assert.deepEqual(findings, []);
    assert.deepEqual(report, {
      url: URL, languages: ['de', 'en'], counts: { journeys: 1, actors: 3, events: 1 },
      sources: [{ source: 'native', url: FAR, collection: 'actors', records: 2, ok: true }],
    });
  });

  it('names what was left out, whose it is, and what a visitor sees of it', async () => {
    const { findings } = await checked(endpoint({
      actors: [office('office', { phone: 'none!', openingHours: { slots: [{ days: ['fr'], opens: '20:00', closes: '02:00' }] } }), { id: 'nameless' }],
      events: [meeting('welcome', { start: 'soon' })],
    }));
    assert.deepEqual(places(findings.filter(({ kind }) => kind === 'problem')), [
      ['actors[0].phone', 'office', 'part-missing', 'error'], ['actors[0].openingHours.slots[0]', 'office', 'shown', 'warning'],
      ['actors[1].name', 'nameless', 'record-missing', 'error'], ['events[0].start', 'welcome', 'record-missing', 'error'],
    ]);
    assert.deepEqual(findings.map(({ source }) => source), findings.map(() => URL));
    assert.equal(findings[0]!.detail!['title'], 'Amt office');
  });

  it('names in which source a record is wrong', async () => {
    const { findings, sources, counts } = await checked(endpoint({ actors: [office('office'), { source: 'native', url: FAR }] }),
      { [FAR]: json([office('a'), { name: 'B' }, office('c', { email: 'c' }), { id: 'd' }, office('e')]) });
    assert.deepEqual(findings.map(({ source, path, record, effect, collection }) => [source, path, record, effect, collection]), [
      [FAR, '[1].id', undefined, 'record-missing', 'actors'], [FAR, '[2].email', 'c', 'part-missing', 'actors'], [FAR, '[3].name', 'd', 'record-missing', 'actors'],
    ]);
    assert.deepEqual([sources[0]!.records, counts.actors], [3, 4]);
  });

  it('goes on where a source is dead or unknown, and says where the document names it', async () => {
    const gone = 'https://gone.example/events.ics';
    const { findings, sources } = await checked(
      endpoint({ events: [meeting('a'), { source: 'icalendar', url: gone, name: { de: 'Volkshochschule' } }, { source: 'martian', url: FAR }, { source: 'native', url: 'ftp://x' }] }), { [gone]: status(500) });
    const failed = ofKind({ findings }, 'failed-source');
    assert.deepEqual(failed.map(({ path, source, effect, detail }) => [path, source, effect, detail!['title'], detail!['format']]),
      [['events[1]', URL, 'source-missing', 'Volkshochschule', 'icalendar'], ['events[2]', URL, 'source-missing', FAR, 'martian']]);
    assert.match(failed[0]!.reason, /^The server answered with an error \(500/);
    assert.match(failed[1]!.reason, /unknown source "martian"/);
    assert.deepEqual(sources.map(({ ok, records }) => [ok, records]), [[false, 0], [false, 0]]);
    assert.deepEqual(ofKind({ findings }, 'problem').map(({ path, effect }) => [path, effect]), [['events[3].url', 'source-missing']]);
  });

  it('says where a source answers with something else', async () => {
    const { findings, sources } = await checked(endpoint({ events: [{ source: 'icalendar', url: FAR }] }), { [FAR]: bytes('<!doctype html>') });
    assert.deepEqual(findings.map(({ source, effect, severity }) => [source, effect, severity]), [[FAR, 'source-missing', 'error']]);
    assert.equal(sources[0]!.ok, false);
  });

  it('reads names of categories, newsletter and map as well', async () => {
    const { findings } = await checked(endpoint({ categories: [{ id: 'x' }], newsletter: { url: 'https://a.example/' }, map: { tiles: 'https://a.example/1.png', attribution: 'x' }, site: { name: 'M', languages: ['de'], privacy: 'javascript:x' } }));
    assert.deepEqual(findings.map(({ path }) => path), ['site.privacy', 'categories[0].name', 'newsletter.consent', 'map.tiles']);
  });

  it('says which collection is no list', async () => {
    const { findings } = await checked(endpoint({ events: 5 }));
    assert.deepEqual(findings.map(({ path, collection }) => [path, collection]), [['events', 'events']]);
  });

  it('names the second of two records with one id, in whichever source it is', async () => {
    const { findings, counts } = await checked(endpoint({ actors: [office('office'), { source: 'native', url: FAR }] }), { [FAR]: json([office('a'), office('office'), office('a')]) });
    assert.deepEqual(findings.map(({ kind, source, path, record }) => [kind, source, path, record]), [['duplicate-id', FAR, '[1].id', 'office'], ['duplicate-id', FAR, '[2].id', 'a']]);
    assert.equal(counts.actors, 2);
  });

  it('takes the same event of two feeds for what it is', async () => {
    const { findings, counts } = await checked(endpoint({ events: [meeting('a', { uid: 'a@town.example' }), meeting('a', { uid: 'a@town.example' })] }));
    assert.deepEqual([findings, counts.events], [[], 1]);
  });

  it('does not hold dangling ids against a journey while nobody knows what a dead source has', async () => {
    const journeys = [worker([step('register', { actors: ['school'] })])];
    const dangling = async (actors: object[]) => ofKind(await checked(endpoint({ journeys, actors })), 'dangling-reference').length;
    assert.equal(await dangling([office('office')]), 1);
    assert.equal(await dangling([office('office'), { source: 'native', url: FAR }]), 0);
  });

  it('names sources that browsers would keep from the page', async () => {
    const away = [FAR, 'https://open.example/a', 'https://named.example/a', 'https://other.example/a', 'https://town.example/a', 'https://gone.example/a'];
    const consent = [undefined, '*', 'https://town.example', 'https://elsewhere.example', undefined];
    const replies = Object.fromEntries(consent.map((origin, index) => [away[index]!, json([office(`a${index}`)], origin === undefined ? {} : { 'Access-Control-Allow-Origin': origin })]));
    const document = endpoint({ actors: [office('office'), ...away.map((url) => ({ source: 'native', url }))] });
    const named = async (crossOrigin?: boolean) => ofKind(await checked(document, replies, { crossOrigin }), 'problem').map(({ path, effect, source }) => [path, effect, source]);
    assert.deepEqual(await named(true), [['actors[1].url', 'source-missing', URL], ['actors[4].url', 'source-missing', URL]]);
    assert.deepEqual(await named(), []);
  });

  it('fails where the document itself cannot be read', async () => {
    await failsWith(checked({ version: 2 }), 'version');
    await failsWith(checked({ version: 1 }), 'unreadable');
    await failsWith(checked({}, { [URL]: status(404) }), 'status');
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const running = checked(endpoint({ actors: [{ source: 'native', url: FAR }] }), { [FAR]: never }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(running, isAborted);
  });

  it('tells how far it is', async () => {
    const told: [number, number, string][] = [];
    await checked(endpoint({ actors: [office('office'), { source: 'native', url: FAR }] }), { [FAR]: json([]) }, { progress: (...step) => told.push(step) });
    assert.deepEqual(told, [[1, 1, URL], [2, 2, FAR]]);
  });

  it('takes names that reach for the prototype for names', async () => {
    const document = JSON.parse(JSON.stringify(endpoint()).replace('"id":"welcome"', '"id":"__proto__"').replace('"steps":["register"]', '"steps":["constructor"]')) as unknown;
    const { findings } = await checked(document);
    assert.deepEqual(findings.map(({ kind, record }) => [kind, record]), [['dangling-reference', '__proto__']]);
    assert.equal(({} as { title?: string }).title, undefined);
  });
});
