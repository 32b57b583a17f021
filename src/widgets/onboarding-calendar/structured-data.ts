/** What is shown, as schema.org Event in the host page's head, for search engines. Only where the page asks for it. */
import { html, render } from 'lit';
import { DAY, MINUTE, writeEventTime, type WallTime } from '../../model/wall-time.ts';
import { instantOf } from '../../model/zone-offsets.ts';
import type { Occurrence } from '../../model/occurrences.ts';
import type { Content } from '../../core/content.ts';

const schema = (name: string): string => `https://schema.org/${name}`;

/** Wall time with the offset of its zone: `2026-12-03T17:00+01:00`. */
function written(wall: WallTime, { allDay, zone }: Occurrence): string {
  const day = writeEventTime(wall, allDay);
  if (allDay) return day;
  const minutes = Math.round((wall - instantOf(wall, zone)) / MINUTE);
  const two = (count: number): string => String(Math.floor(count)).padStart(2, '0');
  return `${day}${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

export function eventSchema(occurrence: Occurrence, content: Content): object {
  const { event, start, end, allDay } = occurrence;
  const { title, summary, description, status, online, place, address, conference, url, organizer, image, free, languages } = event;
  const text = content.plain.bind(content);
  const onSite = place || address ? [{
    '@type': 'Place', name: text(place) || undefined,
    address: address && { '@type': 'PostalAddress', streetAddress: address.street, postalCode: address.postalCode, addressLocality: address.city, addressCountry: address.country },
  }] : [];
  const virtual = online && (conference ?? url) ? [{ '@type': 'VirtualLocation', url: conference ?? url }] : [];
  const mode = online ? (onSite.length ? 'Mixed' : 'Online') : 'Offline';
  return {
    '@context': schema(''), '@type': 'Event', name: text(title), description: text(summary ?? description) || undefined,
    startDate: written(start, occurrence),
    // The last day belongs to an all-day event of schema.org.
    endDate: end > start ? written(allDay ? end - DAY : end, occurrence) : undefined,
    eventStatus: schema(status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'), eventAttendanceMode: schema(`${mode}EventAttendanceMode`),
    location: [...onSite, ...virtual], url, image: image?.url, isAccessibleForFree: free, inLanguage: languages,
    organizer: organizer?.name && { '@type': 'Organization', name: text(organizer.name), url: organizer.url },
  };
}

export class StructuredData {
  #script?: HTMLScriptElement;

  show(occurrences: readonly Occurrence[], content: Content): void {
    // What ends the script element in a text would otherwise end it here.
    const json = JSON.stringify(occurrences.map((occurrence) => eventSchema(occurrence, content))).replace(/</g, '\\u003c');
    if (this.#script?.textContent === json && this.#script.isConnected) return;
    this.remove();
    // A script out of a template counts as run: pages with Trusted Types would refuse the text of any other, though it is data.
    const made = new DocumentFragment();
    render(html`<script type="application/ld+json" data-onboarding-own></script>`, made);
    this.#script = made.querySelector('script')!;
    this.#script.append(json);
    Document.prototype.querySelector.call(document, 'head')?.append(this.#script);
  }

  remove(): void {
    this.#script?.remove();
    this.#script = undefined as never;
  }
}
