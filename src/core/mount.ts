/** Finds the widgets of a page, now and whenever a CMS adds one, and loads what they need. */
import { dataSettings } from './own-script.ts';

/** Loads and registers an element; by the name after `onboarding-`. */
export type Definitions = Readonly<Record<string, () => Promise<unknown>>>;

const MOUNT = '[data-onboarding]';

/** @returns stops watching the page */
export function mountWidgets(definitions: Definitions): () => void {
  const names = Object.keys(definitions);
  const selector = [MOUNT, ...names.map((name) => `onboarding-${name}`)].join();
  const visit = (element: Element): void => {
    const name = element.getAttribute('data-onboarding') ?? element.localName.slice('onboarding-'.length);
    const define = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (!define) return console.warn(`onboarding-widgets: there is no widget "${name}"; known are ${names.join(', ')}.`);
    if (element.matches(MOUNT)) upgrade(element, name);
    define().catch((error: unknown) => console.error(`onboarding-widgets: <onboarding-${name}> could not be loaded.`, error));
  };
  const search = (root: Document | Element): void => {
    const query = root instanceof Document ? Document.prototype.querySelectorAll : Element.prototype.querySelectorAll;
    for (const element of query.call(root, selector)) visit(element);
  };
  search(document);
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (node.matches(selector)) visit(node);
      search(node);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** `<div data-onboarding="journey">` gets the tag inside; what stood in it becomes the tag's fallback. */
function upgrade(mount: Element, name: string): void {
  const tag = `onboarding-${name}`;
  if (mount.querySelector(`:scope > ${tag}`)) return;
  const widget = document.createElement(tag);
  for (const [attribute, value] of Object.entries(dataSettings(mount))) widget.setAttribute(attribute, value);
  widget.append(...mount.childNodes);
  mount.append(widget);
}
