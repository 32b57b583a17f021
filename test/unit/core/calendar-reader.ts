/** Reads a calendar file back: the lines by ical.js, what they mean by these few functions, which share nothing with the writer. */
import ICAL from 'ical.js';
import type { Event, Override } from '../../../src/model/event.ts';

type Property = [name: string, parameters: Record<string, string>, type: string, ...values: unknown[]];
export type Component = [name: string, properties: Property[], components: Component[]];

export const calendarOf = (file: string): Component => ICAL.parse(file) as unknown as Component;
export const componentsOf = ([, , components]: Component, name: string): Component[] => components.filter(([own]) => own === name);
export const propertiesOf = ([, properties]: Component, name: string): Property[] => properties.filter(([own]) => own === name);
export const valueOf = (component: Component, name: string): unknown => propertiesOf(component, name)[0]?.[3];

/** jCal writes times as the model does, with seconds. */
const times = (component: Component, name: string): string[] => propertiesOf(component, name).flatMap(([, , , ...values]) => values as string[]);

/** The lines of a property as they stand in the file, unfolded. */
export const linesOf = (file: string, name: string): string[] => file.replaceAll('\r\n ', '').split('\r\n').filter((line) => new RegExp(`^${name}[:;]`).test(line));

function override(component: Component): Override {
  const [recurrenceId, start, end] = ['recurrence-id', 'dtstart', 'dtend'].map((name) => times(component, name)[0]);
  const status = valueOf(component, 'status') as string | undefined;
  return { recurrenceId: recurrenceId!, start, ...(end && { end }), title: valueOf(component, 'summary') as string, ...(status && { status: status.toLowerCase() as 'confirmed' }) };
}

/** The series of a file as an event of the model. */
export function seriesFrom(file: string): Event {
  const events = componentsOf(calendarOf(file), 'vevent');
  const main = events.find((event) => !propertiesOf(event, 'recurrence-id').length)!;
  const [, { tzid }] = propertiesOf(main, 'dtstart')[0]!;
  const [end] = times(main, 'dtend');
  const rule = linesOf(file.slice(file.indexOf('BEGIN:VEVENT')), 'RRULE')[0]?.slice('RRULE:'.length);
  return {
    id: 'read', title: valueOf(main, 'summary') as string, start: times(main, 'dtstart')[0]!, ...(end && { end }), ...(tzid && { timeZone: tzid }), ...(rule && { recurrence: rule }),
    exceptions: times(main, 'exdate'), additions: times(main, 'rdate'), overrides: events.filter((event) => event !== main).map(override),
  } as Event;
}

/** What a calendar program makes of wall times by the VTIMEZONE in the file alone, epoch ms; ical.js reads it. */
export function instantsByFile(file: string): (wall: string) => number {
  const [component] = componentsOf(calendarOf(file), 'vtimezone');
  const zone = new ICAL.Timezone(new ICAL.Component(component as unknown as unknown[]));
  return (wall) => {
    const time = ICAL.Time.fromDateTimeString(wall, undefined as never);
    time.zone = zone;
    return time.toUnixTime() * 1_000;
  };
}
