/** Seven days of opening hours as slots. */
import type { OpeningHours } from '../../model/schedule.ts';
import type { WireDay } from './wire.ts';

type Slot = OpeningHours['slots'][number];

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

/** `10:00:00` as `10:00`. */
const minutes = (time: string): string => time.trim().slice(0, 5);

/** The form of the server takes no later end of a day than its last minute. */
const closing = (time: string): string => (minutes(time) === '23:59' ? '24:00' : minutes(time));

const zonesOf = (days: readonly WireDay[]): string[] =>
  [...new Set(days.flatMap(({ timeSlots }) => timeSlots ?? []).flatMap(({ timezone }) => timezone?.trim() || []))];

function spans({ allDay, closed, appointmentOnly, timeSlots }: WireDay): Omit<Slot, 'days'>[] {
  if (closed) return [];
  const byAppointment = appointmentOnly ? true : undefined;
  const slots = (timeSlots ?? []).map(({ start, end }) => ({ opens: minutes(start), closes: closing(end), byAppointment }));
  // A day by appointment usually comes without times: any time of that day that is agreed.
  return allDay || (appointmentOnly && !slots.length) ? [{ opens: '00:00', closes: '24:00', byAppointment }] : slots;
}

/**
 * @param days Monday to Sunday; missing means unknown, and nothing is claimed
 * @param report called with a sentence where the hours cannot be told
 */
export function readHours(days: readonly WireDay[] | null | undefined, temporarilyClosed: boolean, report: (reason: string) => void): OpeningHours | undefined {
  if (!days) return temporarilyClosed ? { slots: [], temporarilyClosed } : undefined;
  const [timeZone, ...others] = zonesOf(days);
  if (others.length) {
    report('Opening hours in more than one time zone');
    return undefined;
  }
  const slots = new Map<string, Slot>();
  days.forEach((day, index) => {
    for (const span of spans(day)) {
      const key = JSON.stringify(span);
      slots.set(key, { ...span, days: [...(slots.get(key)?.days ?? []), DAYS[index] ?? 'su'] });
    }
  });
  const all = [...slots.values()];
  return {
    slots: all,
    byAppointmentOnly: all.length > 0 && all.every(({ byAppointment }) => byAppointment) ? true : undefined,
    temporarilyClosed: temporarilyClosed || undefined,
    timeZone,
  };
}
