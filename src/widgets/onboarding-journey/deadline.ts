/** A deadline in words and shape, so that nobody has to see a colour to know that it is late. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import { formatDate, formatDuration } from '../../core/format.ts';
import { QUESTIONS, type JourneyContext } from './journey-context.ts';
import type { DeadlineView, Urgency } from './journey-state.ts';

const SHAPES: Readonly<Record<Urgency | 'unknown', string>> = { overdue: '▲', soon: '◆', later: '○', unknown: '?' };

export function deadlinePart(deadline: DeadlineView | undefined, context: JourneyContext, done: boolean): TemplateResult | typeof nothing {
  if (!deadline || (done && !deadline.date)) return nothing;
  const kind = done ? 'later' : (deadline.urgency ?? 'unknown');
  return html`
    <p class=${`deadline ${kind}`} part=${`deadline deadline-${kind}`}>
      <span class="shape" aria-hidden="true">${SHAPES[kind]}</span>
      <span>${sentence(deadline, context, kind)}${ruleInWords(deadline, context)}</span>
    </p>
  `;
}

function sentence({ rule, date }: DeadlineView, context: JourneyContext, kind: Urgency | 'unknown'): unknown {
  if (!date) {
    const question = context.journey.questions?.find(({ id }) => id === rule.from);
    const open = (): void => {
      if (!context.isOpen(QUESTIONS)) context.toggle(QUESTIONS);
    };
    return html`${msg('No date yet.')} <a href=${`#date-${rule.from}`} class="no-print" data-focus=${`date-${rule.from}`} @click=${open}>${msg('Enter the date')}<span class="visually-hidden">: ${context.content.plain(question?.label)}</span></a>`;
  }
  const day = formatDate(date, context.content.chain);
  switch (kind) {
    case 'overdue': return html`<strong>${msg(str`Overdue: was due by ${day}`)}</strong>`;
    case 'soon': return html`<strong>${msg(str`Due soon: by ${day}`)}</strong>`;
    default: return msg(str`By ${day}`);
  }
}

/** "(2 weeks after moving in)": the data's own words, else put together from the numbers. */
function ruleInWords({ rule }: DeadlineView, { content, journey }: JourneyContext): unknown {
  if (rule.text) return html` (${content.inline(rule.text)})`;
  const question = journey.questions?.find(({ id }) => id === rule.from);
  const name = content.plain(question?.name ?? question?.label);
  const span = formatDuration(rule, content.chain);
  if (!name) return nothing;
  if (!span) return html` (${name})`;
  return html` (${rule.direction === 'before' ? msg(str`${span} before: ${name}`) : msg(str`${span} after: ${name}`)})`;
}
