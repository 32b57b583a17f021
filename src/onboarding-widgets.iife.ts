/** The drop-in as one classic script: everything inside but the further languages and the map, which may lie beside it as `locales/` and `map.js`. */
import './setup.ts';
import { defineElement } from './core/define-element.ts';
import { provideLocales, type LocaleLoaders } from './core/i18n/locales.ts';
import { mountWidgets } from './core/mount.ts';
import * as german from './generated/locales/de.ts';
import { ownScript } from './core/own-script.ts';
import { importModule } from './import-module.js';
import { provideMap, type MapModule } from './widgets/onboarding-directory/map-loader.ts';
import { OnboardingDirectory } from './widgets/onboarding-directory/onboarding-directory.ts';
import { OnboardingJourney } from './widgets/onboarding-journey/onboarding-journey.ts';

const beside = ownScript()?.src ?? document.baseURI;

provideLocales({ de: async () => german });
provideLocales(Object.fromEntries(['ar', 'tr', 'uk'].map((locale) => [locale, () => importModule(new URL(`locales/${locale}.js`, beside).href)])) as LocaleLoaders);

provideMap(() => importModule(new URL('map.js', beside).href) as Promise<MapModule>);

mountWidgets({
  directory: async () => defineElement('onboarding-directory', OnboardingDirectory),
  journey: async () => defineElement('onboarding-journey', OnboardingJourney),
});
