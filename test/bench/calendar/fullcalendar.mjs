/**
 * FullCalendar with its month grid. It gets a list of events as its documentation shows it; series come again by the same arithmetic as on
 * the hand-written page, in place of its plugin for rules, which takes one more library and a general engine.
 */
import { Calendar } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import german from 'fullcalendar/locales/de';
import theme from 'fullcalendar/themes/classic';
import { TITLES, dayOf, daysBetween, seriesOf } from './dates.mjs';

const { lang, dataset } = document.documentElement;
const DAY = 86_400_000;

/** FullCalendar counts in dates whose UTC fields are the wall's. */
const dayOfMarker = (marker) => Math.floor(marker.getTime() / DAY);
const series = {
  name: 'series',
  eventRefiners: { series: (own) => own },
  recurringTypes: [{
    parse: ({ series: own, duration }) => (own ? { typeData: own, duration, allDayGuess: own.allDay } : null),
    expand: ({ intoDay, ...own }, { start, end }) => daysBetween(own, dayOfMarker(start), dayOfMarker(end)).map((day) => new Date(day * DAY + intoDay)),
  }],
};

const { events } = await (await fetch(dataset.endpoint)).json();
const wall = (text) => Date.parse(`${text}Z`);

/** With all the rest of the event, so that a page can show it to who presses a title, as ours does. */
function inputOf({ title, start, end, recurrence, ...rest }) {
  const event = { ...rest, title: title[lang] };
  if (!recurrence) return { ...event, start, ...(end && { end }) };
  const allDay = !start.includes('T');
  const own = { ...seriesOf({ start, recurrence }), allDay, intoDay: allDay ? 0 : wall(start) - dayOf(start) * DAY };
  return { ...event, series: own, duration: allDay ? { days: 1 } : { milliseconds: wall(end) - wall(start) } };
}

new Calendar(document.querySelector('#calendar'), {
  plugins: [dayGrid, theme, series], locales: [german], locale: lang,
  initialView: 'dayGridMonth', initialDate: `${dataset.month}-01`, fixedWeekCount: false, dayMaxEvents: TITLES,
  headerToolbar: { start: 'title', end: 'prev,next' }, eventClass: 'title', moreLinkClass: 'more',
  events: events.map(inputOf),
}).render();
