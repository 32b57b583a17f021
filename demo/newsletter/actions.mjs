/** What somebody can do with a token. Each answers undefined for a token that is unknown, expired or used up, and the same again where it was done before. */
import { inWrite } from './database.mjs';
import { exportOf } from './export.mjs';
import { hashOf, newId, tokenOf } from './tokens.mjs';
import { CLOSED, end, isAlive, remove } from './life.mjs';
import { mailRow } from './requests.mjs';

/** @param {object} parts see `createStore` */
export function createActions({ db, log, config, clock }) {
  const { key } = config;
  const find = (tx, column, token) => tx.selectFrom('subscription').selectAll().where(column, '=', hashOf(token)).executeTakeFirst();

  /** The office may have written to the log meanwhile. */
  const write = (work) => inWrite(db, async (tx) => {
    await log.catchUp();
    return work(tx);
  });

  async function enter(tx, row, now) {
    const { at, address, name, topics, language, consent } = JSON.parse(row.request);
    await tx.updateTable('subscription').set({
      ...CLOSED,
      // Its token goes on answering "confirmed" for as long as this confirmation holds.
      request_token_hash: row.request_token_hash,
      status: 'confirmed', address, name, topics: JSON.stringify(topics), language,
      consent_version: consent.version, consent_language: consent.language, consent_hash: consent.hash,
      requested_at: at, confirmed_at: now, ended_at: null,
    }).where('id', '=', row.id).execute();
    // Who confirms has the mail, even if nobody could note down that it was sent.
    await tx.updateTable('mail').set({ sent_at: now }).where('id', '=', row.request_id).where('sent_at', 'is', null).execute();
    await tx.insertInto('mail')
      .values(mailRow(key, { id: newId(), subscriptionId: row.id, address, kind: 'welcome', language, now }))
      .execute();
    await log.append('confirmed', row.address_key);
  }

  return {
    confirm: (token) => write(async (tx) => {
      const now = clock();
      const row = await find(tx, 'request_token_hash', token);
      if (!row || log.last(row.address_key) === 'stopped') return undefined;
      if (row.request !== null) {
        if (!isAlive(row.request_sent_at, now)) return undefined;
        await enter(tx, row, now);
      }
      return { status: 'confirmed', manage: tokenOf(key, 'manage', row.id) };
    }),

    /** By the token of a mail or that of the page with one's data. */
    unsubscribe: (token) => write(async (tx) => {
      const row = await find(tx, 'unsubscribe_hash', token) ?? await find(tx, 'manage_hash', token);
      if (!row) return undefined;
      const holds = row.status === 'stopped' || (row.status === 'unsubscribed' && row.request === null);
      if (!holds) {
        await log.append('unsubscribed', row.address_key);
        await end(tx, row, 'unsubscribed', clock());
      }
      return { status: 'unsubscribed' };
    }),

    /** Looked up among the mails: whoever opens one after the request in it has expired can still say "never again". */
    stop: (token) => write(async (tx) => {
      const mail = await tx.selectFrom('mail').select('address_hash').where('stop_hash', '=', hashOf(token)).limit(1).executeTakeFirst();
      if (!mail) return undefined;
      if (log.last(mail.address_hash) !== 'stopped') await log.append('stopped', mail.address_hash);
      const row = await tx.selectFrom('subscription').selectAll().where('address_key', '=', mail.address_hash).executeTakeFirst();
      if (row && row.status !== 'stopped') await end(tx, row, 'stopped', clock());
      return { status: 'stopped' };
    }),

    /** Everything that is stored about the holder of a manage token. */
    async export(token) {
      const row = await find(db, 'manage_hash', token);
      if (!row || row.status === 'stopped') return undefined;
      return exportOf({ db, log }, row);
    },

    delete: (token) => write(async (tx) => {
      const now = clock();
      const row = await find(tx, 'manage_hash', token);
      if (!row) {
        const before = await tx.selectFrom('deletion').select('manage_hash').where('manage_hash', '=', hashOf(token)).executeTakeFirst();
        return before && { status: 'deleted' };
      }
      // Nothing but the wish never to be written to is left of somebody who stopped.
      if (row.status !== 'stopped') {
        await log.append('deleted', row.address_key);
        await remove(tx, row, now);
      }
      return { status: 'deleted' };
    }),
  };
}
