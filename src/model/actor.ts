/** An actor: office, adviser, course provider, employer service; whoever a newcomer has to do with. */
import * as v from './leaves.ts';
import { address, choice, list, maybe, oneOf, shape } from './door.ts';
import { civilDate, id, languageTag, line, text } from './text.ts';
import { html } from './rich-text.ts';
import { openingHours } from './schedule.ts';

const telephone = v.pipe(v.string(), v.regex(/^[\d+(][\d ()/+.-]{2,40}$/, 'Expected a telephone number'));
const email = v.pipe(v.string(), v.regex(/^(?=.{3,254}$)[^\s@<>"?&%]+@[^\s@<>"?&%]+$/, 'Expected an e-mail address'));

/** A person or desk to ask for. */
export const contact = shape({
  name: maybe(text), responsibility: maybe(text),
  phone: maybe(telephone), mobile: maybe(telephone), email: maybe(email), url: maybe(address()), appointment: maybe(address()),
});
export type Contact = v.InferOutput<typeof contact>;

export const postalAddress = shape({
  street: maybe(line), postalCode: maybe(line), city: maybe(line), country: maybe(line),
  /** "Room 104, second entrance". */
  note: maybe(text),
});
export type PostalAddress = v.InferOutput<typeof postalAddress>;

/** Degrees, WGS 84. */
export const geo = shape({
  latitude: v.pipe(v.number(), v.check((degrees) => Math.abs(degrees) <= 90, 'Latitude is out of range')),
  longitude: v.pipe(v.number(), v.check((degrees) => Math.abs(degrees) <= 180, 'Longitude is out of range')),
});

export type Geo = v.InferOutput<typeof geo>;

/** For whom an office is responsible. What is missing does not restrict. */
export const area = shape({
  /** Postcodes; `"123*"` means all that begin so. */
  postalCodes: maybe(list(v.string())),
  municipalities: maybe(list(v.string())),
  /** First letters of the surname: `"A-K"`. */
  surnames: maybe(list(v.string())),
});

/** What to say and show at the counter. */
export const counterCard = shape({
  /** The German sentence. */
  german: line,
  /** The same in the visitor's language. */
  sentence: maybe(text),
  /** What to bring. */
  documents: maybe(list(shape({ german: line, name: maybe(text) }))),
});
export type CounterCard = v.InferOutput<typeof counterCard>;

/** Where a mistake is reported: a mail address or web page to open, or an endpoint that takes a POST of `{"actor", "comment", "language"}` as JSON. */
export const feedback = oneOf<string | { post: string }>('Expected an address or {"post": "https://..."}', [address(), shape({ post: address('data') })]);
export type Feedback = v.InferOutput<typeof feedback>;

export const actor = shape({
  id,
  name: text,
  /** The German name, shown beside a translated one. */
  official: maybe(line),
  summary: maybe(text),
  description: maybe(text),
  html: maybe(html),
  /** Ids such as `registration`, `language-course`; named by the endpoint's `categories`. */
  categories: maybe(list(id)),
  services: maybe(list(text)),
  /** Everyday words that should lead here. */
  synonyms: maybe(list(text)),
  /** Further words a search finds it by; not shown. */
  words: maybe(line),
  phases: maybe(list(choice(['abroad', 'arrival', 'long-term']))),
  languages: maybe(list(languageTag)),
  interpreter: maybe(v.boolean()),
  phone: maybe(telephone), email: maybe(email), url: maybe(address()), appointment: maybe(address()),
  contacts: maybe(list(contact)),
  address: maybe(postalAddress),
  geo: maybe(geo),
  online: maybe(v.boolean()),
  wheelchair: maybe(choice(['yes', 'limited', 'no'])),
  accessibility: maybe(text),
  /** Missing: unknown, and nothing is claimed. */
  openingHours: maybe(openingHours),
  area: maybe(area),
  counter: maybe(counterCard),
  image: maybe(shape({ url: address('image'), alt: text })),
  updated: maybe(civilDate),
  feedback: maybe(feedback),
  /** Set in the index of a snapshot: the list that has this actor whole. */
  page: maybe(address('data')),
});
export type Actor = v.InferOutput<typeof actor>;
