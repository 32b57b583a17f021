/** Secrets that stand in links, and the keyed hashes that stand in the database and the log instead of what they are made from. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { keyOf, mailboxOf } from './email.mjs';

/** @returns {string} 256 random bits, base64url, 43 characters */
export const newId = () => randomBytes(32).toString('base64url');

/** A token is derived, so that a mail can be written again after a restart, and yet nobody who only has the database can make one.
 * @param {Buffer} key @param {string} purpose @param {string} id @returns {string} base64url, 43 characters */
export const tokenOf = (key, purpose, id) => createHmac('sha256', key).update(`${purpose}:${id}`).digest('base64url');

/** What is stored of a token. @param {string} token @returns {string} 64 hex digits */
export const hashOf = (token) => createHash('sha256').update(token).digest('hex');

/** Names an address without telling it. @param {Buffer} key @param {string} address in any case @returns {string} base64url, 43 characters */
export const addressHash = (key, address) => tokenOf(key, 'address', keyOf(address));

/** Names the mailbox an address leads to. @param {Buffer} key @param {string} address @returns {string} base64url, 43 characters */
export const mailboxHash = (key, address) => tokenOf(key, 'mailbox', mailboxOf(address));

/** Names the key without telling it. @param {Buffer} key @returns {string} base64url, 43 characters */
export const fingerprintOf = (key) => tokenOf(key, 'fingerprint', 'newsletter');
