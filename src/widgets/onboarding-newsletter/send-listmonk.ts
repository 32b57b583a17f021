/** Sends a subscription to the public API of listmonk. */
import type { Newsletter } from '../../model/newsletter.ts';
import { failure, postJson } from './exchange.ts';
import type { Outcome, SendOptions } from './send.ts';
import type { Subscription } from './subscription.ts';

export async function sendListmonk({ entry }: Subscription, { url, topics = [] }: Newsletter, options: SendOptions): Promise<Outcome> {
  const lists = topics.filter(({ id }) => entry.topics.includes(id)).flatMap(({ value }) => value || []);
  if (!lists.length) return { kind: 'rejected', reason: 'listmonk needs the UUID of a public list as `value` of each topic' };
  // Without a name listmonk takes what stands before the @.
  const answer = await postJson(url, { email: entry.email, name: entry.name || undefined, list_uuids: lists }, options);
  const { data } = answer.body;
  const { has_optin: optIn } = Object(data) as { has_optin?: unknown };
  // Its documentation has a bare `true`, which leaves open whether a mail comes: better looked for in vain than overlooked.
  if (answer.status < 300 && (data === true || typeof optIn === 'boolean')) return { kind: 'accepted', optIn: optIn !== false };
  // Which field is wrong stands only in a sentence, in listmonk's own language.
  return failure(url, answer, 'refused');
}
