/** What counts as a mail address: exactly what browsers accept in `<input type=email>`, so that nobody is refused twice for different reasons. */

// The WHATWG pattern. It holds no space, quote, comma or control character, so that no header can be injected through an address.
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** RFC 5321: what fits between the angle brackets of MAIL FROM and RCPT TO. */
const LONGEST = 254;

/** @param {unknown} raw @returns {string | undefined} the address as it was typed, without spaces around it */
export function readEmail(raw) {
  if (typeof raw !== 'string' || raw.length > LONGEST) return undefined;
  // Only spaces: trim() would take a line break off, and what sends one is no form.
  const address = raw.replace(/^ +| +$/g, '');
  return EMAIL.test(address) ? address : undefined;
}

/** Addresses that differ only in case are one person. @param {string} address */
export const keyOf = (address) => address.toLowerCase();
