/** Registers `<onboarding-journey>`. */
import '../setup.ts';
import { defineElement } from '../core/define-element.ts';
import { provideLocales } from '../core/i18n/locales.ts';
import { texts as behind } from '../generated/texts/journey-behind.ts';
import { texts } from '../generated/texts/journey.ts';
import { OnboardingJourney } from '../widgets/onboarding-journey/onboarding-journey.ts';

provideLocales(texts, 'journey');
provideLocales(behind, 'journey-behind');
defineElement('onboarding-journey', OnboardingJourney);
