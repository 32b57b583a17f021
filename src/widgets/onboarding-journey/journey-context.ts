/** What the parts of the journey need to render themselves and to tell what the visitor did. */
import type { Answer } from '../../model/condition.ts';
import type { Actor } from '../../model/actor.ts';
import type { Journey } from '../../model/journey.ts';
import type { Content } from '../../core/content.ts';

export interface JourneyContext {
  journey: Journey;
  content: Content;
  /** Level of the widget's first heading; parts count on from it. */
  level: number;
  actors: ReadonlyMap<string, Actor>;
  answer: (question: string) => Answer | undefined;
  setAnswer: (question: string, answer: Answer | undefined) => void;
  setDone: (step: string, done: boolean) => void;
  setSkipped: (step: string, skipped: boolean) => void;
  hasDocument: (document: string) => boolean;
  setDocument: (document: string, have: boolean) => void;
  /** Which disclosures the visitor opened. */
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
}
