/** Addresses of a feed: pages, meetings, pictures, people. */
import { safeUrl, type UrlKind } from '../../model/door.ts';
import type { Property } from './components.ts';

type Report = (property: string, reason: string) => void;

/** @returns only an address that stands for itself: one without a protocol would be taken for one on the feed's server */
export function addressOf(name: string, properties: readonly Property[] = [], report: Report, kind: UrlKind = 'link'): string | undefined {
  const given = properties.map(({ values }) => values.join().trim()).filter(Boolean);
  for (const raw of given) {
    const address = safeUrl(raw, undefined, kind);
    if (address) return address;
  }
  if (given[0]) report(name, `Address refused: ${JSON.stringify(given[0].slice(0, 80))}`);
  return undefined;
}

const MEETING = /^(?:[\w-]+\.)*(?:zoom\.us|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|webex\.com|meet\.jit\.si|gotomeeting\.com|whereby\.com)$|^(?:bbb\d*|bigbluebutton|jitsi|meet)\./;

/** Where people meet by video, as far as the host says so. */
export const isMeeting = (address: string): boolean => MEETING.test(new URL(address).hostname);

const MAP = /^https:\/\/(?:[\w-]+\.)*(?:maps\.|google\.[a-z.]+\/maps|goo\.gl\/maps|openstreetmap\.|osm\.)/i;

/** Whether a LOCATION is no place but an address: nothing else stands there, and it shows no map. */
export function isLink({ values }: Property): boolean {
  const raw = values.join().trim();
  return /^https:\/\/\S+$/i.test(raw) && !MAP.test(raw) && safeUrl(raw, undefined, 'link') !== undefined;
}

/** A picture needs words; a feed has none but the event's title. */
export function pictureOf(image: readonly Property[] = [], attach: readonly Property[] = [], report: Report): string | undefined {
  const pictures = [...image, ...attach.filter(({ params }) => params.fmttype?.toLowerCase().startsWith('image/'))];
  return addressOf('IMAGE', pictures.filter(({ type }) => type !== 'binary'), report, 'image');
}

/** Some write names percent-encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const EMAIL = /^mailto:([^\s@<>"?&%]{1,64}@[^\s@<>"?&%]{1,180})$/i;
/** Google's calendars are their own organisers, and nobody reads what is sent to them. */
const NOBODY = /@(?:[\w-]+\.)?calendar\.google\.com$/i;

export function organizerOf([organizer]: readonly Property[] = []): { name?: string; email?: string } | undefined {
  if (!organizer) return undefined;
  const email = EMAIL.exec(organizer.values.join().trim())?.[1];
  if (email && NOBODY.test(email)) return undefined;
  const name = decoded(organizer.params.cn ?? '').trim();
  return name || email ? { ...(name && { name }), ...(email && { email }) } : undefined;
}
