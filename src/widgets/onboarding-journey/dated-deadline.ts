/** Deadlines in full: with their day, and rules put into words. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import type { DeadlineRule } from '../../model/deadline.ts';
import type { Step } from '../../model/journey.ts';
import { formatDate } from '../../core/format.ts';
import { formatDuration } from '../../core/format-duration.ts';
import type { JourneyContext } from './journey-context.ts';
import type { DatedDeadline, Urgency } from './plan.ts';

const SHAPES: Readonly<Record<Urgency, string>> = { overdue: '▲', soon: '◆', later: '○' };

/** @param words the rule, in brackets */
export function datedDeadline({ date, urgency, lentBy }: DatedDeadline, words: TemplateResult | typeof nothing, context: JourneyContext, step: Step, done: boolean): TemplateResult {
  const { content } = context;
  const kind = done ? 'later' : urgency;
  return html`
    <p class=${`deadline ${kind}`} part=${`deadline deadline-${kind}`}>
      <span class="shape" aria-hidden="true">${SHAPES[kind]}</span>
      <span>${sentence(formatDate(date, content.chain), kind)}${lentBy ? html`: ${content.inline(lentBy.title)}` : words}
        ${done || urgency === 'overdue' ? nothing : saveButton(lentBy ?? step, date, context)}</span>
    </p>
  `;
}

function saveButton(step: Step, date: string, context: JourneyContext): TemplateResult {
  const save = (): void => void import('./deadline-file.ts').then(({ saveDeadline }) => saveDeadline(step, date, context)).catch(console.error);
  return html`<button type="button" class="quiet no-print" @click=${save}>${msg('Put into my calendar')}<span class="visually-hidden">: ${context.content.plain(step.title)}</span></button>`;
}

function sentence(day: string, kind: Urgency): unknown {
  switch (kind) {
    case 'overdue': return html`<strong>${msg(str`Overdue: was due by ${day}`)}</strong>`;
    case 'soon': return html`<strong>${msg(str`Due soon: by ${day}`)}</strong>`;
    case 'later': return msg(str`By ${day}`);
  }
}

/** "2 weeks after: moving in". Undefined where the rule is the day itself. */
export function composedRule(rule: DeadlineRule, { content, journey }: JourneyContext): string | undefined {
  const question = journey.questions?.find(({ id }) => id === rule.from);
  const name = content.plain(question?.name ?? question?.label);
  const span = formatDuration(rule, content.chain);
  if (!span || !name) return undefined;
  return rule.direction === 'before' ? msg(str`${span} before: ${name}`) : msg(str`${span} after: ${name}`);
}
