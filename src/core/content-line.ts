/** Values and lines of iCalendar (RFC 5545, section 3) and of vCard (RFC 6350), which folds as iCalendar does. */

// No line may end but where this file ends it: what any reader takes for a line break becomes one, other controls go.
// eslint-disable-next-line no-control-regex -- naming the control characters is the point
export const printable = (raw: string): string => raw.replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, '');

/** TEXT, 3.3.11. */
export const textValue = (raw: string): string => printable(raw).replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** URI, 3.3.13: not escaped. */
export const uriValue = (raw: string): string => printable(raw).replaceAll('\n', '').replaceAll('\\', '%5C');

/** A quoted parameter value, in which RFC 6868 escapes with a caret. */
export const parameterValue = (raw: string): string => `"${printable(raw).replace(/\n+/g, ' ').replaceAll('^', '^^').replaceAll('"', "^'")}"`;

/** Lines of at most 75 octets that end with CRLF, 3.1. Breaks between characters, never inside the octets of one. */
export function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return `${result}\r\n`;
}
