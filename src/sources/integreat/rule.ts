/** `recurrence_rule`, as the server writes it, as a rule of the model. */

/**
 * The server knows the start in UTC, and writes that without a Z. What editors choose goes unchanged into the rule beside
 * it: weekdays and last day are those of the place, also where it is another day in UTC. So the start is taken from the
 * event, BYDAY stays as it is, and UNTIL, which is the end of that last day, becomes the day; other times of UNTIL are UTC.
 *
 * The fifth weekday of a month is what servers before October 2024 wrote for the last one; the form has no fifth.
 * @returns undefined where there is no rule in it
 */
export function ruleOf(text: string): string | undefined {
  const rule = text.split(/[\r\n]+/).map((line) => line.trim().replace(/^RRULE:/i, '').toUpperCase()).find((line) => line.startsWith('FREQ='));
  return rule?.replace(/(;UNTIL=\d{8})T(\d{6})(?=;|$)/, (_, day: string, time: string) => (time === '235959' ? day : `${day}T${time}Z`))
    .replace(/([=,])\+?5(?=[A-Z]{2})/g, '$1-1');
}
