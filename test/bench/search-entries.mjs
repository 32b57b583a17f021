/**
 * Generated entries of a directory, the same at every run: a name, services, a summary and a place in German, and the name and
 * summary again in English or Arabic. New words keep coming, as in real texts: compounds out of parts, streets, people, villages.
 */

/** A generator of numbers from 0 to 1 (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = (words) => words.trim().split(/\s+/);

const FIRST = list(`Ausländer Bürger Einwohner Sprach Deutsch Integrations Migrations Jugend Familien Kinder Schul Berufs Arbeits Gesundheits Wohnungs Miet
  Straßenverkehrs Kraftfahrzeug Führerschein Einbürgerungs Aufenthalts Asyl Sozial Renten Kranken Pflege Senioren Frauen Gleichstellungs Gewerbe Wirtschafts
  Gründungs Handwerks Handels Industrie Landwirtschafts Umwelt Abfall Wasser Energie Bau Grundstücks Kataster Steuer Finanz Standes Ordnungs Feuerwehr Rettungs
  Volkshochschul Musik Kultur Bibliotheks Museums Sport Schwimm Freizeit Ehrenamts Vereins Kirchen Diakonie Caritas Flüchtlings Schuldner Drogen Sucht Erziehungs
  Ehe Schwangerschafts Hebammen Zahn Augen Haus Tier Prüfungs Zeugnis Anerkennungs Studien Hochschul Ausbildungs Weiterbildungs Fachkräfte Bewerbungs Lehr Praktikums
  Kindergarten Tagespflege Ganztags Grundschul Förder Elterngeld Unterhalts Vormundschafts Jugendgerichts Melde Pass Ausweis Zulassungs Fahrerlaubnis Gewässer Forst Jagd
  Veterinär Lebensmittel Verbraucher Rechts Antidiskriminierungs Dolmetscher Übersetzungs Begegnungs Nachbarschafts Stadtteil Quartiers Mehrgenerationen`);
const HEAD = list(`behörde amt büro stelle beratung kurse kurs schule zentrum dienst hilfe förderung vermittlung anmeldung zulassung versicherung kasse verein treff
  betreuung prüfung anerkennung genehmigung erlaubnis bescheinigung antrag verwaltung aufsicht stiftung werkstatt gruppe angebote programm projekt begleitung
  sprechstunde lotsen netzwerk initiative börse agentur kammer gericht archiv register kataster planung sicherung vorsorge untersuchung praxis klinik ärzte
  apotheke wohnung heim haus platz garten küche labor team referat abteilung leitung konto karte gebühren ausweis vertrag unterlagen nachweis`);
const GLUE = list(`und für die der in mit bei von zu auf Wir Sie das den ein eine auch nur nach über als oder vor ohne Uhr Termin bitte`);
const VERB = list(`berät begleitet unterstützt hilft vermittelt prüft bearbeitet bietet informiert übersetzt organisiert stellt fördert erklärt findet beantragen mitbringen
  anmelden verlängern umschreiben eröffnen ausfüllen übernehmen abschließen kündigen suchen lernen bezahlen`);
const ADJECTIVE = list(`kostenlose persönliche mehrsprachige zuständige neue barrierefreie ausländische städtische private öffentliche berufliche vertrauliche
  unabhängige schriftliche digitale wöchentliche offene junge ältere geflüchtete qualifizierte`);
const ENGLISH = list(`office advice course language school permit work residence family children health insurance doctor housing rent job application certificate
  recognition training university language integration meeting support women youth business tax driving licence registration kindergarten interpreter appointment free open
  for and the with of in your every newcomers city district help find learn bring documents please before arrival citizens counselling translation volunteers sports`);
const ARABIC = list(`مكتب استشارة دورة لغة مدرسة تصريح عمل إقامة عائلة أطفال صحة تأمين طبيب سكن إيجار وظيفة طلب شهادة اعتراف تدريب جامعة اندماج لقاء دعم نساء شباب أعمال ضريبة
  قيادة رخصة تسجيل روضة مترجم موعد مجانا مفتوح في على من إلى مع للمهاجرين الجدد المدينة المنطقة مساعدة الوثائق قبل الوصول المواطنين ترجمة متطوعين رياضة ألمانية مؤسسة بلدية هيئة`);
const ATTACHED = ['', '', '', 'ال', 'ال', 'وال', 'لل', 'ب'];
const ONSET = list('b br d f fr g gr h k kl kr l m n p pf r s sch schm st str t tr w z');
const NUCLEUS = list('a e i o u ä ö ü ei au ie a e o');
const CODA = list('b ck ff g ld ll m n nd ng nn r rg rn rt s ß tt tz l');
const PLACE = list('stadt hausen dorf feld berg burg bach heim weiler au kirchen ingen');
const STREET = list('straße weg allee platz gasse ring');

/** @returns {{id: number, name: string, services: string, summary: string, place: string}[]} */
export function entries(count, seed = 1) {
  const random = seeded(seed);
  // The square of chance: the first words of a list are common, the last ones rare.
  const pick = (from) => from[Math.floor(random() ** 2 * from.length)];
  const some = (number, make) => Array.from({ length: number }, make).join(' ');
  const title = (word) => word[0].toUpperCase() + word.slice(1);
  const compound = () => (random() < 0.1 ? pick(FIRST) + pick(FIRST).toLowerCase() : pick(FIRST)) + pick(HEAD);
  const syllable = () => pick(ONSET) + pick(NUCLEUS) + pick(CODA);
  const surname = () => title(syllable() + (random() < 0.6 ? pick(['er', 'mann', 'e', 'el', 'inger', 'ow']) : syllable()));
  // Services come from a catalogue, as offices write them; towns and streets repeat.
  const catalogue = Array.from({ length: 1500 }, compound);
  const towns = Array.from({ length: 20 + count / 50 }, () => title(syllable() + pick(PLACE)));
  const streets = Array.from({ length: 100 + count / 10 }, () => surname() + pick(STREET));
  const german = () => `${title(pick(ADJECTIVE))} ${pick(catalogue)} ${pick(GLUE)} ${random() < 0.3 ? compound() : pick(HEAD)} ${pick(GLUE)} ${pick(GLUE)} ${pick(VERB)}.`;
  const english = (number) => some(number, () => pick(ENGLISH));
  const arabic = (number) => some(number, () => pick(ATTACHED) + pick(ARABIC));
  return Array.from({ length: count }, (_, id) => {
    const town = pick(towns);
    const other = random() < 0.5 ? english : arabic;
    return {
      id,
      name: `${pick(catalogue)} ${random() < 0.5 ? town : `${surname()} ${pick(['e.V.', 'GmbH', '& Partner'])}`} / ${other(3)}`,
      services: some(4 + Math.floor(random() * 3), () => `${pick(catalogue)},`),
      summary: `${german()} ${german()} ${german()} ${other(12)}`,
      place: `${pick(streets)} ${Math.floor(random() * 150) + 1}, ${10000 + Math.floor(random() * 89999)} ${town}, Frau ${surname()}`,
    };
  });
}
