/** Telephones, people and links as an actor has them. */
import type { Text } from '../../model/text.ts';
import type { Report } from '../report.ts';
import { filled, telephone } from '../values.ts';
import { inLanguage, link, plain, under, type Scope } from './scope.ts';
import type { WireContact, WireLink, WirePhone } from './wire.ts';

/** A list and the path to it in the service. */
export type Listed<T> = readonly [at: string, items: readonly T[] | undefined];

interface Phone { number: string; mobile: boolean; extension?: string | undefined; description?: string | undefined }

export interface Contact {
  name?: Text | undefined; responsibility?: Text | undefined;
  phone?: string | undefined; mobile?: string | undefined; email?: string | undefined; url?: string | undefined;
}

/** By RFC 6350, and as people say. Nobody calls a fax or a pager. */
const NO_VOICE = /fax|pager|text|sms|tty|tdd|video/;
const CELL = /cell|mobil|handy/;
/** What is missing is a voice. */
const VOICES = new Set(['', 'voice', 'cell']);

const NUMBER = /^[\d+(][\d ()/+.-]{2,40}$/;

/** Its own quotation marks are no part of a number. */
function phoneOf(wire: WirePhone, report: Report): Phone | undefined {
  const type = wire.type?.trim().toLowerCase() ?? '';
  if (NO_VOICE.test(type)) return undefined;
  if (!VOICES.has(type)) report('type', `${JSON.stringify(type.slice(0, 60))} is no type of telephone; read as "${CELL.test(type) ? 'cell' : 'voice'}"`);
  const given = wire.number.trim();
  const number = telephone(given.replace(/["']+/g, ' ')) ?? '';
  if (!NUMBER.test(number)) return void report('number', `No telephone number: ${JSON.stringify(given.slice(0, 60))}`);
  if (/["']/.test(given)) report('number', `Quotation marks in a telephone number: ${JSON.stringify(given.slice(0, 60))}; shown without them`);
  return { number, mobile: CELL.test(type), extension: filled(wire.extension), description: plain(wire.description) };
}

/** Each once: servers repeat the numbers of a place at all who work there. */
function phonesOf(lists: readonly Listed<WirePhone>[], report: Report): Phone[] {
  const phones = lists.flatMap(([at, items = []]) => items.flatMap((wire, index) => phoneOf(wire, under(`${at}[${index}]`, report)) ?? []));
  const byNumber = new Map<string, Phone>();
  for (const phone of phones) {
    const key = `${phone.number} ${phone.extension ?? ''}`;
    byNumber.set(key, { ...phone, description: byNumber.get(key)?.description ?? phone.description });
  }
  return [...byNumber.values()];
}

function extensionOf({ extension }: Phone, { labels }: Scope): string | undefined {
  return extension && `${labels.extension} ${extension}`;
}

function phoneContact(phone: Phone, scope: Scope): Contact {
  const words = [phone.description, extensionOf(phone, scope)].filter(Boolean).join(' – ');
  return { responsibility: inLanguage(words || undefined, scope), [phone.mobile ? 'mobile' : 'phone']: phone.number };
}

function personOf(wire: WireContact, at: string, scope: Scope): Contact[] {
  const [phone, ...others] = phonesOf([[`${at}.phones`, wire.phones]], scope.report);
  const roles = [plain(wire.title), plain(wire.department), phone && extensionOf(phone, scope)].filter(Boolean).join(', ');
  const person = { name: plain(wire.name), responsibility: inLanguage(roles || undefined, scope), email: filled(wire.email), ...(phone && { [phone.mobile ? 'mobile' : 'phone']: phone.number }) };
  return [person, ...others.map((other) => phoneContact(other, scope))];
}

export interface Reach { phone?: string | undefined; contacts: Contact[] }

/**
 * The first number is the actor's own. It stands among the contacts as well where something is said of it: when it is
 * answered, or an extension, which an address to dial cannot hold for all countries alike.
 * @param links further pages, by what stands there
 */
export function readReach(phones: readonly Listed<WirePhone>[], people: readonly Listed<WireContact>[], links: readonly Listed<WireLink>[], scope: Scope): Reach {
  const numbers = phonesOf(phones, scope.report);
  const main = numbers.find(({ mobile }) => !mobile) ?? numbers[0];
  const further = numbers.filter((phone) => phone !== main || phone.description || phone.extension).map((phone) => phoneContact(phone, scope));
  const persons = people.flatMap(([at, items = []]) => items.flatMap((wire, index) => personOf(wire, `${at}[${index}]`, scope)));
  const pages = links.flatMap(([at, items = []]) => items.flatMap(({ label, url }, index) => {
    const address = link(url, `${at}[${index}].url`, scope.report);
    return address ? [{ name: inLanguage(plain(label), scope), url: address }] : [];
  }));
  const contacts = [...further, ...persons, ...pages].filter((contact) => Object.values(contact).some(Boolean));
  return { phone: main?.number, contacts: [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()] };
}
