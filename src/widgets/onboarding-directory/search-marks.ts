/** Why an actor was found, where name and summary do not show it. */
import type { Actor } from '../../model/actor.ts';
import type { Content } from '../../core/content.ts';
import type { Filling } from '../../core/filter/fill.ts';
import { marks, partsOf } from '../../core/filter/search-marks.ts';
import { allWordings } from '../../core/filter/wordings.ts';

/** A service or an everyday word that was found. */
export function hiddenMatch({ name, official = '', summary, services = [], synonyms = [] }: Actor, query: string, content: Content, edits: readonly number[] | undefined): Filling | undefined {
  const isHit = (text: string): boolean => partsOf(text, query, edits).some(({ hit }) => hit);
  if ([content.plain(name), official, content.plain(summary)].some(isHit)) return undefined;
  const found = allWordings([...services, ...synonyms], content).find(isHit);
  return found === undefined ? undefined : marks(found, query, edits);
}
