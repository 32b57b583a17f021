/** The plan as a pure function of data, answers and ticks: which steps apply, in which phase, what waits for what. */
import { holds, type Answers } from '../../model/condition.ts';
import type { DeadlineRule } from '../../model/deadline.ts';
import type { Journey, Phase, Question, RequiredDocument, Step } from '../../model/journey.ts';

/** How many steps "what next" names at most. */
export const NEXT = 3;

export type Urgency = 'overdue' | 'soon' | 'later';

export interface DatedDeadline {
  rule: DeadlineRule;
  /** YYYY-MM-DD, the last day in time. */
  date: string;
  urgency: Urgency;
  /** In "what next": the step that has this deadline and waits for this one. */
  lentBy?: Step;
}

/** Without a date: the day it counts from is not known yet. */
export type DeadlineView = DatedDeadline | { rule: DeadlineRule; date?: undefined };

export interface StepView {
  step: Step;
  done: boolean;
  deadline?: DeadlineView;
  /** Steps to finish first that are not finished. */
  blockedBy: readonly Step[];
}

export interface PhaseView {
  phase: Phase;
  steps: readonly StepView[];
  done: number;
}

/** A step that does not apply, and why. */
export interface HiddenStep {
  step: Step;
  /** Marked by hand, or decided by the answers. */
  because: 'visitor' | 'answers';
}

export interface DocumentView {
  document: RequiredDocument;
  have: boolean;
  neededBy: readonly Step[];
}

export interface JourneyView {
  /** The questions that make sense given the answers so far. */
  questions: readonly Question[];
  answered: number;
  phases: readonly PhaseView[];
  hidden: readonly HiddenStep[];
  documents: readonly DocumentView[];
  next: readonly StepView[];
  done: number;
  total: number;
}

/** What the visitor ticked and answered, and what that means for deadlines. */
export interface PlanInput {
  answers: Answers;
  /** Ids of steps the visitor ticked, and of those marked "I already have this". */
  done: ReadonlySet<string>;
  skipped: ReadonlySet<string>;
  deadline: (rule: DeadlineRule) => DeadlineView;
}

export function planOf(journey: Journey, { answers, done, skipped, deadline }: PlanInput): Pick<JourneyView, 'phases' | 'hidden' | 'done' | 'total'> {
  const all = journey.phases.flatMap(({ steps }) => steps);
  const hidden = all.flatMap((step): HiddenStep[] => {
    if (skipped.has(step.id)) return [{ step, because: 'visitor' }];
    return step.when && holds(step.when, answers) === false ? [{ step, because: 'answers' }] : [];
  });
  const away = new Set(hidden.map(({ step }) => step.id));
  const applying = new Map(all.filter(({ id }) => !away.has(id)).map((step) => [step.id, step]));
  const view = (step: Step): StepView => ({
    step,
    done: done.has(step.id),
    ...(step.deadline && { deadline: deadline(step.deadline) }),
    blockedBy: [...new Set(step.requires)].flatMap((id) => (done.has(id) ? [] : (applying.get(id) ?? []))),
  });
  const phases = journey.phases
    .map((phase) => ({ phase, steps: phase.steps.filter(({ id }) => applying.has(id)).map(view) }))
    .map(({ phase, steps }): PhaseView => ({ phase, steps, done: steps.filter((step) => step.done).length }));
  return { phases, hidden, done: phases.reduce((sum, phase) => sum + phase.done, 0), total: applying.size };
}

/** Asked only where it makes sense and can be answered. */
export const isAsked = ({ type, options, when }: Question, answers: Answers): boolean =>
  (type === 'date' || Boolean(options?.length)) && (!when || holds(when, answers) !== false);

/** What a visitor sees who has not answered or ticked anything: needs no calendar, so it is on the screen sooner. */
export function firstView(journey: Journey): JourneyView {
  const plan = planOf(journey, { answers: {}, done: new Set(), skipped: new Set(), deadline: (rule) => ({ rule }) });
  return {
    ...plan, answered: 0, documents: [],
    questions: (journey.questions ?? []).filter((question) => isAsked(question, {})),
    next: plan.phases.flatMap(({ steps }) => steps).filter(({ blockedBy }) => !blockedBy.length).slice(0, NEXT),
  };
}
