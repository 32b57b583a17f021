/** Pages as a journey: the pages under one page are its phases, the pages under those its steps, unless the reference names others. */
import type { Problem } from '../../model/door.ts';
import type { Reference } from '../../model/endpoint.ts';
import { opening, plainText } from '../plain-text.ts';
import type { SourceAnswer, SourceRecords } from '../source.ts';
import { absolute } from '../values.ts';
import { bodies } from './bodies.ts';
import { idsOf } from './ids.ts';
import type { Region } from './languages.ts';
import { offerUrl } from './offers.ts';
import { readJourneyOptions } from './options.ts';
import { parentOf, pathsOf, plant, subtree } from './tree.ts';
import { gather, inLanguages } from './versions.ts';
import { normalPath, wirePage } from './wire.ts';

export function readJourneys(reference: Reference, region: Region, answers: readonly SourceAnswer[]): SourceRecords {
  const { entries: pages, problems } = gather(wirePage, region, answers);
  const report = (path: string, reason: string): number => problems.push({ path, reason, source: reference.url });
  const { id, title, phases: wanted } = readJourneyOptions(reference, report);
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
  // The same in every language of a page.
  const offers = (key: string) => (versions(key).find(({ item }) => item.embedded_offers?.length)?.item.embedded_offers ?? [])
    .flatMap((offer) => (offerUrl(offer) ? [{ label: offer.name, url: offerUrl(offer) }] : []));
  // Pages deeper than a step are read where they are.
  const step = (key: string) => {
    const below = subtree(key, children);
    const summary = excerpt(key, opening);
    return {
      ...head(key), summary,
      html: bodies(versions(key), summary),
      links: [...below.flatMap(link), ...below.flatMap(offers)],
    };
  };
  // A phase without pages is a phase of one step: itself.
  const phase = (key: string, steps = children(key)) =>
    (steps.length ? { ...head(key), summary: excerpt(key, plainText), steps: steps.map(step) } : { ...head(key), steps: [step(key)] });

  const find = (page: string | undefined, path: string): string | undefined => {
    const key = page === undefined ? undefined : paths.get(normalPath(page));
    if (page !== undefined && key === undefined) report(path, `No page ${page}`);
    return key;
  };
  const chosen = wanted?.map((mapping, index) => {
    const key = find(mapping?.page, `phases[${index}].page`);
    const steps = mapping?.steps?.flatMap((page, nth) => find(page, `phases[${index}].steps[${nth}]`) ?? []);
    return key && { ...phase(key, steps), ...(mapping?.id && { id: mapping.id }), ...(mapping?.title && { title: mapping.title }) };
  });
  const named = head(root);
  const journey = {
    id: id ?? named.id, title: title ?? named.title, summary: excerpt(root, plainText),
    phases: chosen?.filter(Boolean) ?? children(root).map((key) => phase(key)),
  };
  return { records: [journey], problems: [...problems, ...circle(root, parentOf(root, pages, paths), subtree(root, children), answers)] };
}

function circle(root: string, parent: string | undefined, pages: readonly string[], [answer]: readonly SourceAnswer[]): Problem[] {
  if (!parent || !pages.includes(parent)) return [];
  return [{ path: '', reason: `The page ${root} stands below itself, under ${parent}; that place is ignored`, source: answer?.url }];
}
