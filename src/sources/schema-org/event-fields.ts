/** What an event is about, where it is and what it costs. */
import { local, type Thing } from './graph.ts';
import { keywordsOf } from './names.ts';
import { imageOf, locationOf, organizerOf } from './places.ts';
import { addressOf, description, given, languagesOf, textOf, wordsOf, type Fields, type Scope } from './texts.ts';
import { fold } from '../values.ts';

/** A date that was put off without a new one does not take place when it was to. */
const STATUS: Readonly<Record<string, string>> = { EventCancelled: 'cancelled', EventPostponed: 'cancelled', EventScheduled: 'confirmed', EventRescheduled: 'confirmed' };

/** Not `0-15`, which begins so. */
const NOTHING = /^0+(?:[.,]0+)?(?: ?(?:€|[a-z]{3,4}))?$/i;
const numberOf = (price: string): number => Number.parseFloat(price.replace(',', '.'));

function costOf(scope: Scope, event: Thing): Fields {
  const [accessible] = wordsOf(scope, event, 'isAccessibleForFree');
  const offers = scope.graph.things(event, 'offers');
  const told = offers.flatMap((offer) => wordsOf(scope, offer, 'price', 'lowPrice', 'highPrice'));
  if (/^true$/i.test(local(accessible ?? '')) || (told.length && told.every((price) => NOTHING.test(price)))) return { free: true };
  const prices = told.filter((price) => /^\d/.test(price)).sort((a, b) => numberOf(a) - numberOf(b));
  const [currency = ''] = offers.flatMap((offer) => wordsOf(scope, offer, 'priceCurrency'));
  return { cost: prices.length ? `${[...new Set([prices[0], prices.at(-1)])].join('–')} ${currency}`.trim() : undefined };
}

/** Said together, so that a part of an event does not mix its own with those of the whole. */
const GROUPS = [['summary', 'description', 'html'], ['place', 'address', 'geo', 'online', 'conference'], ['free', 'cost']];

/** @param around what the whole says, of which the event is a part */
export function eventFields(scope: Scope, event: Thing, around: Fields = {}): Fields {
  const { options } = scope;
  const title = textOf(scope, event, 'name') ?? around.title;
  const [status = ''] = wordsOf(scope, event, 'eventStatus');
  // Every event has a type: only those that the reference names count.
  const words = [...keywordsOf(scope, event), ...event.types.filter((type) => options.categories.has(fold(type)))];
  const own = given({
    title, summary: textOf(scope, event, 'disambiguatingDescription'), ...description(scope, event), status: STATUS[local(status)],
    ...locationOf(scope, event, scope.report), ...costOf(scope, event), url: addressOf(scope, event, 'url'), organizer: organizerOf(scope, event),
    languages: languagesOf(scope, event, 'inLanguage'), image: imageOf(scope, event, title, 'image'),
    categories: [...new Set(words.map((word) => options.categories.get(fold(word)) ?? word))],
  }) ?? {};
  const told = new Set(GROUPS.filter((group) => group.some((field) => field in own)).flat());
  return { ...Object.fromEntries(Object.entries(around).filter(([field]) => !told.has(field))), ...own };
}
