/** A deadline for the visitor's own calendar. Fetched when they ask for it. */
import { msg, str } from '@lit/localize';
import type { Step } from '../../model/journey.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import { deepLink } from '../../core/deep-link.ts';
import { downloadFile } from '../../core/share.ts';
import type { JourneyContext } from './journey-context.ts';

/** Nine in the morning three days before, in minutes before the midnight the day begins with: early enough to get an appointment's papers together. */
const ALARM = 3 * 24 * 60 - 9 * 60;

/** @param date YYYY-MM-DD */
export async function saveDeadline({ id, title, summary }: Step, date: string, { content, journey }: JourneyContext): Promise<void> {
  const { writeCalendar } = await import('../../core/icalendar/write-calendar.ts');
  const url = new URL(deepLink('step', id), location.href).href;
  const event = { id: `${journey.id}-${id}`, title: msg(str`Deadline: ${content.plain(title)}`), summary: content.plain(summary), start: date, url };
  downloadFile(`${id.replace(/[^\w-]/g, '-')}.ics`, 'text/calendar', writeCalendar([{ event, alarmMinutes: ALARM }], {
    siteZone: DEFAULT_TIME_ZONE, text: (text) => content.plain(text), site: location.hostname, now: new Date(),
  }));
}
