/**
 * The floor: what a good developer writes by hand for this one page. No library, the text of every entry folded once and cached after
 * the first paint, a scan per key, and the first 20 hits cloned from a template.
 *
 * An entry shows as many texts as the directory's: name, German name beside a translated one, summary and categories alike, and a
 * telephone number in the place of the opening state, which takes more than a page of this length to work out.
 */
const SHOWN = 20;
const { lang, dataset } = document.documentElement;
const search = document.querySelector('input');
const status = document.querySelector('[role=status]');
const list = document.querySelector('ul');
const template = document.querySelector('template').content.firstElementChild;

const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const inLanguage = (text) => (typeof text === 'object' ? text[lang] ?? text.de ?? '' : text ?? '');
const inGermanToo = (text) => (lang === 'de' || typeof text !== 'object' ? inLanguage(text) : `${inLanguage(text)} ${text.de ?? ''}`);

const { actors, categories } = await (await fetch(dataset.endpoint)).json();
const categoryNames = new Map(categories.map(({ id, name }) => [id, name]));
const namesOf = (ids = []) => ids.map((id) => inLanguage(categoryNames.get(id) ?? id)).join(', ');

let cache;
const cached = () => cache ??= actors.map((actor) => fold([
  inGermanToo(actor.name), actor.official, ...[actor.summary, actor.description].map(inGermanToo), ...(actor.services ?? []).map(inGermanToo),
  ...(actor.synonyms ?? []).map(inGermanToo), ...(actor.categories ?? []).map((id) => inGermanToo(categoryNames.get(id) ?? id)),
  actor.address?.postalCode, actor.address?.city,
].join(' ')));

function find(query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return actors;
  const texts = cached();
  return actors.filter((_, index) => words.every((word) => texts[index].includes(word)));
}

function render(actor) {
  const entry = template.cloneNode(true);
  const [name, official, summary, phone, topics] = entry.children;
  name.textContent = inLanguage(actor.name);
  if (actor.official && actor.official !== name.textContent) official.textContent = actor.official;
  else official.remove();
  summary.textContent = inLanguage(actor.summary);
  phone.textContent = actor.phone ?? '';
  topics.textContent = namesOf(actor.categories);
  return entry;
}

function show() {
  const hits = find(search.value);
  status.textContent = new Intl.NumberFormat(lang).format(hits.length);
  list.replaceChildren(...hits.slice(0, SHOWN).map(render));
}

search.addEventListener('input', show);
show();
requestAnimationFrame(() => requestIdleCallback(cached));
