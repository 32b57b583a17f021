/**
 * Filters as a fragment of the page's address: `#onboarding/directory?text=kurse&category=language-course`. A fragment,
 * because it never leaves the device, so that no server log learns what a visitor looks for.
 */

const prefix = (name: string): string => `#onboarding/${encodeURIComponent(name)}`;

/** Longer is no filter a visitor chose. */
const LIMIT = 200;

/** @param name tells the widgets of a page apart */
export function formatFragment(name: string, parameters: readonly (readonly [key: string, value: string])[]): string {
  const filled = parameters.map(([key, value]) => [key, value.trim()]).filter(([, value]) => value);
  return filled.length ? `${prefix(name)}?${new URLSearchParams(filled).toString()}` : prefix(name);
}

/** @returns the values of each parameter, where the fragment is one of this widget */
export function parseFragment(hash: string, name: string): ((key: string) => string[]) | undefined {
  const [path, query = ''] = hash.split(/\?(.*)/s, 2);
  if (path !== prefix(name)) return undefined;
  const parameters = new URLSearchParams(query);
  return (key) => [...new Set(parameters.getAll(key).map((value) => value.slice(0, LIMIT).trim()))].filter(Boolean).slice(0, LIMIT);
}
