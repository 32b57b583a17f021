/** All that the service remembers, in a database and in the suppression log, which wins where the two differ. */
import { createActions } from './actions.mjs';
import { createByAddress } from './by-address.mjs';
import { inWrite } from './database.mjs';
import { guardKey } from './key.mjs';
import { abandon, DAY, end, FORGOTTEN, HOUR, MEMORY, remove, TOKEN_LIFE } from './life.mjs';
import { createOutbox } from './outbox.mjs';
import { createRequests } from './requests.mjs';
import { tokenOf } from './tokens.mjs';

const PAGE = 500;
const ENDED = new Set(['unsubscribed', 'stopped', 'deleted']);

/** In pages, so that a slow reader does not hold the connection. */
async function* pagesOf(db, narrow) {
  let last = '';
  for (;;) {
    const rows = await narrow(db.selectFrom('subscription').selectAll()).where('id', '>', last).orderBy('id').limit(PAGE).execute();
    yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1).id;
  }
}

/**
 * Brings a database that is older than the log, because it was restored or because of a crash between the two, up to what people wanted to end.
 * A line "confirmed" makes nobody a subscriber: it names the address and not the request, and the one in an old backup may not be the one that
 * was confirmed, with other topics and words. Who is left out can ask again; who is written to without consent cannot be asked for it afterwards.
 */
async function replay({ db, log }) {
  for await (const rows of pagesOf(db, (query) => query)) {
    await inWrite(db, async (tx) => {
      for (const row of rows) {
        const action = log.last(row.address_key);
        const at = log.at(row.address_key);
        const isOlder = row.requested_at <= at;
        if (action === 'stopped' && row.status !== 'stopped') await end(tx, row, 'stopped', at);
        // Nothing was kept at a deletion, and at the end of a block. Who came back after that or while the request is still open is somebody new.
        if ((action === 'deleted' || action === 'allowed') && isOlder) await remove(tx, row, at);
        if (action === 'unsubscribed' && (row.status === 'confirmed' || (row.status === 'pending' && isOlder))) await end(tx, row, 'unsubscribed', at);
      }
    });
  }
}

/** The words people agreed to, kept for as long as the service lives: a hash alone proves nothing once the endpoint document has changed. */
const keepConsents = ({ db, config, clock }) => inWrite(db, async (tx) => {
  for (const [hash, { version, language, text }] of config.newsletter.consents) {
    await tx.insertInto('consent_text').values({ hash, version, language: language ?? null, text, first_seen: clock() })
      .onConflict((conflict) => conflict.doNothing()).execute();
  }
});

/**
 * Every method that writes answers when it is on the disk, and rejects with the database's or the file system's error when it could not be kept.
 * @param {object} parts
 * @param {import('kysely').Kysely<any>} parts.db of `openDatabase`
 * @param {Awaited<ReturnType<typeof import('./suppression-log.mjs').open>>} parts.log
 * @param {ReturnType<typeof import('./config.mjs').readConfig>} parts.config
 * @param {() => number} [parts.clock] epoch ms
 */
export async function createStore({ db, log, config, clock = Date.now }) {
  const parts = { db, log, config, clock };
  await guardKey(parts);
  await replay(parts);
  await keepConsents(parts);
  return {
    ...createRequests(parts),
    ...createActions(parts),
    ...createOutbox(parts),
    ...createByAddress(parts),

    /** To be called after the endpoint document has changed. */
    keepConsents: () => keepConsents(parts),

    /** Everybody who is to get the newsletter, in no order. */
    async* subscribers() {
      for await (const rows of pagesOf(db, (query) => query.where('status', '=', 'confirmed'))) {
        for (const row of rows) {
          if (ENDED.has(log.last(row.address_key))) continue;
          yield {
            address: row.address, name: row.name, topics: JSON.parse(row.topics), language: row.language, status: row.status,
            consent: { version: row.consent_version, language: row.consent_language, hash: row.consent_hash },
            requestedAt: row.requested_at, confirmedAt: row.confirmed_at, unsubscribeToken: tokenOf(config.key, 'unsubscribe', row.id),
          };
        }
      }
    },

    /** Forgets what nobody confirmed in time, who unsubscribed RETENTION_DAYS ago, and what only the limits needed. */
    purge: (now) => inWrite(db, async (tx) => {
      await abandon(tx, (query) => query.where('request', 'is not', null).where('request_sent_at', '<', now - TOKEN_LIFE));
      await tx.updateTable('subscription').set(FORGOTTEN).where('status', '=', 'unsubscribed').where('confirmed_at', 'is not', null)
        .where('request', 'is', null).where('ended_at', '<=', now - config.retentionDays * DAY).execute();
      // Its link "unsubscribe" works for some days more, so that pressing it twice is answered alike.
      await tx.deleteFrom('subscription').where('status', '=', 'unsubscribed').where('confirmed_at', 'is', null)
        .where('request', 'is', null).where('ended_at', '<', now - TOKEN_LIFE).execute();
      await tx.deleteFrom('mail').where('created_at', '<', now - MEMORY).execute();
      await tx.deleteFrom('deletion').where('deleted_at', '<', now - MEMORY).execute();
      await tx.deleteFrom('tally').where('hour', '<', Math.floor((now - MEMORY) / HOUR)).execute();
    }),
  };
}
