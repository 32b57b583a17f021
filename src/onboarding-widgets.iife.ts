/** The drop-in as one classic script: everything inside but the further languages, which may lie beside it in `locales/`. */
import './setup.ts';
import { defineElement } from './core/define-element.ts';
import { provideLocales, type LocaleLoaders } from './core/i18n/locales.ts';
import { mountWidgets } from './core/mount.ts';
import * as german from './generated/locales/de.ts';
import { ownScript } from './core/own-script.ts';
import { importModule } from './import-module.js';
import { OnboardingJourney } from './widgets/onboarding-journey/onboarding-journey.ts';

const beside = ownScript()?.src ?? document.baseURI;

provideLocales({ de: async () => german });
provideLocales(Object.fromEntries(['ar', 'tr', 'uk'].map((locale) => [locale, () => importModule(new URL(`locales/${locale}.js`, beside).href)])) as LocaleLoaders);

mountWidgets({
  journey: async () => defineElement('onboarding-journey', OnboardingJourney),
});
