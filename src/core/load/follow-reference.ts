/** Records that live elsewhere: asks their source, and checks what it answers like records of our own. */
import { today } from '../../model/civil-date.ts';
import { safeUrl } from '../../model/door.ts';
import { readCollection, type CollectionName, type Endpoint, type ReadCollection, type Reference } from '../../model/endpoint.ts';
import type { Text } from '../../model/text.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import type { Source, SourceAnswer, SourceContext, Span } from '../../sources/source.ts';
import { LoadError, isAbort } from './load-error.ts';
import { isReference, type LoadOptions, type LoadedPart, type RecordSchema, type WithId } from './load-endpoint.ts';
import { readInSlices } from './read-in-slices.ts';

/** Follow-up questions to one source: enough for paging, too few to run away. */
const MAX_ROUNDS = 100;

/**
 * One dead or unknown source costs its own records only.
 * @param begun takes the first records of a long answer
 */
export async function followReference(
  name: CollectionName, schema: RecordSchema, reference: Reference, endpoint: Endpoint, options: LoadOptions, begun: (records: readonly WithId[]) => void,
): Promise<LoadedPart> {
  try {
    const source = await options.source(reference.source);
    if (!source) throw new LoadError('refused', reference.url, `unknown source "${reference.source}"`);
    const { languages, timeZone = DEFAULT_TIME_ZONE } = endpoint.site;
    const context: SourceContext = {
      collection: name, language: options.language(endpoint), languages, timeZone, today: options.today?.(timeZone) ?? today(new Date(), timeZone),
      window: span(options.interval), ...(options.everyLanguage && { everyLanguage: true }),
    };
    const answers = await ask(source, reference, context, options);
    const { records, problems: lost, partial = lost.length > 0, months, imprint, perLanguage = source.perLanguage } = source.read(reference, context, answers);
    const base = answers.at(-1)?.url ?? reference.url;
    const link = imprint && safeUrl(imprint, base, 'link');
    const read: ReadCollection<WithId> = { value: [], problems: [] };
    await readInSlices({
      length: records.length, limit: options.maxRecords, signal: options.signal,
      read: (from, to) => readCollection(schema, records, base, [], from, to, read, options.maxRecords),
      paused: () => begun(own(read)),
    });
    const { value, problems } = read;
    return {
      records: own(read),
      problems: [...lost, ...problems].map((problem) => ({ source: reference.url, ...problem })),
      // A login page with status 200 is no answer either.
      ...(partial && !records.length && { missing: [nameOf(reference)] }),
      errors: [], partial: partial || value.length < records.length, perLanguage: perLanguage ?? false, ...((months ?? link) && { notes: [{ months, imprint: link }] }),
    };
  } catch (error) {
    if (isAbort(error)) throw error;
    const failure = error instanceof LoadError ? error : new LoadError('refused', reference.url, String(error));
    // Where the network is down, its explanation may be out of reach too.
    const reason = await import('./explain.ts').then(({ explain }) => explain(failure), () => `${failure.kind} ${failure.message}`);
    return { records: [], problems: [{ path: name, reason, source: failure.url }], errors: [failure], partial: true, missing: [nameOf(reference)], perLanguage: true };
  }
}

/** `2026-11/2027-01` as its two ends. */
function span(interval: string | undefined): Span | undefined {
  const [from, to] = interval?.split('/') ?? [];
  return from && to ? { from, to } : undefined;
}

/** As the endpoint calls it (`"name": {"de": "Volkshochschule"}`), else where it lies. */
const nameOf = ({ name, url }: Reference): Text => name ?? new URL(url).hostname;

/** A source answers with records, never with further references. */
const own = ({ value }: ReadCollection<WithId>): WithId[] => value.filter((entry) => !isReference(entry)) as WithId[];

async function ask(source: Source, reference: Reference, context: SourceContext, { requests, signal, fresh }: LoadOptions): Promise<SourceAnswer[]> {
  const answers: SourceAnswer[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const queries = source.ask(reference, context, answers);
    if (!queries.length) break;
    const bodies = await Promise.all(queries.map(async ({ url, as, decode, optional }) => {
      try {
        return await requests.get(url, decode ?? as, signal, fresh);
      } catch (error) {
        if (!optional || isAbort(error)) throw error;
        return undefined;
      }
    }));
    answers.push(...queries.map((query, index) => ({ ...query, body: bodies[index]?.body })));
  }
  return answers;
}
