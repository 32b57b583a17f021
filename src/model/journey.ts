/** A journey: questions, and phases of steps of which the answers choose. */
import * as v from './leaves.ts';
import { address, choice, list, maybe, shape } from './door.ts';
import { civilDate, id, text } from './text.ts';
import { html } from './rich-text.ts';
import { condition } from './condition.ts';
import { deadlineRule } from './deadline.ts';

/** Something to read elsewhere. */
export const link = shape({ label: text, url: address(), /** Language of the page behind it. */ language: maybe(v.string()) });
export type Link = v.InferOutput<typeof link>;

/** Where a legal fact stands, the public page it was read on, and when that was. */
export const legalBasis = shape({
  /** "§ 17 Abs. 1 BMG". */
  basis: maybe(text),
  /** The page it was read on. */
  source: maybe(address()),
  /** Day it was read. */
  checked: maybe(civilDate),
});
export type LegalBasis = v.InferOutput<typeof legalBasis>;

export const option = shape({ id, label: text });

/** `single` and `multiple` offer options; `date` asks for a day from which deadlines are counted. */
export const question = shape({
  id,
  type: choice(['single', 'multiple', 'date']),
  label: text,
  help: maybe(text),
  options: maybe(list(option)),
  /** Asked only where this holds. */
  when: maybe(condition),
  /** Date questions: how the day is called within a sentence ("moving in"), for "2 weeks after moving in". */
  name: maybe(text),
});
export type Question = v.InferOutput<typeof question>;

/** A paper to have or bring. Ticked once, it counts in every step that names it. */
export const requiredDocument = shape({ id, name: text, /** The German name. */ official: maybe(v.string()), help: maybe(text), link: maybe(link) });
export type RequiredDocument = v.InferOutput<typeof requiredDocument>;

export const step = shape({
  id,
  title: text,
  /** The German administrative term, shown beside the translation. */
  official: maybe(v.string()),
  summary: maybe(text),
  /** Plain text; an empty line begins a paragraph. */
  details: maybe(text),
  /** Instead of `details`, where the source has mark-up. Cleaned before it is shown. */
  html: maybe(html),
  /** The step applies unless this is false. */
  when: maybe(condition),
  /** Why it does not apply, where `when` is false. Missing: put together from the answers. */
  otherwise: maybe(text),
  /** Who has to act. */
  who: maybe(choice(['newcomer', 'employer', 'family', 'founder'])),
  /** Ids of actors of the same endpoint. */
  actors: maybe(list(id)),
  /** Ids of documents of the journey. */
  documents: maybe(list(id)),
  /** Ids of steps to finish first. */
  requires: maybe(list(id)),
  deadline: maybe(deadlineRule),
  cost: maybe(text),
  duration: maybe(text),
  links: maybe(list(link)),
  legal: maybe(list(legalBasis)),
  /** To be confirmed by the Kreis: shown as such, never as law. */
  unconfirmed: maybe(v.boolean()),
});
export type Step = v.InferOutput<typeof step>;

export const phase = shape({ id, title: text, summary: maybe(text), steps: list(step) });
export type Phase = v.InferOutput<typeof phase>;

export const journey = shape({
  id,
  title: text,
  summary: maybe(text),
  questions: maybe(list(question)),
  documents: maybe(list(requiredDocument)),
  phases: list(phase),
  /** Day the whole journey was last looked through. */
  updated: maybe(civilDate),
});
export type Journey = v.InferOutput<typeof journey>;
