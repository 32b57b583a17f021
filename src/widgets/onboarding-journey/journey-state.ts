/** What the journey shows, as a pure function of data, answers, ticks and the day. */
import type { Answer, Answers } from '../../model/condition.ts';
import type { DeadlineRule } from '../../model/deadline.ts';
import { deadlineDate } from '../../model/deadline-date.ts';
import { addDays, isPlausibleDay, type Holidays } from '../../model/day-arithmetic.ts';
import type { Journey, Question, Step } from '../../model/journey.ts';
import { holidayCalendar, type HolidaySite } from '../../model/public-holidays.ts';
import { NEXT, isAsked, planOf, type DatedDeadline, type DeadlineView, type DocumentView, type JourneyView, type StepView } from './plan.ts';

/** Days before a deadline from which it counts as due soon. */
export const SOON = 14;
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
  /** Whose public holidays move deadlines; missing: none are known. */
  site?: HolidaySite;
}

export function journeyView(input: JourneyInput): JourneyView {
  const { journey, answers, done, skipped, today, site = {} } = input;
  const { questions, valid } = asked(journey.questions ?? [], answers);
  const holidays = holidayCalendar(site);
  const plan = planOf(journey, { answers: valid, done, skipped, deadline: (rule) => deadlineView(rule, valid, today, holidays) });
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const away = new Set(plan.hidden.map(({ step }) => step.id));
  const applying = journey.phases.flatMap((phase) => phase.steps).filter(({ id }) => !away.has(id));
  return {
    ...plan, questions,
    answered: Object.keys(valid).length,
    documents: documentViews(journey, applying, input.documents),
    next: nextSteps(steps),
  };
}

/**
 * The questions that make sense, each given the answers to those before it. An answer to another question, or one that its
 * question no longer offers, is kept but decides nothing.
 */
function asked(all: readonly Question[], answers: Answers): { questions: Question[]; valid: Answers } {
  const valid = Object.create(null) as Record<string, Answer>;
  const questions = all.filter((question) => {
    if (!isAsked(question, valid)) return false;
    const answer = Object.hasOwn(answers, question.id) ? offered(question, answers[question.id]) : undefined;
    if (answer !== undefined) valid[question.id] = answer;
    return true;
  });
  return { questions, valid };
}

function offered({ type, options = [] }: Question, answer: Answer = []): Answer | undefined {
  const given = typeof answer === 'string' ? [answer] : answer;
  const known = given.filter((entry) => (type === 'date' ? isPlausibleDay(entry) : options.some(({ id }) => id === entry)));
  return type === 'multiple' && known.length ? known : known[0];
}

function deadlineView(rule: DeadlineRule, answers: Answers, today: string, holidays: Holidays): DeadlineView {
  const from = answers[rule.from];
  // An answer may be of another kind than the data expect by now.
  if (typeof from !== 'string' || !isPlausibleDay(from)) return { rule };
  const date = deadlineDate(rule, from, holidays);
  const urgency = date < today ? 'overdue' : date <= addDays(today, SOON) ? 'soon' : 'later';
  return { rule, date, urgency };
}

function documentViews(journey: Journey, steps: readonly Step[], have: ReadonlySet<string>): DocumentView[] {
  const neededBy = new Map(journey.documents?.map(({ id }) => [id, new Set<Step>()]));
  for (const step of steps) for (const id of step.documents ?? []) neededBy.get(id)?.add(step);
  return (journey.documents ?? [])
    .map((document) => ({ document, have: have.has(document.id), neededBy: [...neededBy.get(document.id)!] }))
    .filter(({ neededBy }) => neededBy.length);
}

/**
 * The steps that matter now: overdue, then due soon (the earlier day first), then the unblocked ones in the journey's order.
 * A step that has to wait for another lends that one its deadline, because that is where the visitor can act.
 */
export function nextSteps(steps: readonly StepView[]): StepView[] {
  const byId = new Map(steps.map((view) => [view.step.id, view]));
  const pressing = new Map<string, DatedDeadline>();
  const owners = steps.filter(({ done, deadline }) => !done && deadline?.date && deadline.urgency !== 'later');
  for (const owner of owners.sort((one, other) => one.deadline!.date!.localeCompare(other.deadline!.date!))) {
    const deadline = owner.deadline as DatedDeadline;
    const waiting = [owner.step.id];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const view = byId.get(id);
      if (!view || pressing.has(id)) continue;
      pressing.set(id, view === owner ? deadline : { ...deadline, lentBy: owner.step });
      waiting.push(...view.blockedBy.map((blocker) => blocker.id));
    }
  }
  const due = ({ step }: StepView): string => pressing.get(step.id)?.date ?? '9999';
  return steps
    .filter((view) => !view.done && !view.blockedBy.length)
    .sort((one, other) => (due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : 0))
    .slice(0, NEXT)
    .map((view) => ({ ...view, deadline: pressing.get(view.step.id) ?? view.deadline }));
}
