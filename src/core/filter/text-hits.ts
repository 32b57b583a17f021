/** What a text search found: positions of records, best first or not, and the score of each position. */
export interface TextHits {
  docs: ArrayLike<number>;
  scores: ArrayLike<number>;
  /** Mistyped letters forgiven, by word of the query. */
  edits?: readonly number[];
}

export const NO_HITS: TextHits = { docs: [], scores: [] };
