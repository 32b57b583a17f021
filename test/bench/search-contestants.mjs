/** The engine and what it is measured against. Each is built from entries and answers a query with the ids it found, having sorted what it shows. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { fold } from '../../src/core/search/fold.ts';
import { SearchIndex, best } from '../../src/core/search/search-index.ts';

const WEIGHTS = { name: 8, services: 5, summary: 3, place: 2 };
const FIELDS = Object.keys(WEIGHTS);
/** What a page renders. */
const SHOWN = 20;

/** `includes` over the cached folded text of every entry: what a page without an index does. */
function scan(entries) {
  const texts = entries.map((entry) => fold(FIELDS.map((field) => entry[field]).join('\n')));
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    const found = [];
    for (let id = 0; id < texts.length; id++) if (words.every((word) => texts[id].includes(word))) found.push(id);
    return found;
  };
}

function ours(entries) {
  const index = new SearchIndex();
  for (const entry of entries) index.add(entry.id, FIELDS.map((field) => ({ text: entry[field], weight: WEIGHTS[field] })));
  index.search('first');
  return (query) => {
    const { docs, scores } = index.search(query);
    best(docs, scores, SHOWN);
    return docs;
  };
}

function miniSearch(entries) {
  const index = new MiniSearch({
    fields: FIELDS,
    processTerm: fold,
    searchOptions: { boost: WEIGHTS, combineWith: 'AND', prefix: true, fuzzy: (term) => Math.min(2, term.length >> 2), maxFuzzy: 2 },
  });
  index.addAll(entries);
  return (query) => index.search(query).map(({ id }) => id);
}

function fuse(entries) {
  const index = new Fuse(entries, {
    keys: FIELDS.map((name) => ({ name, weight: WEIGHTS[name] })),
    ignoreLocation: true, threshold: 0.25,
    getFn: (entry, path) => fold(entry[path[0]]),
  });
  return (query) => index.search(fold(query)).map(({ item }) => item.id);
}

/** `upTo` so many entries and so many `rounds`: more would take minutes. */
export const contestants = [
  { name: 'ours', build: ours, upTo: Infinity, rounds: Infinity },
  { name: 'plain scan', build: scan, upTo: Infinity, rounds: Infinity },
  { name: 'MiniSearch', build: miniSearch, upTo: Infinity, rounds: Infinity },
  { name: 'Fuse', build: fuse, upTo: 1_000, rounds: 1 },
];
