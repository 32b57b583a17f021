/** The one language of a page's widgets: the visitor's choice, else what the first widget's surroundings say. */

type Listener = () => void;

export class PageLanguage {
  #choice: string | undefined;
  readonly #claims = new Map<object, string>();
  readonly #listeners = new Set<Listener>();

  get choice(): string | undefined {
    return this.#choice;
  }

  /** The visitor chose; all widgets of the page follow. */
  choose(language: string | undefined): void {
    if (language === this.#choice) return;
    this.#choice = language;
    this.#tell();
  }

  /** What a widget's `lang` or surroundings say; the first claim decides while the visitor has not chosen. */
  claim(widget: object, language: string): void {
    this.#claims.set(widget, language);
  }

  subscribe(widget: object, listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#claims.delete(widget)) this.#tell();
    };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Language of the widgets' own words. */
  get ui(): string | undefined {
    return this.#choice ?? this.#claims.values().next().value;
  }
}

export const pageLanguage = new PageLanguage();

/** The nearest `lang` around a node, through shadow roots. Attributes are read, not properties, because a form can clobber these. */
export function surroundingLanguage(node: Element): string | undefined {
  const found = Element.prototype.closest.call(node, '[lang]');
  if (found) return Element.prototype.getAttribute.call(found, 'lang') || undefined;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? surroundingLanguage(root.host) : undefined;
}
