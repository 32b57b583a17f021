import type { Allowance } from '../../support/axe.ts';
import type { Widget } from './eyes.ts';
import type { Document } from './site.ts';
import type { Visits } from './visits.ts';

/** What the suites of this folder know about the widget they try. */
export interface Specimen extends Visits {
  /** In the titles of tests: `A ${noun} that …`. */
  noun: string;
  tag: string;
  /** Brings what comes after the first picture. */
  wake(widget: Widget): Promise<void>;

  /** A document with everything once, in English, German and Arabic. */
  full(): Document;
  /** Whether that document is on the screen, in English. */
  isFull(widget: Widget): boolean;
  /** A document whose one good record has this name (a text or a language map), and what else stands in its list. */
  named(name: unknown, ...beside: unknown[]): Document;
  /** The name of that record on the screen. */
  nameOn(widget: Widget): string;
  /** A document of which no record is good. */
  useless(): Document;

  /** Id of the first heading, and its words for the full document in English. */
  headingId: string;
  heading: string;
  /** A place of the full document where the widget's own words stand, by language. */
  words: { selector: string; en: string; ar: string };
  /** What the audit cannot decide in the full document with everything open. */
  allowance?: Allowance;
}
