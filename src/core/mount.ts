/** Finds the widgets of a page, now and whenever a CMS adds one, and loads what they need. */
/** Loads and registers an element; by the name after `onboarding-`. */
export type Definitions = Readonly<Record<string, () => Promise<unknown>>>;

const MOUNT = '[data-onboarding]';

export function mountWidgets(definitions: Definitions): void {
  const selector = [MOUNT, ...Object.keys(definitions).map((name) => `onboarding-${name}`)].join();
  const visit = (element: Element): void => {
    const name = element.getAttribute('data-onboarding') ?? element.localName.slice('onboarding-'.length);
    if (!Object.hasOwn(definitions, name)) return console.warn(`onboarding-widgets: there is no widget "${name}".`);
    if (element.matches(MOUNT)) upgrade(element, name);
    definitions[name]!().catch((error: unknown) => console.error(`onboarding-widgets: "${name}" could not be loaded.`, error));
  };
  // Forms of the host page can hide the document's own method.
  Document.prototype.querySelectorAll.call(document, selector).forEach(visit);
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (Element.prototype.matches.call(node, selector)) visit(node);
      Element.prototype.querySelectorAll.call(node, selector).forEach(visit);
    }
  }).observe(document, { childList: true, subtree: true });
}

/** `<div data-onboarding="journey">` gets the tag inside; what stood in it becomes the tag's fallback. The tag reads its settings from it. */
function upgrade(mount: Element, name: string): void {
  const tag = `onboarding-${name}`;
  if (mount.querySelector(`:scope > ${tag}`)) return;
  const widget = Document.prototype.createElement.call(document, tag);
  widget.append(...mount.childNodes);
  mount.append(widget);
}
