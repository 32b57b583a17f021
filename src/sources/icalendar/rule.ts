/** RRULE as the model has it: how it is written is mended here, and slips that would cost the series. */
import type { Component } from './components.ts';
import type { Report } from '../report.ts';

/** Parts that change nothing in the Gregorian calendar, that only some programs know, or that cannot be meant. */
const IDLE = /^(?:INTERVAL=0*|RSCALE=GREGORIAN|SKIP=.*|X-.*)$/;

const RULE = /^FREQ=[A-Z]+(?:;[A-Z]+=[\w,+-]+)*$/;

export function ruleOf({ properties }: Component, report: Report): string | undefined {
  const [rule, ...others] = properties.get('rrule') ?? [];
  if (!rule) return undefined;
  if (others.length) report('RRULE', 'Only the first of several rules is read');
  const given = rule.values.join().replace(/\s/g, '').toUpperCase().split(';').filter((part) => part && !IDLE.test(part));
  const has = (start: string): boolean => given.some((part) => part.startsWith(start));
  // Every week has one Monday, and no second.
  const numbered = !has('FREQ=WEEKLY') && !has('FREQ=DAILY');
  const both = has('COUNT=') && has('UNTIL=');
  if (both) report('RRULE', 'COUNT beside UNTIL is not read: a series has one end');
  const parts = given.filter((part) => !both || !part.startsWith('COUNT=')).map((part) => {
    if (part.startsWith('UNTIL=')) return part.replace(/[:-]/g, '');
    return part.startsWith('BYDAY=') && !numbered ? part.replace(/[+-]?\d+/g, '') : part;
  });
  const text = [...parts.filter((part) => part.startsWith('FREQ=')), ...parts.filter((part) => !part.startsWith('FREQ='))].join(';');
  if (RULE.test(text)) return text;
  report('RRULE', `Cannot be read: ${text.slice(0, 80)}; only the first date is shown`, true);
  return undefined;
}
