import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decode } from '../../../src/sources/csv/decode.ts';
import { readRows, separatorLine } from '../../../src/sources/csv/rows.ts';

// It is CommonJS without types.
const Papa = createRequire(import.meta.url)('papaparse') as { parse: (text: string, options: object) => { data: string[][] } };

const rows = (text: string, separator = ';'): string[][] => [...readRows(text, separator)];

const SEPARATORS = [',', ';', '\t'];
const cell = fc.oneof(fc.string(), fc.array(fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ', 'ä', 'x', ''), { maxLength: 6 }).map((parts) => parts.join('')));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** Quotes what needs it, and a row of one empty cell, which would be an empty line. */
function write(cells: readonly (readonly string[])[], separator: string, lineEnd: string): string {
  const quote = (value: string, alone: boolean): string => (/[",;\t\n\r]/.test(value) || (alone && !value) ? `"${value.replaceAll('"', '""')}"` : value);
  return cells.map((row) => row.map((value) => quote(value, row.length === 1)).join(separator)).join(lineEnd);
}

describe('CSV: rows', () => {
  it('reads what was written, with every separator and line end', () => {
    fc.assert(fc.property(table, fc.constantFrom(...SEPARATORS), fc.constantFrom('\r\n', '\n', '\r'), fc.boolean(), (cells, separator, lineEnd, ends) => {
      assert.deepEqual(rows(write(cells, separator, lineEnd) + (ends ? lineEnd : ''), separator), cells);
    }), { numRuns: 300 });
  });

  it('reads what another reader reads', () => {
    fc.assert(fc.property(table, fc.constantFrom(...SEPARATORS), fc.constantFrom('\r\n', '\n'), (cells, delimiter, newline) => {
      const text = write(cells, delimiter, newline);
      assert.deepEqual(rows(text, delimiter), Papa.parse(text, { delimiter, newline }).data);
    }), { numRuns: 300 });
  });

  it('takes any text, and every character of it that is none of the format', () => {
    const characters = (text: string): string => text.replace(/[",\r\n]/g, '');
    fc.assert(fc.property(fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', 'b ')).map((parts) => parts.join('')), (text) => {
      assert.equal(characters(rows(text, ',').flat().join('')), characters(text));
    }), { numRuns: 300 });
  });

  it('keeps ragged rows, empty lines and text behind a closing quotation mark', () => {
    assert.deepEqual(rows('a;b;c\n1\n\n1;2;3;4\n"x"y;z\n'), [['a', 'b', 'c'], ['1'], [''], ['1', '2', '3', '4'], ['xy', 'z']]);
    assert.deepEqual(rows(''), []);
    assert.deepEqual(rows(';'), [['', '']]);
  });

  it('does not lose what is below a quotation mark without a partner, and says where it is', () => {
    const found: [number, number][] = [];
    assert.deepEqual([...readRows('a;b\n1;"5 Zoll\n2;""\n3;x', ';', (...place) => found.push(place))], [['a', 'b'], ['1', '"5 Zoll'], ['2', ''], ['3', 'x']]);
    assert.deepEqual(found, [[1, 1]]);
  });

  it('takes the separator from the line that Excel writes', () => {
    assert.deepEqual(separatorLine('sep=;\r\na;b'), { separator: ';', rest: 'a;b' });
    assert.deepEqual(separatorLine('\uFEFF"sep=\t"\na\tb'), { separator: '\t', rest: 'a\tb' });
    assert.deepEqual(separatorLine('\uFEFFseparator;b'), { separator: undefined, rest: 'separator;b' });
  });

  it('reads many of anything in one go', { timeout: 20_000 }, () => {
    for (const part of ['"', '""', '";', '"a"', ';', '\n', '\r', 'a', '";"', '"\n']) {
      let count = 0;
      for (const row of readRows(part.repeat(300_000 / part.length), ';')) count += row.length;
      assert.ok(count > 0, part);
    }
  });
});

describe('CSV: bytes', () => {
  const text = 'Straße;Größe „Ä“\r\n€;–';
  const utf16 = (littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2));
    [...`\uFEFF${text}`].forEach((character, index) => view.setUint16(2 * index, character.charCodeAt(0), littleEndian));
    return new Uint8Array(view.buffer);
  };
  const windows = Uint8Array.from(text, (character) => ({ '„': 0x84, '“': 0x93, '€': 0x80, '–': 0x96 })[character] ?? character.charCodeAt(0));

  it('are UTF-8 with or without a mark, UTF-16 with one, else Windows-1252', () => {
    const utf8 = new TextEncoder().encode(text);
    for (const bytes of [utf8, new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), utf16(true), utf16(false), windows]) assert.equal(decode(bytes), text);
  });

  it('never fail', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => { assert.equal(typeof decode(bytes), 'string'); }));
    assert.equal(decode(new Uint8Array()), '');
  });
});
