/** Bytes of a spreadsheet as text: Excel writes UTF-8 with a byte order mark, UTF-16 ("Unicode text") or, as plain CSV, Windows-1252. */

const MARKS: readonly (readonly [encoding: string, ...mark: number[]])[] = [['utf-8', 0xef, 0xbb, 0xbf], ['utf-16le', 0xff, 0xfe], ['utf-16be', 0xfe, 0xff]];

const decodeAs = (encoding: string, bytes: Uint8Array, fatal = false): string => new TextDecoder(encoding, { fatal }).decode(bytes);

/** 0x80 to 0x9f of Windows-1252. Node reads them as the control characters that Latin-1 has there. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What has no mark and is no UTF-8 is Windows-1252, in which every byte is a character. */
export function decode(bytes: Uint8Array): string {
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(marked[0], bytes);
  try {
    return decodeAs('utf-8', bytes, true);
  } catch {
    return decodeAs('windows-1252', bytes).replace(/[\u0080-\u009f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80]!);
  }
}
