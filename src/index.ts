/**
 * The SDK: element classes, models, sources and pure functions. Importing it registers nothing and touches no DOM;
 * `onboarding-widgets/define` registers the elements.
 */
export { OnboardingElement } from './core/onboarding-element.ts';
export { OnboardingCalendar } from './widgets/onboarding-calendar/onboarding-calendar.ts';
export { OnboardingDirectory } from './widgets/onboarding-directory/onboarding-directory.ts';
export { OnboardingJourney, type StepChangeDetail } from './widgets/onboarding-journey/onboarding-journey.ts';
export * from './widgets/onboarding-directory/directory-address.ts';
export * from './widgets/onboarding-directory/directory-state.ts';
export { provideMap, type MapModule } from './widgets/onboarding-directory/map-loader.ts';
export { distance, inArea, placeOf } from './widgets/onboarding-directory/near.ts';
export * from './widgets/onboarding-journey/journey-state.ts';
export * from './widgets/onboarding-journey/plan.ts';

export { check, safeUrl, type Checked, type Problem, type UrlKind } from './model/door.ts';
export * from './model/actor.ts';
export { dayNumber, fromDayNumber, isDay, today } from './model/civil-date.ts';
export * from './model/condition.ts';
export * from './model/day-arithmetic.ts';
export * from './model/deadline-date.ts';
export * from './model/deadline.ts';
export * from './model/endpoint.ts';
export * from './model/event.ts';
export { EventIndex } from './model/event-index.ts';
export * from './model/journey.ts';
export * from './model/mend-journey.ts';
export * from './model/map-tiles.ts';
export * from './model/newsletter.ts';
export { isRecurring, occurrencesOf, type Occurrence } from './model/occurrences.ts';
export * from './model/opening-hours.ts';
export * from './model/progress.ts';
export * from './model/public-holidays.ts';
export { expand, type Expansion, type Series, type WallSpan } from './model/recurrence.ts';
export { formatRule, parseRule, type ByDay, type Frequency, type Rule } from './model/recurrence-rule.ts';
export type { Html } from './model/rich-text.ts';
export type { OpeningHours } from './model/schedule.ts';
export type { Text } from './model/text.ts';
export { readEventTime, writeEventTime, type EventTime, type WallTime } from './model/wall-time.ts';
export { instantOf, isSkipped, wallOf } from './model/zone-offsets.ts';

export type { Source, SourceAnswer, SourceContext, SourceQuery, SourceRecords } from './sources/source.ts';
export { native } from './sources/native/native.ts';
export { icalendar } from './sources/icalendar/icalendar.ts';
export { integreat } from './sources/integreat/integreat.ts';

export { loadEndpoint, type Loaded, type LoadOptions, type Records } from './core/load/load-endpoint.ts';
export { LoadError, type FailureKind } from './core/load/load-error.ts';
export { SharedRequests } from './core/load/shared-requests.ts';
export { provideLocales, type LocaleLoaders } from './core/i18n/locales.ts';
export { provideSources, type SourceLoaders } from './core/load/page.ts';
export { provideSanitizer, type Sanitizer } from './core/sanitizer.ts';
export { fold } from './core/search/fold.ts';
export { highlight, type Part } from './core/search/highlight.ts';
export { SearchIndex, best, type Field, type Found } from './core/search/search-index.ts';
export { formatRuleSentence, readRuleWords } from './core/format-rule.ts';
export { googleLink, outlookLink, webcalLink } from './core/icalendar/calendar-links.ts';
export { writeCalendar, type CalendarItem, type CalendarOptions } from './core/icalendar/write-calendar.ts';
export { vcard, type VcardOptions } from './core/vcard.ts';
export type { ProblemDetail } from './core/report.ts';
export type { StorageKind } from './core/storage.ts';
export { version } from './version.ts';
