/** Ids of records from what others use as names. */

/** Characters of an id, and of a name beside the hash that tells it apart. */
const [MAX_LENGTH, MAX_NAME] = [120, 110];

/** FNV-1a, 32 bit. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(36);
}

/**
 * What an id cannot hold becomes a hyphen; names that are the same then, or too long, get a hash.
 * @param names each once
 */
export function recordIds(names: Iterable<string>): Map<string, string> {
  const written = [...names].map((name) => [name, name.replace(/[^\w.:/-]+/g, '-') || '-'] as const);
  const uses = new Map<string, number>();
  for (const [, id] of written) uses.set(id, (uses.get(id) ?? 0) + 1);
  return new Map(written.map(([name, id]) =>
    [name, id.length <= MAX_LENGTH && uses.get(id) === 1 ? id : `${hash(name)}.${id.slice(-MAX_NAME)}`]));
}
