/**
 * "I want the newsletter": decides, inside the write, whether a confirmation mail is queued. Nobody outside learns which.
 * Requests that come while the disk is busy are decided together, in the order they came: a handful of statements for all of them.
 */
import { inWrite } from './database.mjs';
import { addressHash, hashOf, mailboxHash, newId, tokenOf } from './tokens.mjs';
import { DAY, HOUR, isAlive, MEMORY } from './life.mjs';

const PER_MEMORY = 3;
/** Databases bound the values of one statement. */
const MOST_TOGETHER = 500;

/** The row of a new mail. `id` of a confirmation is its request's.
 * @param {Buffer} key of the service */
export const mailRow = (key, { id, subscriptionId, address, kind, language, now }) => ({
  id, subscription_id: subscriptionId, address_hash: addressHash(key, address), mailbox_hash: mailboxHash(key, address), stop_hash: hashOf(tokenOf(key, 'stop', subscriptionId)),
  kind, language, created_at: now, next_at: now, attempts: 0, sent_at: null, failed_at: null,
});

const byKey = (rows) => new Map(rows.map(({ key, ...row }) => [key, row]));

/** What counts against a new mail: the subscription of each address, the latest confirmation mails to its mailbox, and everybody's mails of this hour. */
async function situation(tx, keys, mailboxes, now) {
  const subscriptions = await tx.selectFrom('subscription').where('address_key', 'in', keys)
    .select(['address_key as key', 'id', 'status', 'confirmed_at', 'request', 'request_sent_at']).execute();
  const mails = await tx.selectFrom('mail').where('mailbox_hash', 'in', mailboxes).where('kind', '=', 'confirm').where('created_at', '>', now - MEMORY)
    .select((row) => ['mailbox_hash as key', row.fn.countAll().as('all'), row.fn.max('created_at').as('latest')]).groupBy('mailbox_hash').execute();
  const { hour } = await tx.selectFrom('mail').where('created_at', '>', now - HOUR).select((row) => row.fn.countAll().as('hour')).executeTakeFirstOrThrow();
  return { subscriptions: byKey(subscriptions), mails: byKey(mails), hour };
}

/** A row is written whatever becomes of the requests, so that every state of an address takes the same wait for the disk. */
const count = (tx, requests, now) => tx.insertInto('tally').values({ hour: Math.floor(now / HOUR), requests })
  .onConflict((conflict) => conflict.column('hour').doUpdateSet((row) => ({ requests: row('tally.requests', '+', requests) })))
  .execute();

/**
 * @param {object} parts see `createStore`
 * @returns `request(subscription, { held })`: 'queued' if a confirmation mail was put into the outbox, else why not: 'stopped', 'limit' (of the address), 'ceiling' (of all).
 *   With a reason as `held` none is, whatever the address, and that reason comes back.
 */
export function createRequests({ db, log, config, clock }) {
  const { key, hourlyMails } = config;

  /** Why there is no mail, or undefined. */
  function reasonAgainst({ subscriptions, mails, hour }, { addressKey, mailbox }, now) {
    const found = subscriptions.get(addressKey);
    if (log.last(addressKey) === 'stopped' || found?.status === 'stopped') return 'stopped';
    if (found && found.request !== null && isAlive(found.request_sent_at, now)) return 'limit';
    const { all, latest } = mails.get(mailbox) ?? { all: 0, latest: -Infinity };
    if (all >= PER_MEMORY || latest > now - DAY) return 'limit';
    return hour < hourlyMails ? undefined : 'ceiling';
  }

  /** The open request as the columns of its subscription. */
  function openRequest({ email, name, topics, language, consent }, now) {
    const request_id = newId();
    const request = JSON.stringify({ at: now, address: email, name: name ?? null, topics, language, consent });
    return { request_id, request_token_hash: hashOf(tokenOf(key, 'confirm', request_id)), request, request_sent_at: null };
  }

  function newSubscription(id, addressKey, language) {
    return {
      id, address_key: addressKey, name: null, topics: '[]', language, status: 'pending',
      unsubscribe_hash: hashOf(tokenOf(key, 'unsubscribe', id)), manage_hash: hashOf(tokenOf(key, 'manage', id)),
    };
  }

  async function decide(tx, batch) {
    const now = clock();
    await log.catchUp();
    const asked = batch.map(({ subscription, held }) => ({
      subscription, held, addressKey: addressHash(key, subscription.email), mailbox: mailboxHash(key, subscription.email),
    }));
    const each = (name) => [...new Set(asked.map((one) => one[name]))];
    const known = await situation(tx, each('addressKey'), each('mailbox'), now);
    await count(tx, batch.length, now);
    const fresh = [];
    const mails = [];
    const answers = [];
    for (const one of asked) {
      const { subscription, addressKey, mailbox } = one;
      const reason = one.held ?? reasonAgainst(known, one, now);
      answers.push(reason ?? 'queued');
      if (reason) continue;
      const found = known.subscriptions.get(addressKey);
      const id = found?.id ?? newId();
      const open = openRequest(subscription, now);
      const person = { address: subscription.email, requested_at: now };
      if (!found) fresh.push({ ...newSubscription(id, addressKey, subscription.language), ...person, ...open });
      // What somebody once confirmed stays as it is until this request is confirmed too.
      else await tx.updateTable('subscription').set({ ...open, ...(found.confirmed_at === null && person) }).where('id', '=', id).execute();
      mails.push(mailRow(key, { id: open.request_id, subscriptionId: id, address: subscription.email, kind: 'confirm', language: subscription.language, now }));
      known.mails.set(mailbox, { all: (known.mails.get(mailbox)?.all ?? 0) + 1, latest: now });
      known.hour += 1;
    }
    if (fresh.length) await tx.insertInto('subscription').values(fresh).execute();
    if (mails.length) await tx.insertInto('mail').values(mails).execute();
    return answers;
  }

  let open;
  /** What is decided together: open until its turn to write comes, or never does. */
  function openRound() {
    const batch = [];
    const close = () => {
      if (open?.batch === batch) open = undefined;
    };
    const answers = inWrite(db, (tx) => {
      close();
      return decide(tx, batch);
    }).finally(close);
    return { batch, answers };
  }

  return {
    async request(subscription, { held } = {}) {
      if (!open || open.batch.length >= MOST_TOGETHER) open = openRound();
      const { batch, answers } = open;
      const place = batch.push({ subscription, held }) - 1;
      return (await answers)[place];
    },
  };
}
