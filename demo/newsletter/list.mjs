/** The list of subscribers for whoever sends the newsletter. */
import { csvLine } from './csv.mjs';

const COLUMNS = ['address', 'name', 'topics', 'language', 'status', 'consent_version', 'consent_language', 'consent_hash', 'requested_at', 'confirmed_at', 'unsubscribe_url'];

const rowOf = (person, service) => csvLine([
  person.address, person.name, person.topics.join(' '), person.language, person.status,
  person.consent.version, person.consent.language, person.consent.hash,
  new Date(person.requestedAt).toISOString(), new Date(person.confirmedAt).toISOString(),
  `${service}/unsubscribe?token=${person.unsubscribeToken}&lang=${person.language}`,
]);

async function* linesOf(people, service) {
  let next = await people.next();
  // Excel takes a file without the mark for one of Windows-1252.
  yield Buffer.from(`\ufeff${csvLine(COLUMNS)}`);
  for (; !next.done; next = await people.next()) yield Buffer.from(rowOf(next.value, service));
}

async function* following(first, rest) {
  yield first;
  yield* rest;
}

/**
 * @param {AsyncGenerator<object>} people see `subscribers` of the store
 * @param {string} service address of the service, without a slash at its end
 * @returns {Promise<ReadableStream<Uint8Array>>} CSV, once the first of them was read: a database that is away is still told as such. A fault on the way breaks it
 *   off, so that nobody takes half a list for the whole.
 */
export async function listOf(people, service) {
  const lines = linesOf(people, service);
  const { value } = await lines.next();
  return ReadableStream.from(following(value, lines));
}
