/** The further languages, each a file that is fetched when a visitor reads it. */
import { provideLocales } from './core/i18n/locales.ts';

provideLocales({
  ar: () => import('./generated/locales/ar.ts'),
  tr: () => import('./generated/locales/tr.ts'),
  uk: () => import('./generated/locales/uk.ts'),
});
