/** Registers every widget. */
import './define/onboarding-directory.ts';
import './define/onboarding-journey.ts';
