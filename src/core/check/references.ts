/** Ids that lead nowhere: in journeys, from events to steps, from actors to categories. */
import type { Condition } from '../../model/condition.ts';
import type { Journey } from '../../model/journey.ts';
import { mendJourney } from '../../model/mend-journey.ts';
import { findingOf, type Finding, type Found } from './finding.ts';
import type { HealthInput } from './health.ts';
import { placeIn } from './steps.ts';

export function danglingReferences({ records, categories, incomplete }: Pick<HealthInput, 'records' | 'categories' | 'incomplete'>): Finding[] {
  const actors = new Set(records.actors.map(({ record }) => record.id));
  const steps = new Set(records.journeys.flatMap(({ record }) => record.phases.flatMap((phase) => phase.steps.map(({ id }) => id))));
  return [
    ...records.journeys.flatMap((found) => journeyFaults(found, actors, incomplete.has('actors'))),
    ...records.journeys.flatMap(unknownOptions),
    ...(incomplete.has('journeys') ? [] : records.events.flatMap((found) => unknownSteps(found, steps))),
    ...unnamedCategories(records.actors, new Set(categories.map(({ id }) => id))),
  ];
}

function journeyFaults(found: Found<'journeys'>, actors: ReadonlySet<string>, anyActor: boolean): Finding[] {
  const { problems } = mendJourney(found.record, actors);
  return problems.filter(({ reason }) => !anyActor || !reason.includes('names no actor')).map(({ path, reason }) => {
    const [, kind = '', id = ''] = /(\w+) ([^ ,]+)(?:, option [^ ]+)?$/.exec(path) ?? [];
    const isDuplicate = reason.startsWith('Duplicate');
    const isDangling = /(?:names|asks about|counts from) no /.test(reason);
    return findingOf(found, {
      kind: isDuplicate ? 'duplicate-id' : isDangling ? 'dangling-reference' : 'problem', severity: 'error',
      effect: isDuplicate && kind === 'phase' ? 'shown' : 'part-missing', at: placeIn(found, kind, id, isDuplicate), reason, detail: { [kind]: id },
    });
  });
}

/** What a condition asks for, as pairs of a question and an option. */
function optionsAsked(rule: Condition): [question: string, option: string][] {
  if ('question' in rule) return 'answered' in rule ? [] : ('is' in rule ? [rule.is] : rule.in).map((option) => [rule.question, option]);
  return ('all' in rule ? rule.all : 'any' in rule ? rule.any : [rule.not]).flatMap(optionsAsked);
}

/** Nobody can give such an answer: a step stays hidden from those whom it is for. */
function unknownOptions(found: Found<'journeys'>): Finding[] {
  const { phases, questions = [] }: Journey = found.record;
  const options = new Map(questions.filter(({ type }) => type !== 'date').map((question) => [question.id, new Set(question.options?.map(({ id }) => id))]));
  const asking = [...questions.map((part) => ({ kind: 'question', part })), ...phases.flatMap(({ steps }) => steps.map((part) => ({ kind: 'step', part })))];
  return asking.flatMap(({ kind, part: { id, when } }) => (when ? optionsAsked(when) : []).filter(([question, option]) => options.get(question)?.has(option) === false).map(([question, option]) =>
    findingOf(found, { kind: 'dangling-reference', severity: 'error', effect: 'part-missing', at: `${placeIn(found, kind, id)}.when`, reason: `"when" asks for no option of "${question}": "${option}"`, detail: { [kind]: id, id: option } })));
}

function unknownSteps(found: Found<'events'>, steps: ReadonlySet<string>): Finding[] {
  return [...(found.record.steps ?? []).entries()].filter(([, id]) => !steps.has(id)).map(([index, id]) =>
    findingOf(found, { kind: 'dangling-reference', severity: 'error', effect: 'part-missing', at: `.steps[${index}]`, reason: `"steps" names no step: "${id}"`, detail: { id } }));
}

/** One finding a category, at the first actor that has it. Events may have words of a feed there, which are shown as they are. */
function unnamedCategories(actors: readonly Found<'actors'>[], named: ReadonlySet<string>): Finding[] {
  const unnamed = new Map<string, { first: Found<'actors'>; records: number }>();
  for (const found of actors) {
    for (const id of new Set(found.record.categories)) {
      if (named.has(id)) continue;
      const { first = found, records = 0 } = unnamed.get(id) ?? {};
      unnamed.set(id, { first, records: records + 1 });
    }
  }
  return [...unnamed].map(([id, { first, records }]) => findingOf(first, {
    kind: 'dangling-reference', severity: 'warning', effect: 'shown', at: '.categories', reason: `"categories" of the endpoint do not name "${id}"`, detail: { id, records },
  }));
}
