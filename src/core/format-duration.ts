import { cached, supportedLanguage } from './format.ts';

export interface Duration { years?: number; months?: number; weeks?: number; days?: number }

/** "2 weeks", "1 year 6 months"; empty for no time at all. */
export function formatDuration(duration: Duration, chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  const units = [['years', 'year'], ['months', 'month'], ['weeks', 'week'], ['days', 'day']] as const;
  return units
    .filter(([field]) => duration[field])
    .map(([field, unit]) => cached(`unit ${language} ${unit}`, () => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })).format(duration[field]!))
    .join(' ');
}
