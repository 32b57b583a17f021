/** Sends a subscription to the reference service, or to any that speaks like it. */
import type { Newsletter } from '../../model/newsletter.ts';
import { sha256Hex } from '../../core/sha256.ts';
import { failure, postJson } from './exchange.ts';
import { solve } from './proof-of-work.ts';
import type { Outcome, SendOptions } from './send.ts';
import type { Subscription } from './subscription.ts';

/** A solution may expire on a slow device; a service that is never content is out of order. */
const MAX_PROOFS = 3;
const REFUSABLE = ['email', 'name', 'topics', 'language', 'consent'] as const;

export async function sendJson({ entry, shown, elapsed, website }: Subscription, { url }: Newsletter, options: SendOptions): Promise<Outcome> {
  const { email, name, topics, language } = entry;
  const consent = { version: shown.version, language: shown.language, hash: sha256Hex(shown.text) };
  const request = { email, name: name || undefined, topics, language, consent, website, elapsed: Math.round(elapsed) };
  let answer = await postJson(url, request, options);
  for (let proofs = 0; answer.status === 428 && proofs < MAX_PROOFS; proofs++) {
    const altcha = await (options.solve ?? solve)(answer.body.challenge, options);
    answer = await postJson(url, { ...request, altcha }, options);
  }
  const { status, body } = answer;
  if (status < 300 && body.status === 'accepted') return { kind: 'accepted', optIn: true };
  const fault = failure(url, answer, 'refused');
  return fault.kind === 'refused' ? { ...fault, field: REFUSABLE.find((field) => field === body.error) } : fault;
}
