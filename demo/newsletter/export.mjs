/** Everything that is stored about a person, for the person (GDPR Art. 15). */

const iso = (time) => (time === null ? null : new Date(time).toISOString());

/**
 * @param {{ db: import('kysely').Kysely<any>, log: object }} parts see `createStore`
 * @param {object} row of `subscription`
 * @returns {Promise<object>} what was confirmed; `openRequest`: what was asked for and is not confirmed yet, or null; `mails` of the last 30 days;
 *   `suppression`: the last line about the address in suppressions.log, or null. Times are ISO.
 */
export async function exportOf({ db, log }, row) {
  async function consentOf(consent) {
    const found = await db.selectFrom('consent_text').select('text').where('hash', '=', consent.hash).executeTakeFirst();
    return { ...consent, text: found?.text };
  }

  async function openRequest() {
    const { at, address, name, topics, language, consent } = JSON.parse(row.request);
    return { email: address, name, topics, language, consent: await consentOf(consent), requestedAt: iso(at), mailSentAt: iso(row.request_sent_at) };
  }

  const mails = await db.selectFrom('mail').select(['kind', 'language', 'attempts', 'created_at', 'sent_at', 'failed_at']).where('subscription_id', '=', row.id).orderBy('created_at').execute();
  const action = log.last(row.address_key);
  return {
    email: row.address, name: row.name, topics: JSON.parse(row.topics), language: row.language, status: row.status,
    consent: row.consent_hash === null ? null : await consentOf({ version: row.consent_version, language: row.consent_language, hash: row.consent_hash }),
    requestedAt: iso(row.requested_at), confirmedAt: iso(row.confirmed_at), endedAt: iso(row.ended_at),
    openRequest: row.request === null ? null : await openRequest(),
    mails: mails.map(({ kind, language, attempts, created_at, sent_at, failed_at }) => ({
      kind, language, attempts, queuedAt: iso(created_at), sentAt: iso(sent_at), failedAt: iso(failed_at),
    })),
    suppression: action ? { action, at: iso(log.at(row.address_key)) } : null,
  };
}
