/** Who is responsible and how to reach them: the one card for journey and directory. */
import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { Actor, Contact, PostalAddress } from '../model/actor.ts';
import type { Content } from './content.ts';
import { externalLink } from './external-link.ts';

type Rendered = TemplateResult | typeof nothing;
type Reachable = Pick<Contact, 'phone' | 'mobile' | 'email' | 'url' | 'appointment'>;

export function actorCard(actor: Actor, content: Content): TemplateResult {
  return html`
    <div class="actor" part="actor">
      <p class="actor-name"><strong>${content.inline(actor.name)}</strong>${officialName(actor, content)}</p>
      ${actor.summary ? html`<p>${content.inline(actor.summary)}</p>` : nothing}
      ${reach(actor)} ${addressLine(actor.address, content)}
      ${actor.contacts?.map((contact) => contactCard(contact, content))}
    </div>
  `;
}

/** The German name too, so that the visitor finds the sign at the door. */
function officialName({ name, official }: Actor, content: Content): Rendered {
  if (!official || official === content.plain(name)) return nothing;
  return html` <span class="official">${content.german(official)}</span>`;
}

function contactCard(contact: Contact, content: Content): TemplateResult {
  return html`
    <div class="contact">
      <p>${content.inline(contact.name)}${contact.name && contact.responsibility ? ': ' : nothing}${content.inline(contact.responsibility)}</p>
      ${reach(contact)}
    </div>
  `;
}

/** Telephone numbers and addresses run left to right in every language. */
function reach({ phone, mobile, email, url, appointment }: Reachable): Rendered {
  const rows: [label: string, link: TemplateResult][] = [];
  for (const number of [phone, mobile]) if (number) rows.push([msg('Phone'), html`<a href=${telephone(number)}><bdi dir="ltr">${number}</bdi></a>`]);
  if (email) rows.push([msg('Email'), html`<a href=${`mailto:${email}`}><bdi dir="ltr">${email}</bdi></a>`]);
  if (url) rows.push([msg('Website'), externalLink(url, html`<bdi dir="ltr">${new URL(url).hostname}</bdi>`)]);
  if (appointment) rows.push([msg('Appointment'), externalLink(appointment, msg('Book an appointment'))]);
  if (!rows.length) return nothing;
  return html`<dl class="facts">${rows.map(([label, link]) => html`<div><dt>${label}</dt><dd>${link}</dd></div>`)}</dl>`;
}

/** "+49 (0) 30 123" is dialled without the zero. */
const telephone = (number: string): string => `tel:${number.replace(/^(\+.*?)\(0\)/, '$1').replace(/[^\d+]/g, '')}`;

function addressLine(address: PostalAddress | undefined, content: Content): Rendered {
  if (!address) return nothing;
  const { street, postalCode, city, country, note } = address;
  const lines = [street, [postalCode, city].filter(Boolean).join(' '), country].filter(Boolean);
  return html`<address>${lines.map((line) => html`<span class="line">${content.german(line)}</span>`)}${note ? html`<span class="line">${content.inline(note)}</span>` : nothing}</address>`;
}
