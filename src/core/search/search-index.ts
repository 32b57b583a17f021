/**
 * Full-text search over a vocabulary: every word that occurs, once, folded, with the documents it occurs in. A query scans the
 * vocabulary and never the documents, so its cost grows with words and not with entries.
 */
import { nearness } from './edits.ts';
import { contract, words } from './fold.ts';
import { EDGE, forgiven, patterns, queryWords } from './query.ts';

export interface Field {
  text: string | readonly string[];
  /** How much a match here counts, a whole number from 1 to 15. */
  weight: number;
}

export interface Found {
  /** The documents with every word of the query, in document order. */
  docs: number[];
  /** By document: the higher the better, 0 where it is not found. To be read only: the next query may build on it. */
  scores: Float32Array;
  /** By word of the query: up to how many edits it was looked for, for `highlight`. */
  edits: number[];
}

/** A word of the vocabulary. */
interface Word {
  text: string;
  /** Where it ends in the text of the vocabulary. */
  end: number;
  letters: number;
  /** The documents it occurs in, as `document << 8 | rank`. */
  postings: number[];
}
type Ranked = [best: Float32Array<ArrayBuffer>, edits: number];
type Enter = (word: Word, kind: number, length: number) => void;

/** One bit a letter (a shift counts modulo 32); letters that share one only make the filter let more through. */
const letterMask = (word: string): number => {
  let mask = 0;
  for (const letter of word) mask |= 1 << letter.charCodeAt(0);
  return mask;
};

export class SearchIndex {
  /** Every word between edges. */
  #text = EDGE;
  #words: Word[] = [];
  #byForm = new Map<string, Word>();
  /** What was between two spaces, and the words in it: most of a text has been folded before. */
  #byChunk = new Map<string, Word[]>();
  #size = 0;
  /** The words of the last query: while the last word is typed, the others stay. */
  #ranked = new Map<string, Ranked>();

  /**
   * Adds a document; `search` finds it from then on.
   * @param doc its position, a whole number from 0 on; each is added once
   */
  add(doc: number, fields: readonly Field[]): void {
    this.#ranked.clear();
    if (doc >= this.#size) this.#size = doc + 1;
    for (const { text, weight } of fields) {
      const chunks = [text].flat().join(' ').match(/\S+/g) ?? [];
      // Among fields of the same weight the one with fewer words says it more to the point.
      const posting = doc << 8 | weight * 16 + 15 - Math.min(15, chunks.length);
      for (const chunk of chunks) {
        let found = this.#byChunk.get(chunk);
        if (!found) this.#byChunk.set(chunk, found = this.#learn(chunk));
        for (const { postings } of found) {
          const last = postings.length - 1;
          if (last < 0 || postings[last]! >> 8 !== doc) postings.push(posting);
          else if (postings[last]! < posting) postings[last] = posting;
        }
      }
    }
  }

  /** Finds the documents that contain every word of the query, in whatever field. An empty query finds nothing. */
  search(query: string): Found {
    const edits: number[] = [];
    let scores = new Float32Array();
    const before = this.#ranked;
    this.#ranked = new Map();
    for (const asked of queryWords(query)) {
      const [best, needed] = before.get(asked) ?? this.#rank(asked);
      this.#ranked.set(asked, [best, needed]);
      scores = edits.push(needed) > 1 ? best.map((score, doc) => score && scores[doc]! && score + scores[doc]!) : best;
    }
    const docs: number[] = [];
    scores.forEach((score, doc) => score && docs.push(doc));
    return { docs, scores, edits };
  }

  /** Contracting took an e that may begin a part, so a word stands for what it is, too: who looks for "Eltern" finds "Kitaeltern". */
  #learn(chunk: string): Word[] {
    return words(chunk).flatMap((text) => [...new Set([contract(text), text])]).map((form) => this.#word(form));
  }

  #word(text: string): Word {
    let word = this.#byForm.get(text);
    if (!word) {
      this.#text += text + EDGE;
      this.#words.push(word = { text, end: this.#text.length - 1, letters: letterMask(text), postings: [] });
      this.#byForm.set(text, word);
    }
    return word;
  }

  /** By document how well its best word matches, and the edits it took. Typos are looked for only where no word begins or ends as asked. */
  #rank(asked: string): Ranked {
    const best = new Float32Array(this.#size);
    // Within a kind the word of which more was typed comes first.
    const enter: Enter = ({ text, postings }, kind, length) => {
      for (const posting of postings) {
        const value = (kind + length / text.length / 2) * (posting & 255);
        if (value > best[posting >> 8]!) best[posting >> 8] = value;
      }
    };
    let found = false;
    for (const pattern of patterns(asked)) found = this.#scan(pattern, enter) || found;
    let edits = 0;
    while (!found && edits < forgiven(asked)) found = this.#guess(asked, ++edits, enter);
    return [best, edits];
  }

  /**
   * Enters the words that contain a pattern: inside for 3, at the end 4, at the beginning 5, the whole word 6.
   * Returns whether one begins or ends with it; inside a word it may stand by chance.
   */
  #scan(pattern: string, enter: Enter): boolean {
    const part = pattern.trim();
    let certain = false;
    let nth = 0;
    for (let at = this.#text.indexOf(pattern); at >= 0; at = this.#text.indexOf(pattern, this.#words[nth]!.end)) {
      while (this.#words[nth]!.end <= at) nth++;
      const word = this.#words[nth]!;
      const begins = word.text.startsWith(part);
      const ends = word.text.endsWith(part);
      certain ||= begins || ends;
      enter(word, (begins ? 5 : 3) + (ends ? 1 : 0), part.length);
    }
    return certain;
  }

  /** Enters the words that are one edit away for 2, or begin or end (compounds) so for 1; two edits, one less. Returns whether there are any. */
  #guess(asked: string, limit: number, enter: Enter): boolean {
    const mask = letterMask(asked);
    let found = false;
    for (const word of this.#words) {
      let missing = mask & ~word.letters;
      for (let edit = limit; edit; edit--) missing &= missing - 1;
      const near = !missing && nearness(asked, word.text, limit);
      if (!near) continue;
      found = true;
      enter(word, near + 1 - limit, asked.length);
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
