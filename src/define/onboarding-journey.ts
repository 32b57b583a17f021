/** Registers `<onboarding-journey>`. */
import '../setup.ts';
import '../setup-languages.ts';
import { defineElement } from '../core/define-element.ts';
import { OnboardingJourney } from '../widgets/onboarding-journey/onboarding-journey.ts';

defineElement('onboarding-journey', OnboardingJourney);
