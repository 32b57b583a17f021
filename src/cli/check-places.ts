/** Where a JSON path stands in a file, for editors that jump to `file:line:column`. */
/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { findNodeAtLocation, parseTree, printParseErrorCode, type JSONPath, type Node, type ParseError } from 'jsonc-parser';

/** Both begin with 1; a column is a UTF-16 unit, as editors count. */
export interface Spot { line: number; column: number }

const STRICT = { disallowComments: true };

function keysOf(path: string): JSONPath {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) => (index === undefined ? key : Number(index)));
}

/** The text of a JSON document. */
export class JsonText {
  readonly #tree: Node | undefined;
  readonly #errors: ParseError[] = [];
  /** Offset at which each line begins. */
  readonly #lines: number[];

  constructor(text: string) {
    this.#tree = parseTree(text, this.#errors, STRICT);
    this.#lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  static async read(path: string): Promise<JsonText> {
    return new JsonText((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  }

  /** The first thing that is not JSON, as `CommaExpected`. */
  get fault(): Spot & { code: string } | undefined {
    const [error] = this.#errors;
    return error && { ...this.#spot(error.offset), code: printParseErrorCode(error.error) };
  }

  /** Where a path stands; where there is no such thing, what is around it. */
  spot(path: string, collection = ''): Spot | undefined {
    const tree = this.#tree;
    if (!tree || this.#errors.length) return undefined;
    // Of a document that another one refers to, a collection is taken.
    const keys = keysOf(tree.type === 'object' && path.startsWith('[') ? collection + path : path);
    for (let length = keys.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, keys.slice(0, length));
      if (node) return this.#spot(node.offset);
    }
    return undefined;
  }

  #spot(offset: number): Spot {
    // By halves: a long document may have as many findings as lines.
    let [line, after] = [0, this.#lines.length];
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if (this.#lines[middle]! <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - this.#lines[line]! + 1 };
  }
}
