/**
 * The drop-in as one classic script. What only some pages need may lie beside it: the further languages (`locales/`), the
 * map, the cleaner of markup, the formats besides our own, and what rollup.config.mjs takes out.
 */
import { fetched } from './beside.ts';
import { defineElement } from './core/define-element.ts';
import { provideLocales, type LocaleLoaders } from './core/i18n/locales.ts';
import { mountWidgets } from './core/mount.ts';
import type { Sanitizer } from './core/sanitizer.ts';
import * as german from './generated/locales/de.ts';
import { setUpPage } from './set-up-page.ts';
import type { Source } from './sources/source.ts';
import { OnboardingCalendar } from './widgets/onboarding-calendar/onboarding-calendar.ts';
import { provideMap, type MapModule } from './widgets/onboarding-directory/map-loader.ts';
import { OnboardingDirectory } from './widgets/onboarding-directory/onboarding-directory.ts';
import { OnboardingJourney } from './widgets/onboarding-journey/onboarding-journey.ts';
import { OnboardingNewsletter } from './widgets/onboarding-newsletter/onboarding-newsletter.ts';

const format = (name: string) => async (): Promise<Source> => (await fetched(`${name}.js`) as Record<string, Source>)[name]!;

setUpPage({ integreat: format('integreat'), icalendar: format('icalendar') }, () => fetched('sanitize.js') as Promise<Sanitizer>);

provideLocales({ de: async () => german });
provideLocales(Object.fromEntries(['ar', 'tr', 'uk'].map((locale) => [locale, () => fetched(`locales/${locale}.js`)])) as LocaleLoaders);

provideMap(() => fetched('map.js') as Promise<MapModule>);

mountWidgets({
  calendar: async () => defineElement('onboarding-calendar', OnboardingCalendar),
  directory: async () => defineElement('onboarding-directory', OnboardingDirectory),
  journey: async () => defineElement('onboarding-journey', OnboardingJourney),
  newsletter: async () => defineElement('onboarding-newsletter', OnboardingNewsletter),
});
