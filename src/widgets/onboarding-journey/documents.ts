/** Papers to have: ticked once, counted everywhere. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '@lit/localize';
import type { RequiredDocument } from '../../model/journey.ts';
import { externalLink } from '../../core/external-link.ts';
import { disclosure, heading } from '../../core/parts.ts';
import { formatNumber } from '../../core/format.ts';
import type { SessionContext } from './journey-context.ts';
import type { JourneyView } from './plan.ts';

/** @param scope keeps the ids of two lists of the same documents apart */
export function documentChoices(documents: readonly RequiredDocument[], context: SessionContext, scope: string): TemplateResult {
  const { content, session } = context;
  return html`
    <ul class="documents">${documents.map(({ id, name, official, help, link }) => html`
      <li class="choice" part="document">
        <input type="checkbox" id=${`${scope}-document-${id}`} .checked=${session.hasDocument(id)} @change=${(event: Event) => session.setDocument(id, (event.target as HTMLInputElement).checked)} />
        <span>
          <label for=${`${scope}-document-${id}`}>${content.inline(name)}${official && official !== content.plain(name) ? html` <span class="official">${content.german(official)}</span>` : nothing}</label>
          ${help ? html`<span class="line help">${content.inline(help)}</span>` : nothing}
          ${link ? html`<span class="line">${externalLink(link.url, content.inline(link.label))}</span>` : nothing}
        </span>
      </li>`)}
    </ul>
  `;
}

const LIST = 'all-documents';

export function allDocumentsPart({ documents }: JourneyView, context: SessionContext): TemplateResult | typeof nothing {
  if (!documents.length) return nothing;
  const count = (value: number): string => formatNumber(value, context.content.chain);
  const [have, all] = [count(documents.filter((entry) => entry.have).length), count(documents.length)];
  return html`
    <section class="all-documents" part="documents" aria-labelledby="documents-title">
      ${heading(context.level + 1, msg('Your documents'), 'documents-title')}
      ${disclosure({ id: LIST, label: msg(str`You have ${have} of ${all} documents`), open: context.isOpen(LIST), toggle: () => context.toggle(LIST) },
        documentChoices(documents.map(({ document }) => document), context, 'all'))}
    </section>
  `;
}
