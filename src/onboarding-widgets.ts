/** The drop-in as an ES module: finds the widgets of the page and imports only what they, their data and their visitors need. */
import { mountWidgets } from './core/mount.ts';

mountWidgets({
  calendar: () => import('./define/onboarding-calendar.ts'),
  directory: () => import('./define/onboarding-directory.ts'),
  journey: () => import('./define/onboarding-journey.ts'),
  newsletter: () => import('./define/onboarding-newsletter.ts'),
});
