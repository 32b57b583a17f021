/** Where a widget's settings come from: its attributes or its mount's, then its inline JSON child, then the script tag, then the defaults. */

export type Settings = Readonly<Record<string, string>>;

let scriptSettings: Settings = {};

/** Entry files pass on the `data-*` of their script tag: `data-endpoint` is the default of `endpoint`. */
export function provideSettings(settings: Settings): void {
  scriptSettings = settings;
}

/** `data-endpoint="..."` of a script tag or of a `<div data-onboarding="journey">` as `endpoint`. */
export function dataSettings(element: Element): Settings {
  const data = [...element.attributes].filter(({ name }) => name.startsWith('data-') && !name.startsWith('data-onboarding'));
  return Object.fromEntries(data.map(({ name, value }) => [name.slice('data-'.length), value]));
}

const isEntry = (entry: [string, unknown]): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1]);

/** `<script type="application/json">{"endpoint": "..."}</script>` as a child of the tag. */
function inlineSettings(element: Element): Settings {
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (!script) return {};
  try {
    const parsed: unknown = JSON.parse(script.textContent ?? '');
    const entries = Object.entries(parsed as object).filter(isEntry);
    return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
  } catch (error) {
    console.warn(`onboarding-widgets: the settings inside <${element.localName}> are not JSON.`, error);
    return {};
  }
}

/** Sets the attributes that the page has not set itself, and no others; the element then reads attributes only. */
export function applySettings(element: Element, names: readonly string[]): void {
  const mount = element.parentElement?.closest('[data-onboarding]');
  const sources = [scriptSettings, inlineSettings(element), mount ? dataSettings(mount) : {}];
  // `heading-level` of a tag is `headingLevel` in JSON.
  const settings = new Map(sources.flatMap(Object.entries).map(([name, value]) => [name.replaceAll('-', ''), value as string]));
  for (const name of names) {
    const value = settings.get(name.replaceAll('-', ''));
    if (value !== undefined && !element.hasAttribute(name)) element.setAttribute(name, value);
  }
}
