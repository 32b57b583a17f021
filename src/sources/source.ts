/**
 * The one door to a data format. A source is two functions: where to ask, and what the answer means. It fetches nothing
 * and keeps nothing; limits, aborting and checking are the loader's.
 */
import type { CollectionName, Reference } from '../model/endpoint.ts';
import type { Problem } from '../model/door.ts';

export interface SourceContext {
  /** What the widget wants. */
  collection: CollectionName;
  /** BCP 47 tag the visitor reads; formats with one address per language ask for it. */
  language: string;
  /** The languages of the site, its own first. */
  languages: readonly string[];
  /** IANA zone of the site. */
  timeZone: string;
  /** YYYY-MM-DD, where the site is. */
  today: string;
  /** Ask in every language of the site: for a copy that serves all visitors. */
  everyLanguage?: boolean;
  /** Months whose events are wanted. Missing: those next. Formats that cannot choose give more. */
  window?: Span | undefined;
}

/** Months, YYYY-MM, both inclusive. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export interface Months extends Span {
  readonly later?: string | undefined;
}

export interface SourceQuery {
  /** Absolute address. */
  url: string;
  as: 'json' | 'text';
  /** Makes text of the bytes, where they need not be UTF-8. One function a format: answers are shared by it. */
  decode?: (bytes: Uint8Array) => string;
  /** Whether a failure is an answer, too: one without a body. */
  optional?: boolean;
}

export interface SourceAnswer extends SourceQuery {
  /** Parsed JSON, or the text. Unchecked. */
  body: unknown;
}

export interface SourceRecords {
  /** Records as they would stand in a native endpoint document; the loader checks them against the model. */
  records: unknown[];
  /** What had to be left out on the way. */
  problems: Problem[];
  /** Whether something is missing that a visitor would have seen. Left out: wherever there are problems. */
  partial?: boolean;
  /** Set where only these months were read, YYYY-MM, both inclusive. `later`: the first one behind them that has events. */
  months?: Months;
  /** As `Source.perLanguage`, for this answer. */
  perLanguage?: boolean;
  /** Address of the imprint of those who answer for the texts. */
  imprint?: string | undefined;
}

export interface Source {
  /** Value of `source` in a reference. */
  readonly format: string;
  /** True where the answer depends on `context.language`, so that a change of language asks again. */
  readonly perLanguage?: boolean;
  /**
   * What to fetch next, given the answers so far; an empty list ends the asking. Paging formats look at the last answer.
   * @throws Error with an English sentence where the reference is unusable
   */
  ask(reference: Reference, context: SourceContext, answers: readonly SourceAnswer[]): SourceQuery[];
  /** What the answers mean. Never throws for bad data: a bad record is named in `problems` and left out. */
  read(reference: Reference, context: SourceContext, answers: readonly SourceAnswer[]): SourceRecords;
}
