/** What a link of a mail asks for: confirming, leaving, and the right to see and to delete one's data. */
import type { Newsletter } from '../../model/newsletter.ts';
import { failure, postJson, type Network } from './exchange.ts';

/** What the service answers where it is done. An export is the data themselves. */
const DONE = { confirm: 'confirmed', unsubscribe: 'unsubscribed', stop: 'stopped', delete: 'deleted', export: undefined };
export type Action = keyof typeof DONE;

/** `reason` is one English sentence for the web team, never for the visitor. */
export type ActionOutcome =
  /** `answer` as the service sent it: of `export` the data; of `confirm` with `manage`, the token for everything else. */
  | { kind: 'done'; answer: Record<string, unknown> }
  /** The token is unknown, expired or used up; all alike. */
  | { kind: 'unknown' }
  | { kind: 'unreachable' | 'unavailable' | 'rejected'; reason: string };

/** Never throws; what was aborted is `unreachable`. */
export async function act(action: Action, token: string, newsletter: Newsletter, network: Network = {}): Promise<ActionOutcome> {
  const url = new URL(action, newsletter.url).href;
  try {
    const answer = await postJson(url, { token }, network);
    const { status, body } = answer;
    if (status < 300 && (action === 'export' ? typeof body.email === 'string' : body.status === DONE[action])) return { kind: 'done', answer: body };
    // Any other 404 comes from a server that has nothing there.
    return status === 404 && body.error === 'unknown' ? { kind: 'unknown' } : failure(url, answer);
  } catch (error) {
    return { kind: 'unreachable', reason: `${url}: ${error}` };
  }
}
