import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../../../src/model/door.ts';
import { actor } from '../../../src/model/actor.ts';
import { actorsIn, BASE, office, read, region, type Json } from './integreat-region.ts';

describe('Integreat: locations as actors', () => {
  it('reads contacts in the new shape and leaves empty ones out', () => {
    assert.deepEqual(office().value?.contacts, [{
      name: 'Frau Beispiel', responsibility: { de: 'Anmeldung' }, phone: '030 23125 101', email: 'meldeamt@musterstadt.example',
      url: 'https://musterstadt.example/meldeamt', appointment: 'https://termine.musterstadt.example/',
    }]);
  });

  it('says the reach of the nameless contact once, and what else that has', () => {
    const general = { area_of_responsibility: null, name: '', phone_number: '+49 (0) 30 23125 100', mobile_number: '', email: 'amt@musterstadt.example', website: 'https://musterstadt.example/' };
    const reach = (...contacts: Json[]) => {
      const { value } = office((location) => Object.assign(location, { phone_number: general.phone_number, email: general.email, website: general.website, contacts }));
      return [value?.phone, value?.email, value?.url, value?.contacts];
    };
    const own = ['+49 (0) 30 23125 100', 'amt@musterstadt.example', 'https://musterstadt.example/'];
    assert.deepEqual(reach(general), [...own, []]);
    assert.deepEqual(reach({ ...general, mobile_number: '030 23125 109', email: 'x@musterstadt.example' }), [...own, [{ mobile: '030 23125 109', email: 'x@musterstadt.example' }]]);
    assert.deepEqual(reach({ ...general, name: 'Frau Beispiel' }), [...own, [{ name: 'Frau Beispiel', phone: own[0], email: own[1], url: own[2] }]]);
  });

  it('reads a telephone number as it was typed or pasted', () => {
    for (const typed of ['Tel.: 030 23125–110', '\u202A030\u00A023125-110\u202C', '030 23125\u2011110']) {
      const { value, refused } = office((location) => { location.phone_number = typed; });
      assert.deepEqual([value?.phone, refused], ['030 23125-110', []], typed);
    }
    assert.equal(office((location) => { location.phone_number = 'Fax: 030 23125 111'; }).value?.phone, undefined);
  });

  it('reads telephone, e-mail and website in the old shape', () => {
    const { phone, email, url } = actorsIn('de').find(({ id }) => id === 'vhs') ?? {};
    assert.deepEqual({ phone, email, url }, { phone: '+49 30 23125 400', email: 'kurse@vhs.example', url: 'https://vhs.example/' });
  });

  it('takes empty strings for not given', () => {
    const { record, refused } = office();
    assert.deepEqual([record.phone, record.email, record.url], [undefined, undefined, undefined]);
    assert.deepEqual(refused, []);
  });

  it('does not take an address without a protocol for one on the host page', () => {
    assert.equal(office((location) => { location.website = 'www.musterstadt.example'; }).value?.url, undefined);
  });

  it('reads category, address, place, accessibility, appointment, image and date', () => {
    const { value } = office();
    assert.deepEqual(value?.categories, ['integreat-2']);
    assert.deepEqual(value?.synonyms, ['Behörde/Amt']);
    assert.deepEqual(value?.address, { street: 'Rathausplatz 1', postalCode: '12345', city: 'Musterstadt', country: 'Deutschland' });
    assert.deepEqual(value?.geo, { latitude: 51.01, longitude: 10.02 });
    assert.equal(value?.appointment, 'https://termine.musterstadt.example/alle');
    assert.deepEqual(value?.image, { url: 'https://musterstadt.example/meldeamt.jpg', alt: { de: 'Meldeamt' } });
    assert.equal(value?.updated, '2026-05-05', 'the day in the region, not in UTC');
    assert.deepEqual(value?.summary, { de: 'Anmeldung & Ausweise' });
    assert.equal(value?.html, undefined, 'the text says no more than its summary');
    assert.deepEqual(office((location) => { location.meta_description = 'Ihr Amt'; }).value?.html, { de: '<p>Anmeldung &amp; Ausweise</p>' });
  });

  it('claims nothing about access where nothing is known', () => {
    const wheelchair = (barrier_free: unknown) => office((location) => { location.barrier_free = barrier_free; }).value?.wheelchair;
    assert.deepEqual([true, false, null, undefined].map(wheelchair), ['yes', 'no', undefined, undefined]);
  });

  it('leaves out and names a place at 0/0 or off the earth; a missing one is no fault', () => {
    for (const [latitude, longitude] of [[0, 0], [91, 10], [51, -181], [Number.POSITIVE_INFINITY, 0]]) {
      const { value, problems } = office((location) => Object.assign(location.location, { latitude, longitude }));
      assert.equal(value?.geo, undefined);
      assert.equal(problems[0]?.path, '[0].location');
    }
    const { value, problems } = office((location) => Object.assign(location.location, { latitude: null, longitude: null }));
    assert.equal(value?.geo, undefined);
    assert.deepEqual(problems.filter(({ path }) => path.startsWith('[0]')), []);
  });

  it('shows images over https only', () => {
    const record = read('actors', 'de', region()).records.find(({ id }) => id === 'vhs');
    const { value, problems } = check(actor, record, BASE);
    assert.equal(value?.image, undefined);
    assert.deepEqual(problems.map(({ path }) => path), ['image.url']);
  });

  it('marks fallback texts with the language they are in', () => {
    const names = Object.fromEntries(actorsIn('ar').map(({ id, name }) => [id, name]));
    assert.deepEqual(names, {
      meldeamt: { ar: 'مكتب التسجيل', de: 'Meldeamt' },
      vhs: { de: 'Volkshochschule' },
      'welcome-desk': { en: 'Welcome desk' },
    });
  });

  it('marks a fallback with the region’s own language where no translation has an id', () => {
    const server = region();
    server['ar/locations'] = [{ ...server['ar/locations'][1], available_languages: {} }];
    server['de/locations'] = [];
    assert.deepEqual(actorsIn('ar', server).map(({ name }) => name), [{ de: 'Volkshochschule' }]);
  });

  it('gives the German name beside a translated one', () => {
    const officials = (language: string) => Object.fromEntries(actorsIn(language).map(({ id, official }) => [id, official]));
    assert.deepEqual(officials('ar'), { meldeamt: 'Meldeamt', vhs: undefined, 'welcome-desk': undefined });
    assert.deepEqual(officials('de'), { meldeamt: undefined, vhs: undefined, 'welcome-desk': undefined });
  });

  it('shows locations that only the region’s own language has', () => {
    assert.deepEqual(actorsIn('ar', { ...region(), 'ar/locations': [] }).map(({ id }) => id), actorsIn('de').map(({ id }) => id));
  });

  it('names an answer that is no list', () => {
    const { records, problems } = read('actors', 'de', { ...region(), 'de/locations': { detail: 'Not found' } });
    assert.deepEqual(records, []);
    assert.deepEqual(problems, [{ path: '', reason: 'Expected a list', source: `${BASE}/de/locations/` }]);
  });

  it('does not depend on the order of the records', () => {
    const sorted = (server: Record<string, Json>) => actorsIn('ar', server).sort((a, b) => (a.id < b.id ? -1 : 1));
    const { 'de/locations': german, 'ar/locations': arabic } = region();
    fc.assert(fc.property(fc.shuffledSubarray(german as Json[], { minLength: 3 }), fc.shuffledSubarray(arabic as Json[], { minLength: 3 }), (de, ar) => {
      assert.deepEqual(sorted({ ...region(), 'de/locations': de, 'ar/locations': ar }), sorted(region()));
    }), { numRuns: 30 });
  });
});

describe('Integreat: opening hours', () => {
  const hours = (change?: (location: Json) => void) => office(change).value?.openingHours;
  const closed = { allDay: false, closed: true, appointmentOnly: false, timeSlots: [] };

  it('reads seven days from Monday, with slots, all-day, closed and by appointment', () => {
    assert.deepEqual(hours(), {
      slots: [
        { days: ['mo', 'tu'], opens: '08:00', closes: '12:00' },
        { days: ['tu'], opens: '14:00', closes: '18:00' },
        { days: ['th'], opens: '00:00', closes: '24:00', byAppointment: true },
        { days: ['fr'], opens: '09:00', closes: '12:00', byAppointment: true },
        { days: ['su'], opens: '00:00', closes: '24:00' },
      ],
      timeZone: 'Europe/Berlin',
    });
  });

  it('reads slots without a zone and with seconds', () => {
    const { openingHours } = actorsIn('de').find(({ id }) => id === 'vhs') ?? {};
    assert.deepEqual(openingHours, { slots: [{ days: ['mo'], opens: '10:00', closes: '18:00' }] });
  });

  it('ends a day at midnight, for which the server has only its last minute', () => {
    const late = { ...closed, closed: false, timeSlots: [{ start: '08:00', end: '23:59' }] };
    assert.deepEqual(hours((location) => { location.opening_hours = [late, ...Array.from({ length: 6 }, () => closed)]; })?.slots, [{ days: ['mo'], opens: '08:00', closes: '24:00' }]);
  });

  it('claims nothing where the hours are unknown, but says temporarily closed', () => {
    assert.equal(hours((location) => { location.opening_hours = null; }), undefined);
    assert.deepEqual(hours((location) => Object.assign(location, { opening_hours: null, temporarily_closed: true })), { slots: [], temporarilyClosed: true });
    assert.equal(hours((location) => { location.temporarily_closed = true; })?.temporarilyClosed, true);
  });

  it('knows an office that opens by appointment only', () => {
    const day = { ...closed, closed: false, appointmentOnly: true };
    assert.equal(hours((location) => { location.opening_hours = [day, ...Array(6).fill(closed)]; })?.byAppointmentOnly, true);
    assert.equal(hours((location) => { location.opening_hours = Array(7).fill(closed); })?.byAppointmentOnly, undefined);
  });

  it('rather shows no hours than hours on the wrong day, and names why', () => {
    for (const week of [Array(6).fill(closed), Array(8).fill(closed), [null, ...Array(6).fill(closed)], 'Mo-Fr 8-12', {}]) {
      const { value, problems } = office((location) => { location.opening_hours = week; });
      assert.equal(value?.openingHours, undefined);
      assert.match(problems[0]?.path ?? '', /^\[0\]\.opening_hours/);
    }
  });

  it('leaves out a slot that is no time and keeps the others', () => {
    const { value, problems, refused } = office((location) => { location.opening_hours[0].timeSlots.push({ start: '25:00', end: 'late' }, { start: 8 }); });
    assert.deepEqual(value?.openingHours?.slots.length, 5);
    assert.ok(problems.some(({ path }) => path.startsWith('[0].opening_hours[0].timeSlots[2]')));
    assert.ok(refused.some(({ path }) => path.startsWith('openingHours.slots')));
  });

  it('leaves out hours in two zones at once', () => {
    const { value, problems } = office((location) => { location.opening_hours[0].timeSlots[0].timezone = 'America/New_York'; });
    assert.equal(value?.openingHours, undefined);
    assert.deepEqual(problems[0], { path: '[0].opening_hours', reason: 'Opening hours in more than one time zone', source: `${BASE}/de/locations/` });
  });
});
