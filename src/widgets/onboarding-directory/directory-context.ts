/** What the parts of the directory need to render themselves and to tell what the visitor did. */
import type { Actor, Geo } from '../../model/actor.ts';
import type { Text } from '../../model/text.ts';
import type { CardContext } from '../../core/actor/card-context.ts';
import type { ActorCards } from '../../core/actor/actor-cards.ts';
import type { DirectoryInput, Filters } from './directory-state.ts';

/** What comes once the first picture is there. */
export type Behind = typeof import('./behind.ts');

export interface DirectoryContext extends CardContext {
  filters: Filters;
  /** Mistyped letters that the search forgave, by word. */
  edits?: readonly number[];
  /** Takes over other filters. What is typed makes one entry in the browser's history, each other choice its own. */
  change: (filters: Filters, typed?: boolean) => void;
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
  categoryName: (id: string) => Text;
  /** Metres to an actor, where both places are known. */
  distance?: (actor: Actor) => number | undefined;
  behind?: Behind;
  cards?: ActorCards;
}

/** The same for the form of the filters. */
export interface FilterContext extends DirectoryContext {
  behind: Behind;
  input: DirectoryInput;
  /** Where the visitor is, by their device; or why it is not known. */
  position?: Geo | 'asking' | 'denied' | 'unavailable' | 'timeout';
  locate: () => void;
}
