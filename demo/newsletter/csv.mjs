/** RFC 4180, safe to open in a spreadsheet. */

// A spreadsheet would run such a cell as a formula.
const FORMULA = /^[=+\-@\t\r]/;

function cell(value) {
  const text = String(value ?? '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {readonly unknown[]} cells @returns {string} one line with its CRLF; null and undefined are empty cells */
export const csvLine = (cells) => `${cells.map(cell).join(',')}\r\n`;
