import Fuse from 'fuse.js';
import { FIELDS, directory, fold } from './with-lit.mjs';

await directory((texts) => {
  const folded = texts.map((entry) => Object.fromEntries(FIELDS.map((field) => [field, fold(entry[field])])));
  // The extended search looks for each word of its own, and for all of them.
  const fuse = new Fuse(folded, { keys: FIELDS, threshold: 0.3, ignoreLocation: true, useExtendedSearch: true });
  return (query) => fuse.search(fold(query)).map(({ refIndex }) => refIndex);
});
