/** Sends a subscription as the provider's own form would. The answer is a page that a browser keeps from us. */
import type { FieldName, Newsletter } from '../../model/newsletter.ts';
import { sha256Hex } from '../../core/sha256.ts';
import { failure, post } from './exchange.ts';
import type { Outcome, SendOptions } from './send.ts';
import type { Subscription } from './subscription.ts';

/**
 * The fields that the provider knows: fixed ones first, then ours in the order of `FIELDS`.
 * @param hash SHA-256 of the consent, where a field asks for it
 */
export function formBody({ entry, shown }: Subscription, { fields: names = {} as Partial<Record<FieldName, string>>, hidden = {}, topics = [] }: Newsletter, hash: string): URLSearchParams {
  const body = new URLSearchParams(hidden);
  // Nothing is sent rather than an empty value, which could wipe out what the provider has.
  const add = (name: string | undefined, value: string | false | undefined): void => {
    if (name && value) body.append(name, value);
  };
  add(names.email ?? 'email', entry.email);
  add(names.name, entry.name);
  for (const { id, field = names.topics, value = id } of topics) if (entry.topics.includes(id)) add(field, value);
  add(names.language, entry.language);
  add(names.consent, entry.agreed && '1');
  add(names.consentVersion, shown.version);
  add(names.consentLanguage, shown.language);
  add(names.consentHash, hash);
  return body;
}

export async function sendForm(subscription: Subscription, newsletter: Newsletter, options: SendOptions): Promise<Outcome> {
  const { url, fields } = newsletter;
  const hash = fields?.consentHash ? sha256Hex(subscription.shown.text) : '';
  const answer = await post(url, { mode: 'no-cors', body: formBody(subscription, newsletter, hash) }, options);
  // Only of the page's own server a status can be seen.
  return answer.status < 400 ? { kind: 'blind', host: new URL(url).host } : failure(url, answer);
}
