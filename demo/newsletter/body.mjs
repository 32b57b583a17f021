/** Reads a request's body, never more of it than is allowed, whatever its headers say. */

const MOST_BYTES = 4096;

export class TooLarge extends Error {}

async function readStream(stream) {
  const chunks = [];
  let size = 0;
  // Not cancelled: a client that is still sending would find its connection cut instead of the answer.
  for await (const chunk of stream.values({ preventCancel: true })) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @param {Request} request @returns {Promise<Uint8Array>} @throws {TooLarge} */
export async function readBody(request) {
  const length = request.headers.get('content-length');
  if (Number(length) > MOST_BYTES) throw new TooLarge();
  // The HTTP parser ends a body at the length it was told, and reading it whole costs a tenth of a stream.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  return request.body ? readStream(request.body) : new Uint8Array();
}

/** @returns {unknown} undefined where it is not JSON in UTF-8 */
export function asJson(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** URL-encoded or multipart. @returns {Promise<FormData>} empty where it is neither */
export const asForm = (bytes, contentType) => new Response(bytes, { headers: { 'Content-Type': contentType } }).formData().catch(() => new FormData());
