/** What a service says of itself beside its name: paragraphs, each under a label in the language of the data. */
import { isMarkup, withBreaks, wordsIn } from '../markup.ts';
import { opening } from '../plain-text.ts';
import { filled } from '../values.ts';
import { withoutOpening, wordsWithoutOpening } from '../without-opening.ts';
import type { Labels } from './labels.ts';
import type { Place } from './places.ts';
import { dayIn, inLanguage, plain, type Scope } from './scope.ts';
import type { WireCapacity, WireCost, WireService } from './wire.ts';

/** "12–27", "18+" or "0–17". */
function agesOf({ minimum_age: from = 0, maximum_age: to }: WireService, { report }: Scope): string | undefined {
  if (!from && to === undefined) return undefined;
  if (from >= 0 && from <= (to ?? 150) && (to ?? 0) <= 150) return to === undefined ? `${from}+` : `${from}–${to}`;
  report('minimum_age', `No such ages: ${from} to ${to ?? 'any'}`);
  return undefined;
}

const formats = new Map<string, Intl.NumberFormat>();

function money(amount: number, currency: string, locale: string): string {
  // What is no code of three letters stays as it is.
  if (!/^[a-z]{3}$/i.test(currency)) return `${amount} ${currency}`.trim();
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  return format.format(amount);
}

function costOf(cost: WireCost, at: string, { context, locale, report }: Scope): string[] {
  const [from, to] = [dayIn(cost.valid_from, `${at}.valid_from`, report), dayIn(cost.valid_to, `${at}.valid_to`, report)];
  if ((from && from > context.today) || (to && to < context.today)) return [];
  const price = [cost.amount === undefined ? undefined : money(cost.amount, plain(cost.currency) ?? '', locale), plain(cost.amount_description)].filter(Boolean).join(' ');
  return [[plain(cost.option), price].filter(Boolean).join(': ')].filter(Boolean);
}

function capacityOf({ available, maximum, updated, description, unit }: WireCapacity, at: string, scope: Scope): string[] {
  if (available === undefined) return [];
  const numbers = [available, maximum].filter((number) => number !== undefined).join('/');
  // A number of free places is worth as much as it is young.
  const since = dayIn(updated, `${at}.updated`, scope.report);
  return [[numbers, plain(unit?.name), plain(description), since && `(${since})`].filter(Boolean).join(' ')];
}

const lines = (...all: (string | undefined)[]): string | undefined => [...new Set(all.filter(Boolean))].join('; ') || undefined;

/** In the order in which somebody asks: is it for me, what do I need, what does it cost, how do I get there. */
function partsOf(service: WireService, { link }: Place, hours: readonly string[], scope: Scope): [keyof Labels, string | undefined][] {
  const costs = (service.cost_options ?? []).flatMap((cost, index) => costOf(cost, `cost_options[${index}]`, scope));
  const capacities = (service.capacities ?? []).flatMap((capacity, index) => capacityOf(capacity, `capacities[${index}]`, scope));
  const areas = [...(service.service_areas ?? []), ...(link.service_areas ?? [])].map(({ name, description }) => plain(name) ?? plain(description));
  return [
    ['eligibility', plain(service.eligibility_description)],
    ['age', agesOf(service, scope)],
    ['area', lines(...areas)],
    ['documents', lines(...(service.required_documents ?? []).map(({ document }) => plain(document)))],
    ['application', plain(service.application_process)],
    ['free', lines(...capacities)],
    ['cost', lines(plain(service.fees_description) ?? plain(service.fees), ...costs)],
    ['interpreting', plain(service.interpretation_services)],
    ['hours', lines(...hours)],
    ['accreditation', plain(service.accreditations)],
    ['transport', plain(link.location?.transportation)],
  ];
}

/** Characters that leave room for the labelled paragraphs in what the model takes; a longer description is shown as plain text. */
const MAX_MARKUP = 200_000;

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * A notice stands first, in the summary, which is seen before anything is opened; else the summary is how the description
 * begins. What comes with mark-up goes on in mark-up, so that everything is read in its order.
 * @param hours what schedules say in words
 * @returns fields of an actor
 */
export function describe(service: WireService, place: Place, hours: readonly string[], scope: Scope): Record<string, unknown> {
  const raw = service.description?.trim() ?? '';
  const isRich = raw.length <= MAX_MARKUP && isMarkup(raw) && wordsIn(raw) !== '';
  const whole = plain(raw);
  const summary = plain(service.alert) ?? (whole && opening(whole));
  const parts = partsOf(service, place, hours, scope).flatMap(([label, words]) => (words ? `${scope.labels[label]}: ${words}` : []));
  const paragraphs = [isRich ? undefined : wordsWithoutOpening(whole ?? '', summary), plain(place.link.description), ...parts].filter((words) => words && words !== summary) as string[];
  const markup = isRich ? [withoutOpening(withBreaks(raw), summary), ...paragraphs.map((words) => `<p>${escaped(words)}</p>`)].join('\n') : undefined;
  return {
    summary: inLanguage(summary, scope),
    description: isRich ? undefined : inLanguage(paragraphs.join('\n\n') || undefined, scope),
    html: inLanguage(filled(markup), scope),
  };
}
