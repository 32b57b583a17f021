/**
 * What stands behind buttons and below the steps, and the visitor's own data. It is a chunk of its own that comes with the
 * visitor's first sign of life (a key, a touch, a scroll), so that the plan itself is on a cheap phone's screen sooner.
 */
export { ActorCards } from '../../core/actor/actor-cards.ts';
export { cardContext } from '../../core/actor/card-context.ts';
export { actor as actorSchema } from '../../model/actor.ts';
export { mendJourney, missingJourney } from '../../model/mend-journey.ts';
export { afterSteps } from './after-steps.ts';
export { chooserPart, otherJourneyButton } from './chooser.ts';
export { journeyView } from './journey-state.ts';
export { composedRule, datedDeadline } from './dated-deadline.ts';
export { JourneySession } from './journey-session.ts';
export { questionsForm } from './questions.ts';
export { stepDetails } from './step-details.ts';
export { StepEvents } from './step-events.ts';
export { styles } from './behind.styles.ts';
