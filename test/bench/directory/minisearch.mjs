import MiniSearch from 'minisearch';
import { FIELDS, directory, fold } from './with-lit.mjs';

await directory((texts) => {
  const index = new MiniSearch({
    fields: FIELDS, processTerm: fold,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? 0.2 : false), combineWith: 'AND', boost: { name: 3, categories: 2 } },
  });
  index.addAll(texts);
  return (query) => index.search(query).map(({ id }) => id);
});
