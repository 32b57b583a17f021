/**
 * An endpoint document with as many events as asked for, to try and measure the calendar with: of each twenty, nineteen have
 * one date within the twelve months from the given one, and one began in the year before and comes again and again. The same
 * count and month give the same document. Every name is invented; `node demo/many-events.mjs 1000 > many-events.json` writes one to a file.
 */
import { pathToFileURL } from 'node:url';
import { both, dice, streets, townsOf } from './many.mjs';

// Category with its name; title; what happens there; the hour it begins; how long it takes in hours.
const kinds = [
  ['advice', ['Beratung', 'Advice', 'الاستشارة'], ['Offene Sprechstunde', 'Open consultation hour', 'ساعة استشارة مفتوحة'], ['Fragen zu Aufenthalt, Arbeit und Familie, ohne Termin.', 'Questions about residence, work and family, no appointment needed.'], 15, 3],
  ['language-course', ['Deutsch lernen', 'Learning German', 'تعلّم الألمانية'], ['Sprachcafé', 'Language café', 'مقهى اللغات'], ['Deutsch sprechen bei Kaffee und Tee.', 'Speaking German over coffee and tea.'], 16, 2],
  ['language-course', ['Deutsch lernen', 'Learning German', 'تعلّم الألمانية'], ['Abendkurs Deutsch', 'German evening course', 'دورة ألمانية مسائية'], ['Für alle, die am Tag arbeiten.', 'For everyone who works during the day.'], 18, 2],
  ['work', ['Arbeit', 'Work', 'العمل'], ['Bewerbungswerkstatt', 'Job application workshop', 'ورشة طلبات العمل'], ['Lebenslauf und Anschreiben, Schritt für Schritt.', 'CV and cover letter, step by step.'], 10, 3],
  ['business', ['Gründen', 'Starting a business', 'تأسيس عمل خاص'], ['Gründungsfrühstück', 'Startup breakfast', 'فطور المؤسّسين'], ['Neue Unternehmen stellen sich vor.', 'New businesses introduce themselves.'], 8, 2],
  ['family', ['Familie und Kinder', 'Family and children', 'الأسرة والأطفال'], ['Elterncafé', 'Parents’ café', 'مقهى الأهالي'], ['Austausch über Kita und Schule, Kinder spielen nebenan.', 'Talk about nursery and school while children play next door.'], 9, 2],
  ['health', ['Gesundheit', 'Health', 'الصحة'], ['Vortrag zur Gesundheit', 'Health talk', 'محاضرة عن الصحة'], ['Fachleute antworten auf Fragen.', 'Experts answer questions.'], 17, 1],
  ['sport', ['Sport', 'Sports', 'الرياضة'], ['Yoga für Frauen', 'Yoga for women', 'يوغا للنساء'], ['Auch für Anfängerinnen.', 'Also for beginners.'], 19, 1],
  ['sport', ['Sport', 'Sports', 'الرياضة'], ['Tischtennis', 'Table tennis', 'تنس الطاولة'], ['Alle können mitspielen.', 'Everyone can play.'], 17, 2],
  ['culture', ['Kultur und Musik', 'Culture and music', 'الثقافة والموسيقى'], ['Lesung', 'Reading', 'أمسية قراءة'], ['Geschichten in zwei Sprachen.', 'Stories in two languages.'], 19, 2],
  ['meeting', ['Treffen und Feste', 'Meet-ups and festivals', 'لقاءات واحتفالات'], ['Stadtrundgang', 'City tour', 'جولة في المدينة'], ['Die wichtigsten Orte an einem Nachmittag.', 'The places that matter in one afternoon.'], 14, 2],
  ['meeting', ['Treffen und Feste', 'Meet-ups and festivals', 'لقاءات واحتفالات'], ['Nachbarschaftsfest', 'Neighbourhood festival', 'مهرجان الحي'], ['Essen und Musik aus vielen Ländern.', 'Food and music from many countries.']],
];

const venues = [both('Bürgerhaus', 'Community centre'), both('Bibliothek', 'Library'), both('Volkshochschule', 'Adult education centre'), both('Haus der Begegnung', 'Meeting house'), both('Vereinsheim', 'Clubhouse')];
const languages = ['en', 'ar', 'uk', 'tr', 'fa', 'fr'];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY = 86_400_000;

const two = (number) => String(number).padStart(2, '0');
/** `2026-12-04`, so many days after another. */
const daysAfter = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** A rule that meets its first day. */
function ruleOf(day, pick) {
  const date = new Date(day);
  const weekday = weekdays[(date.getUTCDay() + 6) % 7];
  // No month lacks a first to fourth one; a fifth is the last.
  const ordinal = date.getUTCDate() > 28 ? -1 : Math.ceil(date.getUTCDate() / 7);
  return pick([`FREQ=WEEKLY;BYDAY=${weekday}`, `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`, `FREQ=MONTHLY;BYDAY=${ordinal}${weekday}`]);
}

/** @param first day with which the twelve months begin */
function eventOf(index, towns, first, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const [category, , [de, en, ar], [summary, inEnglish], hour, hours] = pick(kinds);
  const { name: town, postalCode, latitude, longitude } = pick(towns);
  const venue = pick(venues);
  const recurs = index % 20 === 0;
  const day = daysAfter(first, Math.floor(random() * 365) - (recurs ? 365 : 0));
  const minutes = pick(['00', '00', '30']);
  const near = (degrees) => Number((degrees + (random() - 0.5) / 20).toFixed(4));
  return {
    id: `event-${index}`,
    title: { de: `${de} ${town}`, en: `${en} ${town}`, ...(random() < 0.2 && { ar: `${ar} ${town}` }) },
    summary: both(summary, inEnglish),
    // What has no hour takes two whole days.
    ...(hour
      ? { start: `${day}T${two(hour)}:${minutes}`, end: `${day}T${two(hour + hours)}:${minutes}` }
      : { start: day, end: daysAfter(day, 2) }),
    ...(recurs && { recurrence: ruleOf(day, pick) }),
    categories: [category],
    languages: ['de', ...languages.filter(() => random() < 0.2)],
    ...(random() < 0.2 && { interpreter: true }),
    ...(random() < 0.2 && { childcare: true }),
    free: random() < 0.8,
    place: both(`${venue.de} ${town}`, `${venue.en} ${town}`),
    address: { street: `${pick(streets)} ${1 + Math.floor(random() * 120)}`, postalCode, city: town },
    geo: { latitude: near(latitude), longitude: near(longitude) },
  };
}

/**
 * @param month `2026-11`, with which the twelve months begin; missing: this one
 * @returns {object} an endpoint document with `count` events, about 600 bytes of JSON each
 */
export function manyEvents(count = 10_000, month = new Date().toISOString().slice(0, 7)) {
  const random = dice(2026);
  const towns = townsOf(random);
  const categories = new Map(kinds.map(([id, [de, en, ar]]) => [id, { id, name: { de, en, ar } }]));
  return {
    version: 1,
    site: { id: 'many-events', name: both('Viele Termine', 'Many events'), languages: ['de', 'en', 'ar'], timeZone: 'Europe/Berlin', land: 'DE-TH' },
    categories: [...categories.values()],
    events: Array.from({ length: count }, (_, index) => eventOf(index + 1, towns, `${month}-01`, random)),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${JSON.stringify(manyEvents(Number(process.argv[2] ?? 10_000)))}\n`);
}
