import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Actor, Geo } from '../../../../src/model/actor.ts';
import { PositionError, device, distance, inArea, placeOf } from '../../../../src/widgets/onboarding-directory/near.ts';

const geo = (latitude: number, longitude: number): Geo => ({ latitude, longitude });
const BERLIN = geo(52.5200, 13.4050);
const HAMBURG = geo(53.5511, 9.9937);
const place = fc.record({ latitude: fc.double({ min: -90, max: 90, noNaN: true }), longitude: fc.double({ min: -180, max: 180, noNaN: true }) });
const near = (actual: number, expected: number, tolerance: number): void => assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

describe('The distance', () => {
  it('between known places is right', () => {
    near(distance(BERLIN, HAMBURG), 255_250, 500);
    near(distance(BERLIN, geo(48.1374, 11.5755)), 504_200, 1_000);
    near(distance(geo(0, 0), geo(0, 1)), 111_195, 1);
    near(distance(geo(0, 179.999), geo(0, -179.999)), 222.4, 0.1);
    near(distance(geo(90, 0), geo(-90, 77)), Math.PI * 6_371_008.8, 1);
    near(distance(geo(50.979_493, 11.329_445), geo(50.979_503, 11.329_445)), 1.11, 0.01);
  });

  it('is the same there and back, never negative, never more than halfway round, and no way is shorter than the straight one', () => {
    fc.assert(fc.property(place, place, place, (a, b, c) => {
      assert.equal(distance(a, a), 0);
      near(distance(a, b), distance(b, a), 1e-6);
      assert.ok(distance(a, b) >= 0 && distance(a, b) <= Math.PI * 6_371_008.8 + 1);
      assert.ok(distance(a, c) <= distance(a, b) + distance(b, c) + 1);
    }), { numRuns: 2_000 });
  });
});

let serial = 0;
const at = (postalCode: string | undefined, city: string | undefined, latitude: number, longitude: number): Actor =>
  ({ id: `actor-${serial++}`, name: 'Office', address: { postalCode, city }, geo: geo(latitude, longitude) });
const ACTORS: Actor[] = [
  at('99423', 'Weimar', 50.98, 11.32), at('99425', 'Weimar', 50.96, 11.34),
  at('99510', 'Apolda', 51.02, 11.51), at('99438', 'Bad Berka', 50.90, 11.28),
  at('06268', 'Querfurt', 51.38, 11.60), at(undefined, 'Mühlhausen/Thüringen', 51.21, 10.45), at('07607', undefined, 50.97, 11.90),
  { id: 'nowhere', name: 'Hotline', address: { postalCode: '10115', city: 'Berlin' } }, { id: 'bare', name: 'No address', geo: geo(1, 1) },
];
const finds = (query: string, latitude: number, longitude: number): void => {
  const found = placeOf(query, ACTORS);
  assert.ok(found, query);
  near(found.latitude, latitude, 1e-9);
  near(found.longitude, longitude, 1e-9);
};

describe('A typed place', () => {
  it('is found by its postcode', () => {
    finds('99423', 50.98, 11.32);
    finds(' 06268 ', 51.38, 11.60);
    finds('99423 Weimar', 50.98, 11.32);
    finds('D-99510', 51.02, 11.51);
    finds('٩٩٤٢٣', 50.98, 11.32);
  });

  it('is found by the beginning of its postcode, or by that of its neighbours', () => {
    finds('994', (50.98 + 50.96 + 50.90) / 3, (11.32 + 11.34 + 11.28) / 3);
    finds('99428', 50.97, 11.33);
    finds('99999 Apolda', 51.02, 11.51);
    for (const query of ['9', '99', '70173', '99999']) assert.equal(placeOf(query, ACTORS), undefined, query);
  });

  it('is found by its name in any spelling, whole or begun', () => {
    for (const query of ['Weimar', 'weimar', 'WEIMAR ', 'Weim', 'Weimar (Thür.)', 'Weimar, Thüringen']) finds(query, 50.97, 11.33);
    for (const query of ['Bad Berka', 'bad-berka', 'BAD BERKA']) finds(query, 50.90, 11.28);
    for (const query of ['Mühlhausen', 'Muehlhausen', 'muhlhausen', 'Mu\u0308hlhausen/Thu\u0308ringen']) finds(query, 51.21, 10.45);
  });

  it('is one town, not the middle between two that begin alike', () => {
    const twice = [at('1', 'Frankfurt (Oder)', 52, 14), at('2', 'Frankfurt am Main', 50, 8), at('3', 'Frankfurt', 10, 10)];
    assert.deepEqual(placeOf('Frankfurt', twice), geo(10, 10));
    assert.deepEqual(placeOf('Frankfurt a', twice), geo(50, 8));
    assert.deepEqual(placeOf('Frankf', twice), geo(52, 14));
  });

  it('that is unknown, or none, is nowhere', () => {
    for (const query of ['', ' ', '()', 'Be', 'Berlin', '10115', 'Hamburg', 'We', '!', '\u0000']) assert.equal(placeOf(query, ACTORS), undefined, query);
    assert.equal(placeOf('Weimar', []), undefined);
  });

  it('is always within what the data knows', () => {
    const actors = fc.array(fc.record({ id: fc.constant('a'), name: fc.constant('a'), geo: fc.option(place, { nil: undefined }), address: fc.option(fc.record({ postalCode: fc.option(fc.constantFrom('99423', '99425', 'x', ''), { nil: undefined }), city: fc.option(fc.constantFrom('Weimar', 'Weiden', '', '-'), { nil: undefined }) }), { nil: undefined }) }));
    fc.assert(fc.property(actors, fc.oneof(fc.constantFrom('99423', 'Weimar', 'Wei', '994'), fc.string({ unit: 'binary' })), (actors, query) => {
      const found = placeOf(query, actors);
      const known = actors.flatMap(({ geo, address }) => (geo && address ? [geo] : []));
      for (const key of ['latitude', 'longitude'] as const) {
        const values = known.map((geo) => geo[key]);
        assert.ok(!found || (found[key] >= Math.min(...values) - 1e-6 && found[key] <= Math.max(...values) + 1e-6));
      }
    }));
  });
});

describe('An office is responsible', () => {
  const codes = { postalCodes: ['99423', '995*'] };
  const towns = { municipalities: ['Weimar', 'Bad Berka', 'Neustadt an der Orla', 'Mühlhausen'] };

  it('for everyone where nothing restricts it, or nothing is said of oneself', () => {
    for (const area of [undefined, {}, { postalCodes: [] }, { municipalities: [], surnames: [] }]) assert.ok(inArea(area, { place: '10115 Berlin', surname: 'Öztürk' }));
    for (const home of [{}, { place: '', surname: '' }, { place: ' ', surname: ' ' }, { place: '9' }, { place: '?' }]) assert.ok(inArea({ ...codes, ...towns, surnames: ['A-B'] }, home));
  });

  it('by postcode, exact or begun', () => {
    for (const place of ['99423', '99510', '99599', 'D-99423', '99423 Somewhere']) assert.ok(inArea(codes, { place }), place);
    for (const place of ['99425', '99600', '10115', '10115 Weimar']) assert.ok(!inArea(codes, { place }), place);
  });

  it('while the postcode is being typed, as long as it may become one of its own', () => {
    for (const place of ['9', '99', '994', '9942', '995', '9951']) assert.ok(inArea(codes, { place }), place);
    for (const place of ['101', '9943', '996']) assert.ok(!inArea(codes, { place }), place);
  });

  it('by municipality in any spelling, by whole words', () => {
    for (const place of ['weimar', 'Bad-Berka', 'BAD BERKA', 'Neustadt', 'Neustadt an der Orla', 'Muehlhausen', 'Mühlhausen/Thüringen', '10115 Weimar']) assert.ok(inArea(towns, { place }), place);
    for (const place of ['Weimarer Land', 'Weida', 'Berka', 'Wei', 'Nowhere']) assert.ok(!inArea(towns, { place }), place);
  });

  it('where it lists only the other kind of place, because nobody can tell', () => {
    assert.ok(inArea(codes, { place: 'Nowhere' }));
    assert.ok(inArea(towns, { place: '10115' }));
    assert.ok(inArea({ ...codes, ...towns }, { place: '99423' }));
    assert.ok(!inArea({ ...codes, ...towns }, { place: '10115' }));
    assert.ok(inArea({ ...codes, ...towns }, { place: '10115 Weimar' }), 'one of both is enough');
  });

  it('by the first letters of the surname', () => {
    const fits = (range: string, surname: string): boolean => inArea({ surnames: [range] }, { surname });
    for (const [range, names] of Object.entries({
      'A-K': ['Abebe', 'aydın', 'Äcker', 'Kowalski', 'İnci', 'Éluard', 'Đorđević', 'Ito', 'ΐ'], 'L – Z': ['Łukasz', 'Öztürk', 'Oeztuerk', 'Şahin', 'Zhao', 'zu Guttenberg'],
      'St-Z': ['Steiner', 'Stępień', 'Ta', 'S'], 'A-Sr': ['Schmidt', 'Sato', 'S'], X: ['Xu', 'x'], Sch: ['Schäfer', 'SCHULZ', 'Sc'], 'O-O': ['Özdemir', "O'Neill"], 'Al-Am': ['Al-Hassan', 'al Hassan', 'Amari'],
    })) for (const name of names) assert.ok(fits(range, name), `${name} in ${range}`);
    for (const [range, names] of Object.entries({
      'A-K': ['Lang', 'Öztürk', 'Zhao'], 'St-Z': ['Schmidt', 'Sato', 'Ahmed'], 'A-Sr': ['Steiner', 'Zhao'], X: ['Yu', 'W'], Sch: ['Sato', 'Steiner'],
    })) for (const name of names) assert.ok(!fits(range, name), `${name} in ${range}`);
  });

  it('to who writes the name in another script, because nobody can tell', () => {
    for (const surname of ['حسن', 'Шевченко', '山田', '123']) assert.ok(inArea({ surnames: ['A-B'] }, { surname }), surname);
  });

  it('for both the place and the name', () => {
    const area = { postalCodes: ['99423'], surnames: ['A-K', 'X'] };
    assert.ok(inArea(area, { place: '99423', surname: 'Xu' }));
    assert.ok(!inArea(area, { place: '99423', surname: 'Lang' }));
    assert.ok(!inArea(area, { place: '10115', surname: 'Abebe' }));
  });

  it('for each surname exactly once where offices share the alphabet', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßşçığéłÖ');
    const names = fc.array(letter, { minLength: 3, maxLength: 12 }).map((letters) => letters.join(''));
    const cuts = fc.uniqueArray(fc.constantFrom(...'BCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: 1, maxLength: 6 }).map((letters) => letters.sort());
    fc.assert(fc.property(cuts, names, (cuts, surname) => {
      const before = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 1);
      const ranges = ['A', ...cuts].map((from, index) => `${from}-${index < cuts.length ? before(cuts[index]!) : 'Z'}`);
      assert.equal(ranges.filter((range) => inArea({ surnames: [range] }, { surname })).length, 1, ranges.join());
      assert.ok(inArea({ surnames: ranges }, { surname }));
    }));
  });

  it('whatever stands in the data, without a fault', () => {
    const wild = fc.option(fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), { nil: undefined });
    fc.assert(fc.property(fc.record({ postalCodes: wild, municipalities: wild, surnames: wild }), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (area, place, surname) => {
      assert.equal(typeof inArea(area, { place, surname }), 'boolean');
    }));
  });
});

describe('The position of the device', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const provide = (navigator: unknown): void => void Object.defineProperty(globalThis, 'navigator', { configurable: true, value: navigator });
  afterEach(() => void (own ? Object.defineProperty(globalThis, 'navigator', own) : Reflect.deleteProperty(globalThis, 'navigator')));

  it('is asked for roughly, and not for ever', async () => {
    let asked: PositionOptions = {};
    provide({ geolocation: { getCurrentPosition: (resolve: (position: unknown) => void, _: unknown, options: PositionOptions) => {
      asked = options;
      resolve({ coords: { latitude: 50.98, longitude: 11.32, accuracy: 900, altitude: 200 } });
    } } });
    assert.deepEqual(await device(), geo(50.98, 11.32));
    assert.equal(asked.timeout, 10_000);
    assert.ok(!asked.enableHighAccuracy && asked.maximumAge! > 0);
  });

  it('may be refused, for a reason', async () => {
    for (const [code, reason] of [[1, 'denied'], [2, 'unavailable'], [3, 'timeout'], [99, 'unavailable']] as const) {
      provide({ geolocation: { getCurrentPosition: (_: unknown, reject: (error: unknown) => void) => reject({ code }) } });
      await assert.rejects(device(), (error) => error instanceof PositionError && error.reason === reason);
    }
    provide({});
    await assert.rejects(device(), { reason: 'unavailable' });
  });
});
