/** What a reference says beside the address. */
import { check, choice, list, maybe, shape } from '../../model/door.ts';
import type { Reference } from '../../model/endpoint.ts';
import * as v from '../../model/leaves.ts';
import { id, text } from '../../model/text.ts';
import type { Report } from '../report.ts';

const actors = shape({ of: maybe(choice(['locations', 'offers'])) });

// `maybe` keeps the place of what is bad, so that problems name the right one.
const phase = maybe(shape({ page: v.string(), id: maybe(id), title: maybe(text), steps: maybe(list(maybe(v.string()))) }));
const journey = shape({ id: maybe(id), title: maybe(text), phases: maybe(list(phase)) });

export function checkActorOptions(reference: Reference, report: Report): void {
  check(actors, reference, reference.url).problems.forEach(({ path, reason }) => report(path, reason));
}

export function readJourneyOptions(reference: Reference, report: Report): v.InferOutput<typeof journey> {
  const { value = {}, problems } = check(journey, reference, reference.url);
  problems.forEach(({ path, reason }) => report(path, reason));
  return value;
}
