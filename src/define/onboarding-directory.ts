/** Registers `<onboarding-directory>`. */
import '../setup.ts';
import { defineElement } from '../core/define-element.ts';
import { provideLocales } from '../core/i18n/locales.ts';
import { texts as behind } from '../generated/texts/directory-behind.ts';
import { texts } from '../generated/texts/directory.ts';
import { OnboardingDirectory } from '../widgets/onboarding-directory/onboarding-directory.ts';

provideLocales(texts, 'directory');
provideLocales(behind, 'directory-behind');
defineElement('onboarding-directory', OnboardingDirectory);
