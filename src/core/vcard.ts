/** An actor for the visitor's address book: vCard 4.0, RFC 6350. There is no photo in it, so that an address book that opens it asks nobody. */
import type { Actor, Contact, PostalAddress } from '../model/actor.ts';
import type { Text } from '../model/text.ts';
import { folded, printable, uriValue } from './content-line.ts';
import { htmlLang } from './i18n/languages.ts';
import { dialled } from './telephone.ts';

export interface VcardOptions {
  /** The words of a text that the visitor reads; empty where there are none. */
  text: (text: Text | undefined) => string;
  /** Tag of the visitor's language. */
  lang: string;
  /** What tells this site's ids from those of others: `site.id` or the endpoint's address. Without it there is no UID, because a wrong one merges strangers. */
  site?: string;
}

/** @returns the whole file, lines of at most 75 octets that end with CRLF */
export function vcard(actor: Actor, { text, lang, site }: VcardOptions): string {
  const { id, name, official, summary, address, geo, languages = [], contacts = [], updated } = actor;
  const shown = text(name) || official || id;
  const language = (of: Text): string => (typeof of === 'object' && Object.hasOwn(of, lang) && of[lang] ? `;LANGUAGE=${parameter(htmlLang(lang))}` : '');
  let items = 0;
  // Address books show the label of an item beside it, where they have no field for the people behind a desk.
  const labelled = (contact: Contact): string[] => {
    const label = [contact.name, contact.responsibility].map(text).filter(Boolean).join(', ');
    return reach(contact).flatMap((line) => (label ? [`item${++items}.${line}`, `item${items}.X-ABLabel:${escaped(label)}`] : [line]));
  };
  return [
    'BEGIN:VCARD', 'VERSION:4.0', 'KIND:org',
    `FN${language(name)}:${escaped(shown)}`,
    official ? `ORG;LANGUAGE=de:${part(official)}` : `ORG${language(name)}:${part(shown)}`,
    ...reach(actor),
    ...contacts.flatMap(labelled),
    address && postal(address, text(address.note)),
    geo && `GEO:geo:${degrees(geo.latitude)},${degrees(geo.longitude)}`,
    ...[...new Set(languages.map(htmlLang))].map((tag, index) => `LANG;PREF=${Math.min(index + 1, 100)}:${uriValue(tag)}`),
    text(summary) && `NOTE${language(summary!)}:${escaped(text(summary))}`,
    site && `UID;VALUE=text:${escaped(`${site}#${id}`)}`,
    updated && `REV:${uriValue(updated.replaceAll('-', ''))}T000000Z`,
    'END:VCARD',
  ].filter((line) => !!line).map((line) => folded(line as string)).join('');
}

function reach({ phone, mobile, email, url }: Pick<Contact, 'phone' | 'mobile' | 'email' | 'url'>): string[] {
  return [
    ...(phone ? [telephone(phone, 'work')] : []), ...(mobile ? [telephone(mobile, 'cell')] : []),
    ...(email ? [`EMAIL:${escaped(email)}`] : []), ...(url ? [`URL:${uriValue(url)}`] : []),
  ];
}

/** A tel: address has to be international; what is not stays as people write it. */
function telephone(number: string, type: 'work' | 'cell'): string {
  if (!number.startsWith('+')) return `TEL;TYPE=${type}:${escaped(number)}`;
  return `TEL;VALUE=uri;TYPE=${type}:tel:${dialled(number)}`;
}

/** The label is on one line, because address books differ in how they read a line break there. */
function postal({ street, postalCode, city, country }: PostalAddress, note: string): string {
  const label = [street, [postalCode, city].filter(Boolean).join(' '), country, note].map((line = '') => printable(line)).filter(Boolean).join(', ');
  return label && `ADR;LABEL=${parameter(label)}:;;${part(street)};${part(city)};;${part(postalCode)};${part(country)}`;
}

/** Six decimals are a tenth of a metre, and never an exponent. */
const degrees = (value: number): string => String(Number(value.toFixed(6)));

const escaped = (raw: string): string => printable(raw).replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n');

/** Within a value of several parts. Elsewhere not every reader takes the backslash before a semicolon off again. */
const part = (raw = ''): string => escaped(raw).replaceAll(';', '\\;');

/** In quotes, which RFC 6868 escapes with a caret. */
const parameter = (raw: string): string => `"${printable(raw).replace(/\n+/g, ', ').replaceAll('^', '^^').replaceAll('"', '^\'')}"`;
