/** Whether an office is open, in one sentence. What is not known is not claimed. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actor } from '../../model/actor.ts';
import { addDays } from '../../model/day-arithmetic.ts';
import { officeNow, openState, type Moment, type OpenState } from '../../model/opening-hours.ts';
import { formatDate } from '../format.ts';
import { formatTime, formatWeekday } from '../format-hours.ts';
import type { CardContext } from './card-context.ts';

export const stateOf = ({ openingHours }: Pick<Actor, 'openingHours'>, { now, timeZone, holidays }: Pick<CardContext, 'now' | 'timeZone' | 'holidays'>): OpenState =>
  openState(openingHours, { now, timeZone, holidays });

/** The sentence, and the kind of state it tells. */
export function openWords(actor: Pick<Actor, 'openingHours'>, context: CardContext): { kind: OpenState['kind']; words: string | undefined } {
  const state = stateOf(actor, context);
  const { date } = officeNow(context.now, actor.openingHours?.timeZone ?? context.timeZone);
  return { kind: state.kind, words: sentenceFor(state, date, context.content.chain) };
}

export function openSentence(actor: Pick<Actor, 'openingHours'>, context: CardContext): TemplateResult | typeof nothing {
  const { kind, words } = openWords(actor, context);
  return words ? html`<p class=${`open-state ${kind}`} part="open-state">${words}</p>` : nothing;
}

function sentenceFor(state: OpenState, today: string, chain: readonly string[]): string | undefined {
  const at = (moment: Moment): string => {
    const [day, time] = [dayWord(moment.date, today, chain), formatTime(moment.time, chain)];
    return day ? msg(str`${day}, ${time}`) : time;
  };
  switch (state.kind) {
    case 'unknown': return undefined;
    case 'temporarily-closed': return msg('Closed until further notice');
    case 'by-appointment': return msg('By appointment only');
    case 'open': {
      const until = state.until && at(state.until);
      return until ? msg(str`Open now, until ${until}`) : msg('Open now');
    }
    case 'closed': {
      if (state.byAppointment) return msg('By appointment only');
      const opens = state.opens && at(state.opens);
      return opens ? msg(str`Closed now. Opens: ${opens}`) : msg('Closed now');
    }
  }
}

/** The day in words; none for today. A weekday names only one day of the next six. */
function dayWord(date: string, today: string, chain: readonly string[]): string | undefined {
  if (date === today) return undefined;
  if (date === addDays(today, 1)) return msg('tomorrow');
  return date < addDays(today, 7) ? formatWeekday(date, chain) : formatDate(date, chain);
}
