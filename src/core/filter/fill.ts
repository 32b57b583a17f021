import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** What to put into an element: text, or nodes. */
export type Filling = readonly (Node | string)[];

class Fill extends Directive {
  #key?: string;

  override render(_key: string, _make: () => Filling): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [key, make]: [string, () => Filling]): unknown {
    if (key !== this.#key) replace(element, make());
    this.#key = key;
    return noChange;
  }
}

/** Most fillings are one text, as the one before was: then the node stays. */
function replace(element: Element, filling: Filling): void {
  const [first] = filling;
  const { firstChild, lastChild } = element;
  if (typeof first === 'string' && filling.length === 1 && firstChild instanceof Text && firstChild === lastChild) firstChild.data = first;
  else element.replaceChildren(...filling);
}

/**
 * Fills an element where the key has changed, and asks for the filling only then: while somebody types, most of the list
 * stays as it is. An element without text is hidden by the style sheet.
 */
export const fill: (key: string, make: () => Filling) => unknown = directive(Fill);

/** Words that keep their direction and language to themselves. */
export function isolated(words: Filling, lang?: string, className?: string): HTMLElement {
  const element = document.createElement('bdi');
  if (lang) element.lang = lang;
  if (className) element.className = className;
  element.append(...words);
  return element;
}
