/** The mails that wait, and what became of them. */
import { inWrite } from './database.mjs';
import { tokenOf } from './tokens.mjs';
import { abandon, DAY, HOUR } from './life.mjs';

const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 6 * HOUR;
const GIVE_UP_AFTER = DAY;
/** A mail may be under way when the service dies, and nobody knows whether it arrived: it goes out once more, and then counts as sent. */
const HAND_OVERS = 2;

const isWaiting = (query) => query.where('mail.sent_at', 'is', null).where('mail.failed_at', 'is', null);

/** @param {object} parts see `createStore` */
export function createOutbox({ db, config }) {
  const { key } = config;
  // In memory: after a crash a mail that was not handed over goes out at once.
  const claimed = new Set();

  function toMail({ id, kind, mail_language, subscription_id, ...row }) {
    const { address, name, topics } = kind === 'confirm' ? JSON.parse(row.request) : { ...row, topics: JSON.parse(row.topics) };
    const token = (purpose) => tokenOf(key, purpose, subscription_id);
    return {
      id, kind, to: address, name, topics, language: mail_language,
      tokens: { ...(kind === 'confirm' && { confirm: tokenOf(key, 'confirm', id) }), stop: token('stop'), unsubscribe: token('unsubscribe'), manage: token('manage') },
    };
  }

  async function nextDue(now) {
    const due = await isWaiting(db.selectFrom('mail').innerJoin('subscription', 'subscription.id', 'mail.subscription_id'))
      .select(['mail.id', 'mail.kind', 'mail.language as mail_language', 'mail.subscription_id', 'mail.unheard', 'subscription.request', 'subscription.address', 'subscription.name', 'subscription.topics'])
      // Further away than any wait can be: the clock was put back since.
      .where((where) => where.or([where('mail.next_at', '<=', now), where('mail.next_at', '>', now + LONGEST_WAIT)]))
      .where((where) => where.or([where('mail.kind', '=', 'welcome'), where('mail.id', '=', where.ref('subscription.request_id'))]))
      .orderBy('mail.next_at')
      .limit(claimed.size + 1)
      .execute();
    return due.find(({ id }) => !claimed.has(id));
  }

  return {
    /** Claims the mail that has been due for longest, or answers undefined. It stays claimed until it is marked as sent or failed. */
    async takeMail(now) {
      let next = await nextDue(now);
      for (; next?.unheard >= HAND_OVERS; next = await nextDue(now)) await this.mailSent(next.id, now);
      if (!next) return undefined;
      claimed.add(next.id);
      return toMail(next);
    },

    /** The mail server has all of the mail but its last line, which has to wait for this: a crash from here on is counted. */
    async mailHandedOver(id) {
      await inWrite(db, (tx) => tx.updateTable('mail').set((row) => ({ unheard: row('unheard', '+', 1) })).where('id', '=', id).execute());
    },

    /** The life of the link in a confirmation mail begins here. */
    async mailSent(id, now) {
      await inWrite(db, async (tx) => {
        await tx.updateTable('mail').set((row) => ({ sent_at: now, attempts: row('attempts', '+', 1) })).where('id', '=', id).where('sent_at', 'is', null).execute();
        await tx.updateTable('subscription').set({ request_sent_at: now }).where('request_id', '=', id).where('request_sent_at', 'is', null).execute();
      });
      claimed.delete(id);
    },

    /** Waits 1, 2, 4 … minutes up to 6 hours. After a day, or at once where it is `permanent`, the mail and its request are given up. */
    async mailFailed(id, now, permanent) {
      await inWrite(db, async (tx) => {
        const mail = await isWaiting(tx.selectFrom('mail').selectAll().where('id', '=', id)).executeTakeFirst();
        if (!mail) return;
        const over = permanent || now - mail.created_at >= GIVE_UP_AFTER;
        const wait = Math.min(FIRST_WAIT * 2 ** mail.attempts, LONGEST_WAIT);
        await tx.updateTable('mail').set({ attempts: mail.attempts + 1, unheard: 0, next_at: now + wait, failed_at: over ? now : null }).where('id', '=', id).execute();
        if (over) await abandon(tx, (query) => query.where('request_id', '=', id));
      });
      claimed.delete(id);
    },

    /** How many mails wait. */
    async queueLength() {
      const { waiting } = await isWaiting(db.selectFrom('mail')).select((row) => row.fn.countAll().as('waiting')).executeTakeFirstOrThrow();
      return waiting;
    },
  };
}
