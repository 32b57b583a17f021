/** "Report a mistake": by mail, on a page of the office, or with a short form, as the data say. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actor } from '../../model/actor.ts';
import { externalLink } from '../external-link.ts';
import { postJson } from '../post-json.ts';
import { disclosure } from '../parts.ts';
import { cardKey, type CardContext } from './card-context.ts';

/** What the visitor wrote about one office, and what became of it. */
export interface Report {
  open?: boolean;
  comment?: string;
  state?: 'sending' | 'sent' | 'failed';
}

export function reportPart(actor: Actor, context: CardContext, report: Report, change: (change: Report) => void): TemplateResult | typeof nothing {
  const { feedback, id } = actor;
  const label = msg('Report a mistake');
  const name = context.content.plain(actor.name);
  const key = cardKey(actor, context);
  if (!feedback) return nothing;
  if (typeof feedback === 'string') return externalLink(feedback.startsWith('mailto:') && !feedback.includes('?') ? `${feedback}?subject=${encodeURIComponent(`${name} (${id})`)}` : feedback, label);

  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (report.state === 'sending') return;
    change({ state: 'sending' });
    const taken = await postJson(feedback.post, { actor: id, comment: report.comment ?? '', language: context.language });
    change(taken ? { state: 'sent', comment: '' } : { state: 'failed' });
  };
  const form = html`
    <form @submit=${send}>
      <label for=${`comment-${key}`}>${msg('What is wrong?')}</label>
      <textarea id=${`comment-${key}`} rows="3" maxlength="2000" required ?readonly=${report.state === 'sending'} .value=${report.comment ?? ''} @input=${({ target }: Event) => change({ comment: (target as HTMLTextAreaElement).value, state: undefined })}></textarea>
      <button class="button" part="button" aria-disabled=${report.state === 'sending' ? 'true' : 'false'}>${msg('Send')}</button>
      <p class="outcome">${outcome(report)}</p>
    </form>
  `;
  return disclosure({ id: `report-${key}`, label, of: name, open: report.open ?? false, toggle: () => change({ open: !report.open }) }, form);
}

/** What became of the message, in words; empty while there is nothing to say. */
export function outcome({ state }: Report): string {
  switch (state) {
    case 'sending': return msg('Sending…');
    case 'sent': return msg('Thank you. Your message was sent.');
    case 'failed': return msg('Your message could not be sent. It is still here: please try again.');
    default: return '';
  }
}
