/** SHA-256 without `crypto.subtle`, which pages without https do not have. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** @returns 64 digits in lower case: the hash of the text in UTF-8 */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
