/** What MiniSearch and Fuse are measured with: the same entries, rendered by Lit, 50 at a time. */
import { html, nothing, render } from 'lit';

const SHOWN = 50;
const { lang, dataset } = document.documentElement;
const inLanguage = (text) => (typeof text === 'object' ? text[lang] ?? text.de ?? '' : text ?? '');
const inGermanToo = (text) => (lang === 'de' || typeof text !== 'object' ? inLanguage(text) : `${inLanguage(text)} ${text.de ?? ''}`);

export const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');

/** Keys of the texts that `textsOf` gives. */
export const FIELDS = ['name', 'summary', 'services', 'synonyms', 'categories', 'place'];

/** @param buildIndex takes the texts of all entries, returns a function from a query to the positions of the hits, best first */
export async function directory(buildIndex) {
  const { actors, categories } = await (await fetch(dataset.endpoint)).json();
  const categoryNames = new Map(categories.map(({ id, name }) => [id, name]));
  const textsOf = (actor, id) => ({
    id,
    name: `${inGermanToo(actor.name)} ${actor.official ?? ''}`,
    summary: `${inGermanToo(actor.summary)} ${inGermanToo(actor.description)}`,
    services: (actor.services ?? []).map(inGermanToo).join(' '),
    synonyms: (actor.synonyms ?? []).map(inGermanToo).join(' '),
    categories: (actor.categories ?? []).map((category) => inGermanToo(categoryNames.get(category) ?? category)).join(' '),
    place: [actor.address?.postalCode, actor.address?.city].join(' '),
  });
  let find;
  const search = (query) => (find ??= buildIndex(actors.map(textsOf)))(query).map((position) => actors[position]);

  const entry = (actor) => html`
    <li part="entry">
      <strong>${inLanguage(actor.name)}</strong>
      ${actor.official && actor.official !== inLanguage(actor.name) ? html`<span lang="de">${actor.official}</span>` : nothing}
      <p>${inLanguage(actor.summary)}</p> <p>${actor.phone}</p>
      <p>${(actor.categories ?? []).map((id) => inLanguage(categoryNames.get(id) ?? id)).join(', ')}</p>
    </li>
  `;
  const show = (query) => {
    const hits = query.trim() ? search(query) : actors;
    render(hits.slice(0, SHOWN).map(entry), document.querySelector('ul'));
    document.querySelector('[role=status]').textContent = new Intl.NumberFormat(lang).format(hits.length);
  };
  document.querySelector('input').addEventListener('input', ({ target }) => show(target.value));
  show('');
  requestAnimationFrame(() => requestIdleCallback(() => search('a')));
}
