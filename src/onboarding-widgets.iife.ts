/**
 * The drop-in as one classic script. What only some pages need lies beside it: the further languages (`locales/`), the map,
 * the cleaner of markup, the formats besides our own; rollup.config.mjs says what.
 */
import './setup.ts';
import { fetched } from './beside.ts';
import { defineElement } from './core/define-element.ts';
import { provideLocales, type LocaleLoaders } from './core/i18n/locales.ts';
import { mountWidgets } from './core/mount.ts';
import * as german from './generated/locales/de.ts';
import { OnboardingCalendar } from './widgets/onboarding-calendar/onboarding-calendar.ts';
import { OnboardingDirectory } from './widgets/onboarding-directory/onboarding-directory.ts';
import { OnboardingJourney } from './widgets/onboarding-journey/onboarding-journey.ts';
import { OnboardingNewsletter } from './widgets/onboarding-newsletter/onboarding-newsletter.ts';

provideLocales({ de: async () => german });
provideLocales(Object.fromEntries(['ar', 'tr', 'uk'].map((locale) => [locale, () => fetched(`locales/${locale}.js`)])) as LocaleLoaders);

mountWidgets({
  calendar: async () => defineElement('onboarding-calendar', OnboardingCalendar),
  directory: async () => defineElement('onboarding-directory', OnboardingDirectory),
  journey: async () => defineElement('onboarding-journey', OnboardingJourney),
  newsletter: async () => defineElement('onboarding-newsletter', OnboardingNewsletter),
});
