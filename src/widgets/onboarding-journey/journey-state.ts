/** What the journey shows, as a pure function of data, answers, ticks and the day. */
import { holds, type Answer, type Answers } from '../../model/condition.ts';
import { deadlineDate, type DeadlineRule } from '../../model/deadline.ts';
import { addDays, dayNumber } from '../../model/civil-date.ts';
import type { Journey, Phase, Question, RequiredDocument, Step } from '../../model/journey.ts';

/** Days before a deadline from which it counts as due soon. */
export const SOON = 14;
/** How many steps "what next" names at most. */
const NEXT = 3;

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

export interface JourneyInput {
  journey: Journey;
  answers: Answers;
  /** Ids of steps the visitor ticked, and of those marked "I already have this". */
  done: ReadonlySet<string>;
  skipped: ReadonlySet<string>;
  /** Ids of documents the visitor has. */
  documents: ReadonlySet<string>;
  /** YYYY-MM-DD in the site's zone. */
  today: string;
  holidays?: ReadonlySet<string>;
}

export function journeyView(input: JourneyInput): JourneyView {
  const { journey, answers, done, skipped, today, holidays } = input;
  // An answer to a question that no longer makes sense is kept, but decides nothing.
  const valid: Record<string, Answer | undefined> = {};
  const questions = (journey.questions ?? []).filter(({ id, when }) => {
    if (when && holds(when, valid) === false) return false;
    valid[id] = answers[id];
    return true;
  });
  const all = journey.phases.flatMap(({ steps }) => steps);
  const hidden = all.flatMap((step): HiddenStep[] => {
    if (skipped.has(step.id)) return [{ step, because: 'visitor' }];
    return step.when && holds(step.when, valid) === false ? [{ step, because: 'answers' }] : [];
  });
  const away = new Set(hidden.map(({ step }) => step.id));
  const applying = new Map(all.filter(({ id }) => !away.has(id)).map((step) => [step.id, step]));
  const view = (step: Step): StepView => ({
    step,
    done: done.has(step.id),
    ...(step.deadline && { deadline: deadlineView(step.deadline, valid, today, holidays) }),
    blockedBy: (step.requires ?? []).flatMap((id) => (done.has(id) ? [] : (applying.get(id) ?? []))),
  });
  const phases = journey.phases
    .map((phase) => ({ phase, steps: phase.steps.filter(({ id }) => applying.has(id)).map(view) }))
    .map(({ phase, steps }): PhaseView => ({ phase, steps, done: steps.filter((step) => step.done).length }));
  const steps = phases.flatMap((phase) => phase.steps);
  return {
    questions,
    answered: questions.filter(({ id }) => answers[id] !== undefined).length,
    phases,
    hidden,
    documents: documentViews(journey, [...applying.values()], input.documents),
    next: nextSteps(steps),
    done: steps.filter((step) => step.done).length,
    total: steps.length,
  };
}

function deadlineView(rule: DeadlineRule, answers: Answers, today: string, holidays?: ReadonlySet<string>): DeadlineView {
  const from = answers[rule.from];
  // An answer may be of another kind than the data expect by now.
  if (typeof from !== 'string' || Number.isNaN(dayNumber(from))) return { rule };
  const date = deadlineDate(rule, from, holidays);
  const urgency = date < today ? 'overdue' : date <= addDays(today, SOON) ? 'soon' : 'later';
  return { rule, date, urgency };
}

function documentViews(journey: Journey, steps: readonly Step[], have: ReadonlySet<string>): DocumentView[] {
  return (journey.documents ?? [])
    .map((document) => ({ document, have: have.has(document.id), neededBy: steps.filter((step) => step.documents?.includes(document.id)) }))
    .filter(({ neededBy }) => neededBy.length);
}

/**
 * The steps that matter now: overdue, then due soon (the earlier day first), then the unblocked ones in the journey's order.
 * A step that has to wait for another lends that one its deadline, because that is where the visitor can act.
 */
export function nextSteps(steps: readonly StepView[]): StepView[] {
  const byId = new Map(steps.map((view) => [view.step.id, view]));
  const pressing = new Map<string, DatedDeadline>();
  const press = (view: StepView, deadline: DatedDeadline, owner: Step): void => {
    const known = pressing.get(view.step.id);
    if (view.done || (known && known.date <= deadline.date)) return;
    pressing.set(view.step.id, view.step === owner ? deadline : { ...deadline, lentBy: owner });
    for (const { id } of view.blockedBy) {
      const blocker = byId.get(id);
      if (blocker) press(blocker, deadline, owner);
    }
  };
  for (const view of steps) if (view.deadline?.date && view.deadline.urgency !== 'later') press(view, view.deadline, view.step);
  const due = ({ step }: StepView): string => pressing.get(step.id)?.date ?? '9999';
  return steps
    .filter((view) => !view.done && !view.blockedBy.length)
    .sort((one, other) => (due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : 0))
    .slice(0, NEXT)
    .map((view) => ({ ...view, deadline: pressing.get(view.step.id) ?? view.deadline }));
}
