/** What a calendar says of an event, as plain text. */
import type { Event } from '../../model/event.ts';
import type { Text } from '../../model/text.ts';

/** The words of a text that the visitor reads; empty where there are none. */
export type Words = (text: Text | undefined) => string;

/** What stands before a link in the description, in the visitor's language: "Registration". */
export interface LinkLabels {
  registration?: string;
  conference?: string;
}

const some = (parts: readonly (string | undefined)[], between: string): string => parts.filter(Boolean).join(between);

/** Summary, description, and where to register and to take part. */
export function plainDescription({ summary, description, registration, conference, url }: Event, text: Words, labels: LinkLabels = {}): string {
  const links = [[labels.registration, registration?.url], [labels.conference, conference], [undefined, url]] as const;
  const each = links.map(([label, address], index) => (address && links.findIndex((link) => link[1] === address) === index ? some([label, address], ': ') : undefined));
  return some([text(summary), text(description), some(each, '\n')], '\n\n');
}

/** Place and postal address in one line. */
export function plainLocation({ place, address }: Event, text: Words): string {
  const { street, postalCode, city, country, note } = address ?? {};
  const parts = [text(place), text(note), street, some([postalCode, city], ' '), country];
  return some([...new Set(parts)], ', ').replace(/\s*\n\s*/g, ', ');
}
