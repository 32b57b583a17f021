/** What counts as an e-mail address. */

/** RFC 5321: a path has 256 octets, the two brackets around the address among them. */
const MAX_LENGTH = 254;

// The grammar of <input type="email"> in the HTML standard. A label ends at a dot or at the end, so nothing is tried twice.
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const ADDRESS = new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~-]+@${LABEL}(?:\\.${LABEL})*$`, 'i');

/** @param text without space around it */
export function isEmail(text: string): boolean {
  return text.length <= MAX_LENGTH && ADDRESS.test(text);
}
