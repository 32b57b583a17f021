/** Empties the outbox: claims what is due one after the other, sends up to four at a time, writes down how it went. When to try again is the store's business. */
import { composeMail } from './mails.mjs';

const AT_ONCE = 4;
/** Nothing tells when a mail that failed is due again or the database is back. */
const LOOK_AGAIN_MS = 10_000;

/** How often a mail may be handed over to a server that then says nothing. It may have arrived each time, so after that it counts as sent. */
const HAND_OVERS = 2;

/** The mail server said no to this very recipient, for good. A refused sender or text is ours to mend, so that mail is tried again. */
const isPermanent = ({ code, command, responseCode }) => code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500;

/**
 * @param {object} parts
 * @param {{ takeMail(now: number): Promise<object | undefined>, mailHandedOver(id: string): Promise<void>, mailSent(id: string, now: number): Promise<void>, mailFailed(id: string, now: number, permanent: boolean): Promise<void> }} parts.store
 * @param {object} parts.config see `composeMail`
 * @param {{ sendMail(message: object, beforeLastLine: () => Promise<void>): Promise<unknown> }} parts.transport see `createSmtp`
 * @param {() => number} [parts.clock] epoch ms
 * @param {{ setTimeout: Function, clearTimeout: Function }} [parts.timers]
 * @param {(line: string) => void} [parts.report] one line for whoever runs the service; never personal, a mail is named by its id
 * @returns {{ wake(): void, stop(): Promise<void> }} `wake` after a mail was queued; `stop` waits for what is on its way
 */
export function createMailer({ store, config, transport, clock = Date.now, timers = globalThis, report = console.error }) {
  const sending = new Map();
  /** Mail id to how often it was handed over without an answer. */
  const uncertain = new Map();
  /** Mail id to the note that is not in the database yet. Written before anything new is claimed, so that a database that was away costs no second mail. */
  const results = new Map();
  let round;
  let again = false;
  let stopped = false;
  let timer;

  const send = async (mail) => transport.sendMail(composeMail(mail, config), () => store.mailHandedOver(mail.id));

  function isSent(id, failure) {
    if (!failure) return true;
    if (!failure.uncertain) return false;
    uncertain.set(id, (uncertain.get(id) ?? 0) + 1);
    return uncertain.get(id) >= HAND_OVERS;
  }

  async function deliver(mail) {
    const failure = await send(mail).then(() => undefined, (error) => error);
    const now = clock();
    if (failure) report(`mail ${mail.id}: no success (${failure.code ?? failure.name})`);
    const sent = isSent(mail.id, failure);
    if (sent) uncertain.delete(mail.id);
    results.set(mail.id, () => (sent ? store.mailSent(mail.id, now) : store.mailFailed(mail.id, now, isPermanent(failure))));
    sending.delete(mail.id);
    wake();
  }

  /** All at once, so that the store can write them together. */
  const note = () => Promise.all(Array.from(results, async ([id, write]) => {
    await write();
    results.delete(id);
  }));

  async function claim() {
    while (!stopped && sending.size < AT_ONCE) {
      const mail = await store.takeMail(clock());
      if (!mail) return;
      sending.set(mail.id, deliver(mail));
    }
  }

  async function work() {
    timers.clearTimeout(timer);
    try {
      do {
        again = false;
        await note();
        await claim();
      } while (again);
    } catch (error) {
      report(`outbox: ${error.code ?? error.name}, trying again`);
    }
    round = undefined;
    if (!stopped) timer = timers.setTimeout(wake, LOOK_AGAIN_MS);
  }

  function wake() {
    again = true;
    if (!stopped) round ??= work();
  }

  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      timers.clearTimeout(timer);
      await round;
      await Promise.all(sending.values());
      await note().catch((error) => report(`outbox: ${error.code ?? error.name}, a mail may be sent twice`));
    },
  };
}
