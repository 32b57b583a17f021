/** Registers an element once per page, whichever copy of the script comes first. */
import { version } from '../version.ts';

const VERSION_OF = Symbol.for('onboarding-widgets.version');
let warned = false;

type Versioned = CustomElementConstructor & { [VERSION_OF]?: string };

export function defineElement(tag: string, element: CustomElementConstructor): void {
  const known: Versioned | undefined = customElements.get(tag);
  if (!known) {
    (element as Versioned)[VERSION_OF] = version;
    customElements.define(tag, element);
  } else if (known !== element && !warned) {
    warned = true;
    console.warn(`onboarding-widgets: the script is on this page twice. Version ${known[VERSION_OF] ?? 'unknown'} came first and is used, version ${version} is not.`);
  }
}
