/**
 * The floor: what a good developer writes by hand for this one page. No library, nothing worked out before it is asked for: the
 * single dates of a month are those whose text lies between two texts, and series are plain arithmetic for one zone.
 */
import { TITLES, daysBetween, firstOf, nextMonth, seriesOf, textOf, weeksOf } from './dates.mjs';

const { lang, dataset } = document.documentElement;
const title = document.querySelector('h3');
const body = document.querySelector('tbody');
const monthFormat = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const weekdayFormat = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' });
const DAY = 86_400_000;

const { events } = await (await fetch(dataset.endpoint)).json();
const singles = events.filter(({ recurrence }) => !recurrence);
const series = events.filter(({ recurrence }) => recurrence).map((event) => ({ event, series: seriesOf(event) }));
let { month } = dataset;

function datesBetween(from, to) {
  const [first, last] = [textOf(from), textOf(to)];
  const dates = singles.filter(({ start }) => start >= first && start < last).map((event) => ({ event, at: event.start }));
  for (const { event, series: own } of series) {
    for (const day of daysBetween(own, from, to)) dates.push({ event, at: textOf(day) + event.start.slice(10) });
  }
  return dates.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function cell(day, dates) {
  const made = element('td', day.startsWith(month) ? '' : 'outside', '');
  const number = element('time', '', Number(day.slice(8)));
  number.dateTime = day;
  made.append(number, ...dates.slice(0, TITLES).map(({ event, at }) => element('span', 'title', `${at.slice(11)} ${event.title[lang]}`)));
  if (dates.length > TITLES) made.append(element('span', 'more', `${dates.length - TITLES} weitere`));
  return made;
}

function show() {
  const [from, to] = weeksOf(month);
  const days = new Map();
  for (const date of datesBetween(from, to)) {
    const day = date.at.slice(0, 10);
    if (days.has(day)) days.get(day).push(date);
    else days.set(day, [date]);
  }
  const rows = [];
  for (let day = from; day < to; day += 1) {
    if (!((day - from) % 7)) rows.push(document.createElement('tr'));
    const text = textOf(day);
    rows.at(-1).append(cell(text, days.get(text) ?? []));
  }
  title.textContent = monthFormat.format(firstOf(month) * DAY);
  body.replaceChildren(...rows);
}

const [monday] = weeksOf(month);
document.querySelector('thead tr').append(...Array.from({ length: 7 }, (_, index) => element('th', '', weekdayFormat.format((monday + index) * DAY))));
document.querySelector('.next').addEventListener('click', () => {
  month = nextMonth(month);
  show();
});
show();
