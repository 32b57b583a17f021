/** The things of a page of JSON-LD and their properties: lists and wrappers opened, references to things of the same page followed. */
import type { Block } from './blocks.ts';

/** As deep as JSON is read elsewhere. */
const MAX_DEPTH = 20;
/** A date for each day of a year, and more values of one property than anybody reads. Things and parts of events are not counted. */
const MAX_VALUES = 400;

export class Thing {
  /** Where it stands, for problems. */
  readonly path: string;
  readonly properties = new Map<string, readonly unknown[]>();
  #types: readonly string[] | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** Where a property of it stands. */
  at(property: string): string {
    return this.path ? `${this.path}.${property}` : property;
  }

  /** Asked for again and again, once it is read. */
  get types(): readonly string[] {
    return this.#types ??= (this.properties.get('@type') ?? []).filter((type) => typeof type === 'string').map(local);
  }

  get iri(): string | undefined {
    const [iri] = this.properties.get('@id') ?? [];
    return typeof iri === 'string' && iri ? iri : undefined;
  }
}

/** `Event` of `schema:Event` and `https://schema.org/Event`. */
export const local = (name: string): string => (name.includes(':') ? name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, '') : name);

export class Graph {
  readonly #roots: readonly Thing[];
  readonly #byIri = new Map<string, Thing>();

  constructor(blocks: readonly Block[]) {
    this.#roots = blocks.flatMap(({ json, path }) => this.#open(json, path, 0)).filter((value) => value instanceof Thing);
  }

  /** What a property says; of a thing that the page has in several places, the one that says most. */
  all(thing: Thing, property: string, limit = MAX_VALUES): unknown[] {
    const values = thing.properties.get(property);
    return values ? values.slice(0, limit).map((value) => this.#resolved(value)) : [];
  }

  things(thing: Thing, ...properties: string[]): Thing[] {
    return this.parts(thing, ...properties).slice(0, MAX_VALUES);
  }

  /** All things below a thing, however many. */
  parts(thing: Thing, ...properties: string[]): Thing[] {
    const things: Thing[] = [];
    for (const property of properties) {
      if (thing.properties.has(property)) for (const value of this.all(thing, property, Infinity)) if (value instanceof Thing) things.push(value);
    }
    return things;
  }

  /** All things on the page, and those that they have under these properties; each once. */
  *visit(...properties: string[]): Generator<Thing> {
    const seen = new Set<Thing>();
    const waiting = [...this.#roots].reverse();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const thing = this.#resolved(next) as Thing;
      if (seen.has(thing)) continue;
      seen.add(thing);
      yield thing;
      for (const inner of this.parts(thing, '@graph', ...properties).reverse()) waiting.push(inner);
    }
  }

  #resolved(value: unknown): unknown {
    return (value instanceof Thing && value.iri && this.#byIri.get(value.iri)) || value;
  }

  #open(value: unknown, path: string, depth: number): unknown[] {
    if (value === null || value === undefined || depth > MAX_DEPTH) return [];
    if (Array.isArray(value)) return value.flatMap((item, index) => this.#open(item, `${path}[${index}]`, depth + 1));
    if (typeof value !== 'object') return [value];
    const thing = new Thing(path);
    for (const [key, entry] of Object.entries(value)) {
      if (key !== '@context') thing.properties.set(local(key), typeof entry === 'object' ? this.#open(entry, thing.at(key), depth + 1) : [entry]);
    }
    const list = thing.properties.get('@list') ?? thing.properties.get('@set');
    if (list) return [...list];
    const { iri } = thing;
    if (iri && (this.#byIri.get(iri)?.properties.size ?? 1) < thing.properties.size) this.#byIri.set(iri, thing);
    return [thing];
  }
}
