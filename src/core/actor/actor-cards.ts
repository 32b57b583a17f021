/** The one card of an office, for directory and journey: who it is, how to reach it, when, and what one can do with it. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actor, CounterCard } from '../../model/actor.ts';
import { deepLink } from '../deep-link.ts';
import { formatDate } from '../format.ts';
import { formatLanguage, formatList } from '../format-words.ts';
import { paragraphs, richText } from '../long-text.ts';
import { failure } from '../parts.ts';
import { downloadFile, shareOrCopy } from '../share.ts';
import { cardKey, type CardContext } from './card-context.ts';
import { counterDialog } from './counter.ts';
import { hoursPart } from './hours.ts';
import { openSentence } from './open-sentence.ts';
import { addressPart, contactPart, factList, reachFacts, type Fact } from './reach.ts';
import { outcome, reportPart, type Report } from './report-mistake.ts';
import { WholeActors } from './whole-actors.ts';

type Rendered = TemplateResult | typeof nothing;

/** What the visitor did with one card. */
interface CardState {
  counter?: boolean;
  shared?: 'shared' | 'copied' | 'failed';
  report?: Report;
}

/** Keeps what a visitor did with each card, across renderings. */
export class ActorCards {
  readonly #states = new Map<string, CardState>();

  readonly #whole: WholeActors;

  /** @param announce says something in the widget's one live region */
  constructor(private readonly host: { requestUpdate(): void }, private readonly announce: (words: string) => void) {
    this.#whole = new WholeActors(() => host.requestUpdate());
  }

  /** With name and summary, for a place that has not named the office yet. */
  card(actor: Actor, context: CardContext, counter = actor.counter): TemplateResult {
    const { content } = context;
    return html`
      <div class="actor" part="actor">
        <p class="actor-name"><strong>${content.inline(actor.name)}</strong>${officialName(actor, context)}</p>
        ${openSentence(actor, context)}
        ${actor.summary ? html`<p>${content.inline(actor.summary)}</p>` : nothing}
        ${this.details(actor, context, counter)}
      </div>
    `;
  }

  /** @param counter what to show at the counter, where it is not the office's own */
  details(given: Actor, context: CardContext, counter = given.counter): TemplateResult {
    const { content } = context;
    const { actor, retry } = this.#whole.of(given);
    return html`
      ${retry ? failure(msg('This part could not be loaded. Please try again.'), retry, false) : nothing}
      ${paragraphs(actor.description, content)}${richText(actor.html, content)}
      ${actor.services?.length ? html`<ul class="services">${actor.services.map((service) => html`<li>${content.inline(service)}</li>`)}</ul>` : nothing}
      ${factList([...reachFacts(actor), ...facts(actor, context)])}
      ${addressPart(actor, content)}
      ${actor.contacts?.map((contact) => contactPart(contact, content))}
      ${hoursPart(actor.openingHours, context)}
      ${this.#actions(actor, context, counter ?? actor.counter)}
    `;
  }

  /** A contact is saved once, so not while its telephone number may still come. */
  #actions(actor: Actor, context: CardContext, counter: CounterCard | undefined): TemplateResult {
    const { content } = context;
    const key = cardKey(actor, context);
    const state = this.#states.get(key) ?? {};
    const name = content.plain(actor.name);
    const change = (next: CardState): void => this.#change(key, next);
    const save = async (): Promise<void> => {
      const { vcard } = await import('../vcard.ts');
      downloadFile(`${actor.id.replace(/[^\w-]/g, '-')}.vcf`, 'text/vcard', vcard(actor, { text: (text) => content.plain(text), lang: context.language, site: context.site }));
    };
    const share = async (): Promise<void> => change({ shared: await shareOrCopy({ title: name, url: new URL(deepLink('actor', actor.id), location.href).href }) });
    const button = (label: string, press: () => void): TemplateResult =>
      html`<button type="button" class="button" part="button" @click=${press}>${label}<span class="visually-hidden">: ${name}</span></button>`;
    return html`
      <div class="actions no-print">
        ${counter ? button(msg('Show at the counter'), () => change({ counter: true })) : nothing}
        ${actor.page === undefined ? button(msg('Save contact'), () => void save().catch(console.error)) : nothing}${button(msg('Share'), () => void share())}
        <span class="outcome">${shareOutcome(state) || nothing}</span>
      </div>
      <div class="link-list no-print">${reportPart(actor, context, state.report ?? {}, (report) => change({ report: { ...this.#states.get(key)?.report, ...report } }))}</div>
      ${actor.updated ? html`<p class="official">${msg('Last updated:')} ${formatDate(actor.updated, content.chain)}</p>` : nothing}
      ${state.counter && counter ? counterDialog(actor, counter, context, () => change({ counter: false })) : nothing}
    `;
  }

  #change(key: string, change: CardState): void {
    const before = this.#states.get(key);
    this.#states.set(key, { ...before, ...change });
    const words = (change.shared && shareOutcome(change)) || (change.report?.state !== before?.report?.state && outcome(change.report ?? {}));
    if (words) this.announce(words);
    this.host.requestUpdate();
  }
}

/** The German name too, so that the visitor finds the sign at the door. */
export function officialName({ name, official }: Actor, { content }: Pick<CardContext, 'content'>): Rendered {
  if (!official || official === content.plain(name)) return nothing;
  return html` <span class="official">${content.german(official)}</span>`;
}

function facts({ languages, interpreter, wheelchair, accessibility, online }: Actor, { content }: CardContext): Fact[] {
  const list: Fact[] = [];
  if (languages?.length) list.push([msg('Languages'), formatList(languages.map((tag) => formatLanguage(tag, content.chain)), content.chain)]);
  if (interpreter) list.push([msg('Interpreter'), msg('yes, please ask')]);
  if (online) list.push([msg('Online'), msg('yes')]);
  if (wheelchair) list.push([msg('Wheelchair access'), { yes: msg('yes'), limited: msg('limited'), no: msg('no') }[wheelchair]]);
  if (accessibility) list.push([msg('Accessibility'), content.inline(accessibility)]);
  return list;
}

function shareOutcome({ shared }: CardState): string {
  if (shared === 'copied') return msg('The link was copied.');
  return shared === 'failed' ? msg('The link could not be copied.') : '';
}
