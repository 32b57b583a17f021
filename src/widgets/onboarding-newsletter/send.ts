/** Sends a subscription, in the format of whoever takes it. */
import type { Newsletter } from '../../model/newsletter.ts';
import type { Network } from './exchange.ts';
import type { solve } from './proof-of-work.ts';
import { sendForm } from './send-form.ts';
import { sendJson } from './send-json.ts';
import { sendListmonk } from './send-listmonk.ts';
import type { Subscription } from './subscription.ts';

export interface SendOptions extends Network {
  /** Missing: our own. */
  solve?: typeof solve;
  /** Called while a proof of work is sought, with the share of the numbers that were tried: 0 to 1. */
  progress?: (share: number) => void;
}

/** `reason` is one English sentence for the web team, never for the visitor. */
export type Outcome =
  /** `optIn` false: the other side says that no confirmation is needed. */
  | { kind: 'accepted'; optIn: boolean }
  /** Sent to `host`, whose answer a browser does not let us read. */
  | { kind: 'blind'; host: string }
  | { kind: 'refused'; field?: 'email' | 'name' | 'topics' | 'language' | 'consent'; reason: string }
  /** `rejected`: the web team has to mend something. */
  | { kind: 'unreachable' | 'unavailable' | 'rejected'; reason: string };

const FORMATS = { json: sendJson, listmonk: sendListmonk, form: sendForm };

/** Never throws; what was aborted is `unreachable`. */
export async function send(subscription: Subscription, newsletter: Newsletter, options: SendOptions = {}): Promise<Outcome> {
  try {
    return await FORMATS[newsletter.format ?? 'json'](subscription, newsletter, options);
  } catch (error) {
    // A RangeError is a proof of work that cannot be done.
    return { kind: error instanceof RangeError ? 'rejected' : 'unreachable', reason: `${newsletter.url}: ${error}` };
  }
}
