/** What begins and ends with a request to subscribe, shared by everything that writes. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A confirmation link works for so long after its mail was sent. */
export const TOKEN_LIFE = 3 * DAY;
/** Mails that are over are remembered for so long: the limits of an address are counted in them. */
export const MEMORY = 30 * DAY;

/** No open request. */
export const CLOSED = { request_id: null, request_token_hash: null, request: null, request_sent_at: null };
/** What is left of a person: the keyed hash of the address. */
export const FORGOTTEN = { address: '', name: null, topics: '[]', consent_version: null, consent_language: null, consent_hash: null, confirmed_at: null };

/** Whether the link of an open request works. Before its mail is marked as sent it does; a clock put back by up to a day does not end it.
 * @param {number | null} sentAt @param {number} now epoch ms */
export const isAlive = (sentAt, now) => sentAt === null || (now - sentAt >= -DAY && now - sentAt <= TOKEN_LIFE);

/** Mails of a subscription that nobody has sent yet are not sent any more. */
const cancelMails = (tx, id, now) => tx.updateTable('mail').set({ failed_at: now })
  .where('subscription_id', '=', id).where('sent_at', 'is', null).where('failed_at', 'is', null).execute();

/** Ends a subscription and its open request. Who never confirmed, or wants no mail ever, is known by the hash of the address only from here on.
 * @param {import('kysely').Transaction<any>} tx
 * @param {{ id: string, confirmed_at: number | null }} row
 * @param {'unsubscribed' | 'stopped'} status */
export async function end(tx, { id, confirmed_at }, status, now) {
  const forget = status === 'stopped' || confirmed_at === null;
  await tx.updateTable('subscription').set({ status, ended_at: now, ...CLOSED, ...(forget && FORGOTTEN) }).where('id', '=', id).execute();
  await cancelMails(tx, id, now);
}

/** Deletes everything about a person but the keyed hash in the mails of the last 30 days.
 * @param {{ id: string, manage_hash: string }} row */
export async function remove(tx, { id, manage_hash }, now) {
  await tx.deleteFrom('subscription').where('id', '=', id).execute();
  await tx.insertInto('deletion').values({ manage_hash, deleted_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
  await cancelMails(tx, id, now);
}

/** Closes open requests that nobody confirmed; who has nothing but that request is deleted.
 * @param {(query: any) => any} which narrows a query on `subscription` to them */
export async function abandon(tx, which) {
  await which(tx.deleteFrom('subscription').where('status', '=', 'pending')).execute();
  await which(tx.updateTable('subscription').set(CLOSED)).execute();
}
