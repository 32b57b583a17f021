/** Registers `<onboarding-calendar>`. */
import '../setup.ts';
import { defineElement } from '../core/define-element.ts';
import { provideLocales } from '../core/i18n/locales.ts';
import { texts as behind } from '../generated/texts/calendar-behind.ts';
import { texts } from '../generated/texts/calendar.ts';
import { OnboardingCalendar } from '../widgets/onboarding-calendar/onboarding-calendar.ts';

provideLocales(texts, 'calendar');
provideLocales(behind, 'calendar-behind');
defineElement('onboarding-calendar', OnboardingCalendar);
