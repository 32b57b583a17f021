/** The engine and what it is measured against. Each makes of a series, read from its texts, the instants of its dates within a span. */
import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { expand } from '../../src/model/recurrence.ts';
import { instantOf } from '../../src/model/zone-offsets.ts';
import { expandByHand } from './recurrence-floor.mjs';
import { ZONE } from './recurrence-series.mjs';

function ours(series, span) {
  const { starts } = expand(series, span);
  for (let index = 0; index < starts.length; index += 1) starts[index] = instantOf(starts[index], ZONE);
  return starts;
}

const basic = (text) => `${text.replace(/[-:]/g, '')}00`;

function rruleTemporal({ start, recurrence, exceptions = [] }, span) {
  const exdate = exceptions.length ? `\nEXDATE;TZID=${ZONE}:${exceptions.map(basic).join(',')}` : '';
  const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=${ZONE}:${basic(start)}\nRRULE:${recurrence}${exdate}`, includeDtstart: true });
  return rule.between(new Date(instantOf(span.from, ZONE)), new Date(instantOf(span.to, ZONE) - 1), true).map(({ epochMilliseconds }) => epochMilliseconds);
}

const berlin = new ICAL.Timezone(new ICAL.Component(ICAL.parse(`BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`)));

function icalJs({ start, recurrence, exceptions = [] }, span) {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('rrule', ICAL.Recur.fromString(recurrence));
  for (const exception of exceptions) component.addPropertyWithValue('exdate', ICAL.Time.fromDateTimeString(`${exception}:00`)).setParameter('tzid', ZONE);
  const dtstart = ICAL.Time.fromDateTimeString(`${start}:00`);
  dtstart.zone = berlin;
  for (const property of component.getAllProperties('exdate')) property.getFirstValue().zone = berlin;
  const [from, to] = [instantOf(span.from, ZONE), instantOf(span.to, ZONE)];
  const dates = [];
  const expansion = new ICAL.RecurExpansion({ component, dtstart });
  for (let date = expansion.next(); date; date = expansion.next()) {
    const at = date.toUnixTime() * 1_000;
    if (at >= to) break;
    if (at >= from) dates.push(at);
  }
  return dates;
}

/** Rounds: more of the slow ones would take minutes. */
export const contestants = [
  { name: 'ours', expand: ours, rounds: Infinity },
  { name: 'by hand', expand: expandByHand, rounds: Infinity },
  { name: 'rrule-temporal', expand: rruleTemporal, rounds: 10 },
  { name: 'ical.js', expand: icalJs, rounds: 2 },
];
