/** Whether the content is fit for use: what no schema can see, because the data is right but old, lonely or silent. */
import type { Actor, Contact } from '../../model/actor.ts';
import { dayNumber } from '../../model/civil-date.ts';
import type { Category, Endpoint, Schemas } from '../../model/endpoint.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import { dateFindings } from './dates.ts';
import { findingOf, type Finding, type Found, type FoundRecords } from './finding.ts';
import { danglingReferences } from './references.ts';
import { stepsIn } from './steps.ts';
import { missingTranslations } from './translations.ts';

export interface HealthInput {
  /** Checked; each id of a collection once. */
  records: FoundRecords;
  schemas: Required<Schemas>;
  site: Endpoint['site'];
  categories: readonly Category[];
  /** YYYY-MM-DD, where the site is. */
  today: string;
  /** Days after which a fact should be looked at again. */
  maxAge: number;
  /** Collections of which a source did not answer: nobody knows which ids it has. */
  incomplete: ReadonlySet<string>;
}

export function health(input: HealthInput): Finding[] {
  const { records: { journeys, actors, events }, schemas, site: { languages, timeZone = DEFAULT_TIME_ZONE }, today, maxAge } = input;
  const all = [...journeys, ...actors, ...events];
  return [
    ...danglingReferences(input),
    ...dateFindings(events, timeZone, today),
    ...missingTranslations(all, schemas, languages),
    ...oldFacts(all, journeys, today, maxAge),
    ...journeys.flatMap(stepsWithoutActor),
    ...actors.flatMap(gaps),
  ];
}

/** `detail`: `date` of the fact and its age in `days`; `step`, where it is the oldest fact of a step. */
function oldFacts(all: readonly Found[], journeys: readonly Found<'journeys'>[], today: string, maxAge: number): Finding[] {
  const old = (found: Found, date: string | undefined, at: string, what: string, step?: string): Finding[] => {
    const days = date === undefined ? 0 : dayNumber(today) - dayNumber(date);
    if (days <= maxAge) return [];
    const reason = `${what} on ${date}, ${days} days ago`;
    return [findingOf(found, { kind: 'old-fact', severity: 'warning', effect: 'outdated', at, reason, detail: { date: date!, days, ...(step !== undefined && { step }) } })];
  };
  return [
    ...all.flatMap((found) => old(found, found.record.updated, '.updated', 'Last updated')),
    ...journeys.flatMap((found) => stepsIn(found).flatMap(({ step, at }) => {
      const [oldest] = (step.legal ?? []).flatMap(({ checked }) => checked ?? []).sort();
      return old(found, oldest, `${at}.legal`, `The law behind step "${step.id}" was last checked`, step.id);
    })),
  ];
}

const stepsWithoutActor = (found: Found<'journeys'>): Finding[] => stepsIn(found).filter(({ step }) => !step.actors?.length).map(({ step, at }) =>
  findingOf(found, { kind: 'step-without-actor', severity: 'warning', effect: 'part-missing', at, reason: `The step "${step.id}" names nobody to turn to`, detail: { step: step.id } }));

const isReachable = ({ phone, email, url, appointment, ...rest }: Pick<Actor, 'phone' | 'email' | 'url' | 'appointment'> & Pick<Contact, 'mobile'>): boolean =>
  Boolean(phone ?? email ?? url ?? appointment ?? rest.mobile);

function gaps(found: Found<'actors'>): Finding[] {
  const { contacts = [], openingHours, ...actor } = found.record;
  const gap = (kind: 'actor-without-contact' | 'actor-without-hours', reason: string): Finding => findingOf(found, { kind, severity: 'warning', effect: 'part-missing', reason });
  return [
    ...(isReachable(actor) || contacts.some(isReachable) ? [] : [gap('actor-without-contact', 'There is no telephone number, no e-mail address and no link')]),
    ...(openingHours ? [] : [gap('actor-without-hours', 'There are no opening hours')]),
  ];
}
