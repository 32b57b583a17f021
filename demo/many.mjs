/**
 * An endpoint document with as many actors as asked for, to try and measure the directory with. The same count gives the
 * same document. Every name is invented; `node demo/many.mjs 1000 > many.json` writes one to a file.
 */
import { pathToFileURL } from 'node:url';

const week = ['mo', 'tu', 'we', 'th', 'fr'];
const slot = (opens, closes, days = week) => ({ days, opens, closes });
const office = [slot('08:00', '12:00'), slot('14:00', '18:00', ['th'])];
const daytime = [slot('09:00', '17:00')];
const evening = [slot('16:00', '20:00', ['mo', 'we']), slot('10:00', '13:00', ['sa'])];
const practice = [slot('08:00', '12:30'), slot('15:00', '18:00', ['mo', 'tu', 'th'])];

export const both = (de, en) => ({ de, en });

// Category with its name; what such a place is called before the town; what it does; its services; its hours.
const kinds = [
  ['registration', ['Adresse anmelden', 'Registering your address', 'تسجيل السكن'], ['Bürgerbüro', 'Citizens’ office', 'مكتب خدمة المواطنين'], ['Meldet Adressen an und stellt Bescheinigungen aus.', 'Registers addresses and issues certificates.'], [['Wohnung anmelden', 'Registering a home'], ['Meldebestätigung', 'Registration certificate'], ['Führungszeugnis', 'Certificate of good conduct']], office],
  ['residence', ['Visum und Aufenthalt', 'Visa and residence', 'التأشيرة والإقامة'], ['Ausländerbehörde', 'Immigration office', 'مكتب شؤون الأجانب'], ['Stellt Aufenthaltstitel aus und verlängert sie.', 'Issues and renews residence permits.'], [['Aufenthaltstitel', 'Residence permit'], ['Niederlassungserlaubnis', 'Settlement permit'], ['Familiennachzug', 'Family reunion']], office],
  ['language-course', ['Deutsch lernen', 'Learning German', 'تعلّم الألمانية'], ['Sprachschule', 'Language school', 'مدرسة اللغات'], ['Deutschkurse für Anfang und Beruf, auch am Abend.', 'German courses for beginners and for work, also in the evening.'], [['Integrationskurs', 'Integration course'], ['Berufssprachkurs', 'Vocational German course'], ['Einstufungstest', 'Placement test']], evening],
  ['health', ['Gesundheit', 'Health', 'الصحة'], ['Hausarztpraxis', 'General practice', 'عيادة طبية'], ['Ärztliche Hilfe für Erwachsene und Kinder.', 'Medical help for adults and children.'], [['Behandlung', 'Treatment'], ['Impfungen', 'Vaccinations'], ['Vorsorge', 'Check-ups']], practice],
  ['family', ['Familie und Kinder', 'Family and children', 'الأسرة والأطفال'], ['Kindertagesstätte', 'Nursery', 'حضانة'], ['Betreuung für Kinder von eins bis sechs.', 'Care for children from one to six.'], [['Krippenplätze', 'Crèche places'], ['Kindergarten', 'Kindergarten'], ['Elterncafé', 'Parents’ café']], [slot('07:00', '16:30')]],
  ['school', ['Schule', 'School', 'المدرسة'], ['Grundschule', 'Primary school', 'مدرسة ابتدائية'], ['Klassen eins bis vier mit Betreuung am Nachmittag.', 'Years one to four with care in the afternoon.'], [['Schulanmeldung', 'School enrolment'], ['Deutschklasse', 'German class']], [slot('07:30', '13:00')]],
  ['housing', ['Wohnen', 'Housing', 'السكن'], ['Mieterverein', 'Tenants’ association', 'جمعية المستأجرين'], ['Hilft bei Miete, Nebenkosten und Kündigung.', 'Helps with rent, running costs and notice.'], [['Mietvertrag prüfen', 'Checking a rental contract'], ['Wohnungssuche', 'Finding a flat']], evening],
  ['advice', ['Beratung', 'Advice', 'الاستشارة'], ['Migrationsberatung', 'Migration advice', 'استشارات الهجرة'], ['Berät zu Aufenthalt, Arbeit und Familie.', 'Advises on residence, work and family.'], [['Briefe verstehen', 'Understanding letters'], ['Begleitung zu Behörden', 'Going with you to offices'], ['Schuldnerberatung', 'Debt advice']], daytime],
  ['employer', ['Arbeitgeber', 'Employers', 'أرباب العمل'], ['Pflegeheim', 'Care home', 'دار رعاية'], ['Sucht Fachkräfte und hilft beim Ankommen.', 'Looks for skilled workers and helps them settle in.'], [['Offene Stellen', 'Vacancies'], ['Ausbildung', 'Apprenticeships']], daytime],
  ['employer', ['Arbeitgeber', 'Employers', 'أرباب العمل'], ['Tischlerei', 'Joinery', 'ورشة نجارة'], ['Handwerksbetrieb, der ausbildet.', 'A craft business that trains apprentices.'], [['Praktikum', 'Internship'], ['Ausbildung', 'Apprenticeships']], [slot('07:00', '15:30')]],
  ['business', ['Gründen', 'Starting a business', 'تأسيس عمل خاص'], ['Gründungszentrum', 'Start-up centre', 'مركز التأسيس'], ['Räume und Rat für neue Unternehmen.', 'Rooms and advice for new businesses.'], [['Gründungsberatung', 'Start-up advice'], ['Gewerberäume', 'Business premises']], daytime],
  ['leisure', ['Freizeit und Kontakte', 'Leisure and meeting people', 'أوقات الفراغ والتعارف'], ['Sportverein', 'Sports club', 'نادٍ رياضي'], ['Sport für Kinder und Erwachsene.', 'Sports for children and adults.'], [['Schwimmkurs', 'Swimming course'], ['Fußball', 'Football'], ['Kinderturnen', 'Gymnastics for children']]],
];

const stems = ['Lorn', 'Wesk', 'Brann', 'Tarn', 'Felm', 'Hosk', 'Korv', 'Sprang', 'Kolm', 'Vend', 'Reth', 'Marl', 'Zill', 'Olm', 'Gerv', 'Dusk', 'Plenn', 'Sörm', 'Jürk', 'Näsk'];
const endings = ['bach', 'feld', 'hausen', 'tal', 'rode', 'stedt', 'au', 'born', 'weiler', 'furt'];
export const streets = ['Hauptstraße', 'Bahnhofstraße', 'Lindenweg', 'Schulgasse', 'Am Markt', 'Gartenstraße', 'Mühlenweg', 'Kirchplatz', 'Ringstraße', 'Wiesenweg'];
const languages = ['en', 'ar', 'uk', 'tr', 'ru', 'fa', 'es', 'fr', 'pl', 'ro'];
const phases = [['abroad', 'arrival'], ['arrival'], ['arrival', 'long-term'], ['long-term']];
// The five ranges the Bundesnetzagentur keeps for films and books: nobody is called by them.
const exchanges = ['+49 30 23125', '+49 69 90009', '+49 40 66969', '+49 221 4710', '+49 89 99998'];

/** Numbers from 0 up to 1, always the same ones: a linear congruential generator, whose upper bits are even enough here. */
export function dice(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

export function townsOf(random) {
  // No postcode begins with 00, so nobody lives at these addresses.
  return stems.flatMap((stem) => endings.map((ending) => `${stem}${ending}`)).map((name, index) => ({
    name, postalCode: `00${100 + index}`, latitude: 50.5 + 2 * random(), longitude: 8.5 + 3 * random(),
  }));
}

function actorOf(index, towns, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const [category, , [de, en, ar], [summary, inEnglish], services, slots] = pick(kinds);
  const { name: town, postalCode, latitude, longitude } = pick(towns);
  // An office is named after a part of its town, everything else after a person.
  const place = slots === office ? `${town}-${pick(stems)}${pick(endings)}` : `${pick(stems)}${pick(['mann', 'er', 'berg', 'sen', 'inger'])} ${town}`;
  const chosen = services.filter(() => random() < 0.6);
  const near = (degrees) => Number((degrees + (random() - 0.5) / 20).toFixed(4));
  return {
    id: `entry-${index}`,
    name: { de: `${de} ${place}`, en: `${en} ${place}`, ...(random() < 0.2 && { ar: `${ar} ${place}` }) },
    summary: both(summary, inEnglish),
    categories: [category],
    services: (chosen.length ? chosen : services.slice(0, 1)).map((service) => both(...service)),
    phases: pick(phases),
    languages: ['de', ...languages.filter(() => random() < 0.2)],
    phone: `${pick(exchanges)} ${String(Math.floor(random() * 1000)).padStart(3, '0')}`,
    ...(random() < 0.5 && { url: `https://entry-${index}.example/` }),
    address: { street: `${pick(streets)} ${1 + Math.floor(random() * 120)}`, postalCode, city: town },
    geo: { latitude: near(latitude), longitude: near(longitude) },
    ...(random() < 0.6 && { wheelchair: pick(['yes', 'yes', 'limited', 'no']) }),
    ...(random() < 0.8 && slots && { openingHours: { slots } }),
  };
}

/** @returns {object} an endpoint document with `count` actors, about 700 bytes of JSON each */
export function manyActors(count = 10_000) {
  const random = dice(2026);
  const towns = townsOf(random);
  const categories = new Map(kinds.map(([id, [de, en, ar]]) => [id, { id, name: { de, en, ar } }]));
  return {
    version: 1,
    site: { id: 'many', name: both('Viele Einträge', 'Many entries'), languages: ['de', 'en', 'ar'], timeZone: 'Europe/Berlin', land: 'DE-TH' },
    categories: [...categories.values()],
    actors: Array.from({ length: count }, (_, index) => actorOf(index + 1, towns, random)),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${JSON.stringify(manyActors(Number(process.argv[2] ?? 10_000)))}\n`);
}
