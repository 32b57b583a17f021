/** References inside a journey. */
import type { Problem } from './door.ts';
import { questionsIn } from './condition.ts';
import type { Journey, Step } from './journey.ts';

/**
 * Mends what a schema cannot see: duplicate ids, references to nothing, circles of `requires`.
 * @param actors ids of the endpoint's actors
 * @returns a journey whose references all lead somewhere, and what was taken out of it
 */
export function mendJourney(journey: Journey, actors: ReadonlySet<string>): { journey: Journey; problems: Problem[] } {
  const problems: Problem[] = [];
  const note = (where: string, reason: string): false => {
    problems.push({ path: `journeys: ${journey.id}, ${where}`, reason });
    return false;
  };
  const report = (step: string, reason: string): false => note(`step ${step}`, reason);
  const firstOf = <T extends { id: string }>(kind: string, records: readonly T[] | undefined, seen = new Set<string>()): T[] | undefined =>
    records?.filter(({ id }) => (seen.has(id) ? note(`${kind} ${id}`, `Duplicate id "${id}"; the first one is shown`) : seen.add(id)));
  const seen = { steps: new Set<string>(), phases: new Set<string>() };
  const phases = journey.phases.map((phase, index) => {
    const steps = firstOf('step', phase.steps, seen.steps) ?? [];
    // Two phases of one id keep their steps; only the id has to differ.
    if (!seen.phases.has(phase.id)) {
      seen.phases.add(phase.id);
      return { ...phase, steps };
    }
    note(`phase ${phase.id}`, `Duplicate id "${phase.id}"`);
    return { ...phase, id: `${phase.id}.${index}`, steps };
  });
  const asked = firstOf('question', journey.questions)?.map((question) => ({ ...question, ...(question.options && { options: firstOf(`question ${question.id}, option`, question.options) }) }));
  const papers = firstOf('document', journey.documents);
  const questions = new Set(asked?.map(({ id }) => id));
  const dates = new Set(asked?.filter(({ type }) => type === 'date').map(({ id }) => id));
  const documents = new Set(papers?.map(({ id }) => id));
  const requires = new Map(phases.flatMap(({ steps }) => steps.map((step) => [step.id, step.requires ?? []] as const)));
  const closing = closingNeeds(requires);
  const mend = (step: Step): Step => {
    const kept = (step.requires ?? []).filter((id) => {
      if (!requires.has(id)) return report(step.id, `"requires" names no step: "${id}"`);
      return closing.has(`${step.id} ${id}`) ? report(step.id, `"requires" runs in a circle through "${id}"; left out`) : true;
    });
    const unknown = step.when && questionsIn(step.when).filter((id) => !questions.has(id));
    if (unknown?.length) report(step.id, `"when" asks about no question: "${unknown.join('", "')}"`);
    const counts = !step.deadline || dates.has(step.deadline.from) || report(step.id, `"deadline" counts from no date question: "${step.deadline.from}"`);
    return {
      ...step, requires: kept, deadline: counts ? step.deadline : undefined,
      actors: distinct(step.actors)?.filter((id) => actors.has(id) || report(step.id, `"actors" names no actor: "${id}"`)),
      documents: distinct(step.documents)?.filter((id) => documents.has(id) || report(step.id, `"documents" names no document: "${id}"`)),
    };
  };
  return { journey: { ...journey, questions: asked, documents: papers, phases: phases.map((phase) => ({ ...phase, steps: phase.steps.map(mend) })) }, problems };
}

const distinct = (ids: readonly string[] | undefined): string[] | undefined => ids && [...new Set(ids)];

/** The needs, as `from to`, that close a circle: they lead back to a step which the walk is still within. */
function closingNeeds(requires: ReadonlyMap<string, readonly string[]>): Set<string> {
  const closing = new Set<string>();
  const within = new Map<string, boolean>();
  for (const start of requires.keys()) {
    const path: { id: string; needs: string[] }[] = [];
    const enter = (id: string): void => {
      if (within.has(id) || !requires.has(id)) return;
      within.set(id, true);
      path.push({ id, needs: [...requires.get(id)!] });
    };
    enter(start);
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const need = at.needs.pop();
      if (need === undefined) within.set(path.pop()!.id, false);
      else if (within.get(need)) closing.add(`${at.id} ${need}`);
      else enter(need);
    }
  }
  return closing;
}

/** @param id the journey that the page asks for, if any */
export function missingJourney(id: string | undefined, journeys: readonly Journey[]): Problem[] {
  return id === undefined || journeys.some((journey) => journey.id === id) ? [] : [{ path: 'journeys', reason: `There is no journey "${id}"` }];
}
