/** What counts as a mail address: what browsers accept in `<input type=email>`, if mail from the internet can reach it. */

// The WHATWG pattern. It holds no space, quote, comma or control character, so that no header can be injected through an address.
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

// `root@localhost` or `a@127.0.0.1` would be somebody on the mail server's own network.
const PUBLIC_DOMAIN = /\.(?!\d+$)[^.]+$/;
const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/** RFC 5321: what fits between the angle brackets of MAIL FROM and RCPT TO. */
const LONGEST = 254;

/** @param {string} address @returns {string} in lower case */
export const domainOf = (address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** @param {unknown} raw @returns {string | undefined} the address as it was typed, without spaces around it */
export function readEmail(raw) {
  if (typeof raw !== 'string' || raw.length > LONGEST) return undefined;
  // Only spaces: trim() would take a line break off, and what sends one is no form.
  const address = raw.replace(/^ +| +$/g, '');
  return EMAIL.test(address) && PUBLIC_DOMAIN.test(domainOf(address)) ? address : undefined;
}

/** Addresses that differ only in case are one person. @param {string} address */
export const keyOf = (address) => address.toLowerCase();

/** Where mail to an address ends up, as far as its form tells: without `+tag`, and as Gmail reads it. @param {string} address @returns {string} */
export function mailboxOf(address) {
  const domain = domainOf(address);
  const local = keyOf(address).slice(0, -domain.length - 1).replace(/(?<!^)\+.*$/, '');
  return GMAIL.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
