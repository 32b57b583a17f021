/** Pages as a journey: the pages under one page are its phases, the pages under those its steps. */
import type { Problem } from '../../model/door.ts';
import type { Reference } from '../../model/endpoint.ts';
import type { SourceAnswer, SourceRecords } from '../source.ts';
import { idsOf } from './ids.ts';
import type { Region } from './languages.ts';
import { opening, plainText } from './plain-text.ts';
import { absolute, gather, inLanguages, type Entries } from './versions.ts';
import { normalPath, wirePage, type WirePage } from './wire.ts';

type Pages = Entries<WirePage>;

/** Every path under which a page is known, in any language, to its key. */
function pathsOf(pages: Pages): Map<string, string> {
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
function parentOf(key: string, pages: Pages, paths: ReadonlyMap<string, string>): string | undefined {
  const path = pages.get(key)?.map(({ item }) => item.parent?.path).find((candidate) => candidate && paths.has(candidate));
  return path ? paths.get(path) : undefined;
}

/** Children of each page in the order the region gave them. The root has no parent here, so that no circle can begin at it. */
function plant(root: string, pages: Pages, paths: ReadonlyMap<string, string>): (key: string) => readonly string[] {
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

/** A page and all pages under it, in reading order. */
function subtree(key: string, children: (key: string) => readonly string[]): string[] {
  const found: string[] = [];
  // A stack instead of recursion, which a chain of thousands of pages would overflow; the first child lies on top.
  const waiting = [key];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    for (const child of [...children(next)].reverse()) waiting.push(child);
  }
  return found;
}

export function readJourneys(reference: Reference, region: Region, answers: readonly SourceAnswer[]): SourceRecords {
  const { entries: pages, problems } = gather(wirePage, region, answers);
  const paths = pathsOf(pages);
  const root = paths.get(normalPath(String(reference.page)));
  if (root === undefined) return { records: [], problems: [...problems, { path: '', reason: `No page ${String(reference.page)}`, source: answers[0]?.url }] };

  const children = plant(root, pages, paths);
  const ids = idsOf(pages.keys());
  const versions = (key: string) => pages.get(key) ?? [];
  const head = (key: string) => ({ id: ids.get(key), title: inLanguages(versions(key), ({ title }) => title) });
  const excerpt = (key: string, read: (raw: string) => string) => inLanguages(versions(key), ({ excerpt: raw }) => raw && read(raw));
  const link = (key: string) => {
    const shown = versions(key).find(({ item }) => absolute(item.url));
    return shown ? [{ label: head(key).title, url: absolute(shown.item.url), language: shown.language }] : [];
  };
  // Pages deeper than a step are read where they are.
  const step = (key: string) => ({
    ...head(key),
    summary: excerpt(key, opening),
    html: inLanguages(versions(key), ({ content }) => content),
    links: subtree(key, children).flatMap(link),
  });
  // A page right under the root that has no pages below is a phase of one step: itself.
  const phase = (key: string) => {
    const steps = children(key);
    return steps.length ? { ...head(key), summary: excerpt(key, plainText), steps: steps.map(step) } : { ...head(key), steps: [step(key)] };
  };
  const id = typeof reference.id === 'string' ? reference.id : ids.get(root);
  const journey = { ...head(root), id, summary: excerpt(root, plainText), phases: children(root).map(phase) };
  return { records: [journey], problems: [...problems, ...circle(root, parentOf(root, pages, paths), subtree(root, children), answers)] };
}

function circle(root: string, parent: string | undefined, pages: readonly string[], [answer]: readonly SourceAnswer[]): Problem[] {
  if (!parent || !pages.includes(parent)) return [];
  return [{ path: '', reason: `The page ${root} stands below itself, under ${parent}; that place is ignored`, source: answer?.url }];
}
