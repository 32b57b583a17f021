/** JSON in lines, so that a difference between two copies shows which records have changed. */

const block = (open: string, entries: readonly string[], close: string): string => (entries.length ? `${open}\n${entries.join(',\n')}\n${close}` : open + close);

/** @param levels how many of the outer levels have each entry on a line of its own; what is deeper has no spaces */
function lines(value: unknown, levels: number): string {
  if (!levels || typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return block('[', value.map((entry) => lines(entry, levels - 1)), ']');
  const given = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return block('{', given.map(([key, entry]) => `${JSON.stringify(key)}:${lines(entry, levels - 1)}`), '}');
}

/** Ends with a line break. Keys stay in their order: that of a language map says which text stands in first. */
export const jsonLines = (value: object, levels: number): string => `${lines(value, levels)}\n`;

/** A list of what is JSON already. */
export const listOf = (records: readonly string[]): string => `${block('[', records, ']')}\n`;
