/** How to reach an office and the people in it. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actor, Contact, PostalAddress } from '../../model/actor.ts';
import type { Content } from '../content.ts';
import { externalLink } from '../external-link.ts';
import { dialled } from '../telephone.ts';

type Rendered = TemplateResult | typeof nothing;
type Reachable = Pick<Contact, 'phone' | 'mobile' | 'email' | 'url' | 'appointment'>;
/** A label and what stands behind it. */
export type Fact = [label: string, value: unknown];

export const factList = (facts: readonly Fact[]): Rendered =>
  (facts.length ? html`<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>` : nothing);

/** Telephone numbers and addresses run left to right in every language. */
export function reachFacts({ phone, mobile, email, url, appointment }: Reachable): Fact[] {
  const facts: Fact[] = [];
  for (const number of [phone, mobile]) if (number) facts.push([msg('Phone'), html`<a href=${`tel:${dialled(number)}`}><bdi dir="ltr">${number}</bdi></a>`]);
  if (email) facts.push([msg('Email'), html`<a href=${`mailto:${email}`}><bdi dir="ltr">${email}</bdi></a>`]);
  if (url) facts.push([msg('Website'), externalLink(url, html`<bdi dir="ltr">${new URL(url).hostname || url}</bdi>`)]);
  if (appointment) facts.push([msg('Appointment'), externalLink(appointment, msg('Book an appointment'))]);
  return facts;
}

export const contactPart = (contact: Contact, content: Content): TemplateResult => html`
  <div class="contact">
    <p>${content.inline(contact.name)}${contact.name && contact.responsibility ? ': ' : nothing}${content.inline(contact.responsibility)}</p>
    ${factList(reachFacts(contact))}
  </div>
`;

export function addressPart({ address, geo }: Pick<Actor, 'address' | 'geo'>, content: Content): Rendered {
  const { street, postalCode, city, country, note } = address ?? {};
  const lines = addressLines({ street, postalCode, city, country });
  if (!lines.length && !geo) return nothing;
  return html`
    <address>
      ${lines.map((line) => html`<span class="line">${content.german(line)}</span>`)}${note ? html`<span class="line">${content.inline(note)}</span>` : nothing}
      <span class="line no-print">${externalLink(directions(geo, lines), msg('Directions'))}</span>
    </address>
  `;
}

const addressLines = ({ street, postalCode, city, country }: PostalAddress): string[] =>
  [street, [postalCode, city].filter(Boolean).join(' '), country].filter((line): line is string => Boolean(line));

/** A plain link: nobody is asked before it is followed. */
export function directions(geo: Actor['geo'], lines: readonly string[]): string {
  const site = 'https://www.openstreetmap.org/';
  return geo ? `${site}directions?route=;${geo.latitude},${geo.longitude}` : `${site}search?query=${encodeURIComponent(lines.join(', '))}`;
}
