import type { Holidays } from '../../model/day-arithmetic.ts';
import type { Site } from '../../model/endpoint.ts';
import { holidayCalendar } from '../../model/public-holidays.ts';
import { DEFAULT_TIME_ZONE } from '../../model/time-zone.ts';
import type { Content } from '../content.ts';

/** What an office's card needs to know of the page around it. */
export interface CardContext {
  content: Content;
  now: Date;
  /** Zone of the site; an office may have its own. */
  timeZone: string;
  holidays: Holidays;
  /** Language the visitor reads, sent along with a report of a mistake. */
  language: string;
  /** Names the site, so that contacts saved from different sites stay apart. */
  site: string;
  /** Level of headings inside the card. */
  level: number;
  /** Tells cards of the same office on one page apart. */
  within?: string;
}

/** Names a card on its page. */
export const cardKey = ({ id }: { id: string }, { within }: CardContext): string => (within === undefined ? id : `${within}--${id}`);

/** @param own what the widget knows by itself */
export const cardContext = (site: Site, own: Omit<CardContext, 'timeZone' | 'holidays'>): CardContext =>
  ({ ...own, timeZone: site.timeZone ?? DEFAULT_TIME_ZONE, holidays: calendarOf(site) });

/** Computed once a site: a list of offices asks for each of them. */
const calendars = new WeakMap<Site, Holidays>();
function calendarOf(site: Site): Holidays {
  const known = calendars.get(site) ?? holidayCalendar(site);
  calendars.set(site, known);
  return known;
}
