/** RRULE as the model has it: only how it is written is mended here. */
import type { Component } from './components.ts';
import type { Report } from './report.ts';

const RULE = /^FREQ=[A-Z]+(?:;[A-Z]+=[\w,+-]+)*$/;

export function ruleOf({ properties }: Component, report: Report): string | undefined {
  const [rule, ...others] = properties.get('rrule') ?? [];
  if (!rule) return undefined;
  if (others.length) report('RRULE', 'Only the first of several rules is read');
  const parts = rule.values.join().replace(/\s/g, '').toUpperCase().split(';').filter(Boolean)
    .map((part) => (part.startsWith('UNTIL=') ? part.replace(/[:-]/g, '') : part));
  const text = [...parts.filter((part) => part.startsWith('FREQ=')), ...parts.filter((part) => !part.startsWith('FREQ='))].join(';');
  if (RULE.test(text)) return text;
  report('RRULE', `Cannot be read: ${text.slice(0, 80)}; only the first date is shown`, true);
  return undefined;
}
