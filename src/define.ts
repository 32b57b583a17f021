/** Registers every widget. */
import './define/onboarding-journey.ts';
