/**
 * Full-text search over a vocabulary: every word that occurs, once, folded, with the documents it occurs in. A query scans the
 * vocabulary and never the documents, so its cost grows with words and not with entries.
 */
import { nearness } from './edits.ts';
import { forms, words } from './fold.ts';
import { EDGE, forgiven, patterns, queryWords } from './query.ts';

export interface Field {
  text: string | readonly string[];
  /** How much a match here counts, a whole number from 1 to 15. */
  weight: number;
}

export interface Found {
  /** The documents with every word of the query, in document order. */
  docs: number[];
  /** By document: the higher the better, 0 where it is not found. */
  scores: Float32Array;
  /** By word of the query: the edits that were needed to find it, for `highlight`. */
  edits: number[];
}

/**
 * What a match counts: inside a word 3, at its end 4, at its beginning 5, the whole word 6, and a half for the share of the word
 * that was typed; one edit 2 or for a part 1, two edits one less. A close form of what was typed counts less.
 */
const CLOSE_FORM = 1.5;

type Enter = (id: number, score: number) => void;

/** One bit a letter; letters that share one only make the filter let more through. */
const letterMask = (word: string): number => {
  let mask = 0;
  for (const letter of word) mask |= 1 << letter.charCodeAt(0) % 30;
  return mask;
};

export class SearchIndex {
  /** The vocabulary, every word between edges. */
  #text = EDGE;
  /** Where the edges stand: word n is between n and n + 1. */
  #edges = [0];
  /** By word: its letters, and its documents as `document << 8 | rank`. */
  #masks: number[] = [];
  #postings: number[][] = [];
  #ids = new Map<string, number>();
  /** What was between two spaces, and the words in it: most of a text has been folded before. */
  #seen = new Map<string, number[]>();
  #size = 0;

  /**
   * Adds a document; `search` finds it from then on.
   * @param doc its position, a whole number from 0 on; each is added once
   */
  add(doc: number, fields: readonly Field[]): void {
    this.#size = Math.max(this.#size, doc + 1);
    const seen = this.#seen;
    const documents = this.#postings;
    for (const { text, weight } of fields) {
      const chunks = [text].flat().join(' ').match(/\S+/g) ?? [];
      // Among fields of the same weight the one with fewer words says it more to the point.
      const posting = doc << 8 | weight * 16 + 15 - Math.min(15, chunks.length);
      for (const chunk of chunks) {
        let ids = seen.get(chunk);
        if (!ids) seen.set(chunk, ids = this.#learn(chunk));
        for (const id of ids) {
          const postings = documents[id]!;
          const last = postings.length - 1;
          if (last < 0 || postings[last]! >> 8 !== doc) postings.push(posting);
          else if (postings[last]! < posting) postings[last] = posting;
        }
      }
    }
  }

  /** Finds the documents that contain every word of the query, in whatever field. An empty query finds nothing. */
  search(query: string): Found {
    const asked = queryWords(query);
    const needed: number[] = [];
    let scores = new Float32Array();
    for (const word of asked) {
      const best = new Float32Array(this.#size);
      needed.push(this.#rank(word, best));
      scores = needed.length > 1 ? best.map((score, doc) => score && scores[doc]! && score + scores[doc]!) : best;
    }
    const docs: number[] = [];
    scores.forEach((score, doc) => score && docs.push(doc));
    return { docs, scores, edits: needed };
  }

  /** The words of a chunk, which join the vocabulary where they are new. */
  #learn(chunk: string): number[] {
    const ids: number[] = [];
    for (const word of words(chunk)) {
      for (const form of forms(word)) {
        let id = this.#ids.get(form);
        if (id === undefined) {
          this.#ids.set(form, id = this.#ids.size);
          this.#text += form + EDGE;
          this.#edges.push(this.#text.length - 1);
          this.#masks.push(letterMask(form));
          this.#postings.push([]);
        }
        ids.push(id);
      }
    }
    return ids;
  }

  /** Enters by document how well its best word matches. Typos are looked for only where no word begins or ends as asked. */
  #rank(word: string, best: Float32Array): number {
    const enter = (id: number, score: number) => {
      for (const posting of this.#postings[id]!) {
        const value = score * (posting & 255);
        if (value > best[posting >> 8]!) best[posting >> 8] = value;
      }
    };
    let found = false;
    for (const pattern of patterns(word)) found = this.#scan(word, pattern, enter) || found;
    let needed = 0;
    while (!found && needed < forgiven(word)) found = this.#guess(word, ++needed, enter);
    return found ? needed : 0;
  }

  /** Enters the words that contain a pattern. Returns whether one begins or ends with it; inside a word it may stand by chance. */
  #scan(word: string, pattern: string, enter: Enter): boolean {
    const text = this.#text;
    const edges = this.#edges;
    const part = pattern.trim();
    const penalty = part === word ? 0 : CLOSE_FORM;
    let certain = false;
    let id = 0;
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, edges[id + 1])) {
      while (edges[id + 1]! <= at) id++;
      const start = edges[id]! + 1;
      const end = edges[id + 1]!;
      const begins = text.startsWith(part, start);
      const closes = text.startsWith(part, end - part.length);
      certain ||= begins || closes;
      enter(id, 3 + Number(begins) * 2 + Number(closes) - penalty + part.length / (end - start) / 2);
    }
    return certain;
  }

  /** Enters the words that are as many edits away, or begin or end (compounds) so. Returns whether there are any. */
  #guess(word: string, limit: number, enter: Enter): boolean {
    const asked = letterMask(word);
    let found = false;
    for (let id = 0; id < this.#masks.length; id++) {
      let missing = asked & ~this.#masks[id]!;
      for (let edit = 0; edit < limit; edit++) missing &= missing - 1;
      if (missing) continue;
      const start = this.#edges[id]! + 1;
      const end = this.#edges[id + 1]!;
      if (end - start < word.length - limit) continue;
      const near = nearness(word, this.#text.slice(start, end), limit);
      if (!near) continue;
      found = true;
      enter(id, near + 1 - limit + word.length / (end - start) / 2);
    }
    return found;
  }
}

/**
 * The best of the documents found, best first, equally good ones in document order. One pass, so made for the few that fit a screen.
 * @param docs in document order: `found.docs`, or those of them that pass a filter
 */
export function best(docs: Iterable<number>, scores: Float32Array, count: number): number[] {
  const top: number[] = [];
  for (const doc of docs) {
    let place = top.length;
    while (place && scores[top[place - 1]!]! < scores[doc]!) place--;
    if (place < count) top.splice(place, 0, doc);
    if (top.length > count) top.pop();
  }
  return top;
}
