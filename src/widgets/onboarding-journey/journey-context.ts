/** What the parts of the journey need to render themselves and to tell what the visitor did. */
import type { Actor } from '../../model/actor.ts';
import type { Journey } from '../../model/journey.ts';
import type { ActorCards } from '../../core/actor/actor-cards.ts';
import type { CardContext } from '../../core/actor/card-context.ts';
import type { Content } from '../../core/content.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import type { JourneySession } from './journey-session.ts';
import type { StepEvents } from './step-events.ts';

/** What comes with the visitor's first sign of life. */
export type Behind = typeof import('./behind.ts');

/** Ids of disclosures that are opened from elsewhere. */
export const QUESTIONS = 'questions';
export const NOT_FOR_YOU = 'not-for-you';

export interface JourneyContext {
  journey: Journey;
  content: Content;
  /** Level of the widget's first heading; parts count on from it. */
  level: number;
  /** Which disclosures the visitor opened. */
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
  /** @returns false where it could not be kept */
  setDone: (step: string, done: boolean) => Promise<boolean>;
  /** Opens a disclosure and puts the focus on an element, both by id. */
  reveal: (disclosure: string, focus: string) => void;
  /** Once it is there, this is a `SessionContext`. */
  behind: Behind | undefined;
}

/** The same for the parts that stand behind buttons: by then the visitor's own data are there. */
export interface SessionContext extends JourneyContext {
  session: JourneySession;
  loaded: Loaded;
  actors: ReadonlyMap<string, Actor>;
  events: StepEvents;
  cards: ActorCards;
  card: CardContext;
  /** After a pressed button has gone: the first of these elements that is there gets the focus, and words are announced. */
  moveOn: (focus: readonly string[], announcement?: string) => void;
}
