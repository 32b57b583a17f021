/** The pages of a region as a tree. */
import type { Entries } from './versions.ts';
import type { WirePage } from './wire.ts';

export type Pages = Entries<WirePage>;

/** Every path under which a page is known, in any language, to its key. */
export function pathsOf(pages: Pages): Map<string, string> {
  const paths = new Map<string, string>();
  const learn = (path: string | undefined, key: string): void => {
    if (path && !paths.has(path)) paths.set(path, key);
  };
  // A page's own path counts more than what other pages say of theirs.
  for (const [key, versions] of pages) versions.forEach(({ item }) => learn(item.path, key));
  for (const [key, versions] of pages) {
    for (const { item } of versions) Object.values(item.available_languages ?? {}).forEach((translation) => learn(translation?.path, key));
  }
  return paths;
}

/** Parents are found by path: the ids of the API name translations here and pages there. */
export function parentOf(key: string, pages: Pages, paths: ReadonlyMap<string, string>): string | undefined {
  const path = pages.get(key)?.map(({ item }) => item.parent?.path).find((candidate) => candidate && paths.has(candidate));
  return path ? paths.get(path) : undefined;
}

/** Children of each page in the order the region gave them. The root has no parent here, so that no circle can begin at it. */
export function plant(root: string, pages: Pages, paths: ReadonlyMap<string, string>): (key: string) => readonly string[] {
  const children = new Map<string, string[]>();
  const order = (key: string): number => pages.get(key)?.[0]?.item.order ?? 0;
  for (const key of pages.keys()) {
    const parent = key === root ? undefined : parentOf(key, pages, paths);
    if (!parent) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(key);
    else children.set(parent, [key]);
  }
  for (const keys of children.values()) keys.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  return (key) => children.get(key) ?? [];
}

/** A page and all pages under it, each once, in reading order. */
export function subtree(key: string, children: (key: string) => readonly string[]): string[] {
  const found = new Set<string>();
  // A stack instead of recursion, which a chain of thousands of pages would overflow; the first child lies on top.
  const waiting = [key];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const child of [...children(next)].reverse()) waiting.push(child);
  }
  return [...found];
}
