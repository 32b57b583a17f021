/** Registers every widget. */
import './define/onboarding-calendar.ts';
import './define/onboarding-directory.ts';
import './define/onboarding-journey.ts';
import './define/onboarding-newsletter.ts';
