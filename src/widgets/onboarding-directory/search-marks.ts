/** What a search found, shown in the texts. */
import { html } from 'lit';
import type { Actor } from '../../model/actor.ts';
import type { Content } from '../../core/content.ts';
import { highlight } from '../../core/search/highlight.ts';
import { wordings } from './actor-fields.ts';

export const marks = (text: string, query: string): unknown[] =>
  highlight(text, query).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));

const isHit = (text: string, query: string): boolean => highlight(text, query).some(({ hit }) => hit);

/** A service or an everyday word that was found, where neither name nor summary was. */
export function hiddenMatch({ name, official = '', summary, services = [], synonyms = [] }: Actor, query: string, content: Content): unknown[] | undefined {
  if ([content.plain(name), official, content.plain(summary)].some((text) => isHit(text, query))) return undefined;
  const found = [...services, ...synonyms].flatMap((text) => wordings(text, content)).find((text) => isHit(text, query));
  return found === undefined ? undefined : marks(found, query);
}
