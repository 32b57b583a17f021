/** Registers `<onboarding-newsletter>`. */
import '../setup.ts';
import { defineElement } from '../core/define-element.ts';
import { provideLocales } from '../core/i18n/locales.ts';
import { texts } from '../generated/texts/newsletter.ts';
import { OnboardingNewsletter } from '../widgets/onboarding-newsletter/onboarding-newsletter.ts';

provideLocales(texts, 'newsletter');
defineElement('onboarding-newsletter', OnboardingNewsletter);
