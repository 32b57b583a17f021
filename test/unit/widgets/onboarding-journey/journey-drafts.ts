/** Journeys in a line or two, for tests. */
import type { Answers } from '../../../../src/model/condition.ts';
import type { Journey, Question, Step } from '../../../../src/model/journey.ts';
import type { HolidaySite } from '../../../../src/model/public-holidays.ts';
import { journeyView } from '../../../../src/widgets/onboarding-journey/journey-state.ts';
import type { JourneyView } from '../../../../src/widgets/onboarding-journey/plan.ts';

export const TODAY = '2026-11-23';

export type Draft = Partial<Step> & { id: string };

const question = (id: string, type: Question['type'], rest: Partial<Question> = {}, options: string[] = ['x', 'y', 'z']): Question =>
  ({ id, type, label: id, ...(type !== 'date' && { options: options.map((option) => ({ id: option, label: option })) }), ...rest }) as Question;
export const single = (id: string, rest?: Partial<Question>) => question(id, 'single', rest);
export const multiple = (id: string, rest?: Partial<Question>) => question(id, 'multiple', rest);
export const day = (id: string, rest?: Partial<Question>) => question(id, 'date', rest);

export const draft = (phases: Draft[][], rest: Partial<Journey> = {}): Journey =>
  ({ id: 'worker', title: 'Worker', phases: phases.map((steps, index) => ({ id: `phase-${index}`, title: 'P', steps: steps.map((step) => ({ title: step.id, ...step })) })), ...rest }) as Journey;

interface Visit { answers?: Answers; done?: string[]; skipped?: string[]; documents?: string[]; today?: string; site?: HolidaySite }

export const look = (journey: Journey, { answers = {}, done = [], skipped = [], documents = [], today = TODAY, site }: Visit = {}): JourneyView =>
  journeyView({ journey, answers, done: new Set(done), skipped: new Set(skipped), documents: new Set(documents), today, ...(site && { site }) });

export const ids = (views: readonly { step: Step }[]): string[] => views.map(({ step }) => step.id);
export const shown = (view: JourneyView): string[] => view.phases.flatMap(({ steps }) => ids(steps));
