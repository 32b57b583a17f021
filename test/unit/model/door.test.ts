import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { address, anything, check, choice, jsonPath, list, mapOf, maybe, oneOf, shape } from '../../../src/model/door.ts';

const office = shape({ id: v.string(), phone: maybe(v.string()), floors: maybe(list(v.number())), contact: maybe(shape({ name: v.string(), room: maybe(v.number()) })) });
const town = shape({ name: v.string(), offices: list(office) });

const paths = (schema: v.GenericSchema, input: unknown): string[] => check(schema, input).problems.map(({ path }) => path);

describe('The door: what a fault costs', () => {
  it('keeps a right record as it is', () => {
    const input = { id: 'a', phone: '1', floors: [1, 2], contact: { name: 'Ada', room: 3 } };
    assert.deepEqual(check(office, input), { value: input, problems: [] });
  });

  it('a wrong optional field costs that field', () => {
    const { value, problems } = check(office, { id: 'a', phone: 5, floors: [1] });
    assert.deepEqual(value, { id: 'a', floors: [1] });
    assert.deepEqual(problems.map(({ path }) => path), ['phone']);
    assert.match(problems[0]!.reason, /string/);
  });

  it('null in an optional field means missing, and is no fault', () => {
    assert.deepEqual(check(office, { id: 'a', phone: null, contact: null }).problems, []);
  });

  it('a wrong required field costs the record, and only that record', () => {
    const { value, problems } = check(town, { name: 'M', offices: [{ id: 'a' }, { id: 7 }, {}, null, 'x', { id: 'b' }] });
    assert.deepEqual(value?.offices.map(({ id }) => id), ['a', 'b']);
    assert.deepEqual(problems.map(({ path }) => path), ['offices[1].id', 'offices[2].id', 'offices[3]', 'offices[4]']);
  });

  it('a fault inside an optional group costs the group where it is required there, else the field', () => {
    assert.deepEqual(check(office, { id: 'a', contact: { name: 1 } }).value, { id: 'a' });
    assert.deepEqual(check(office, { id: 'a', contact: { name: 'Ada', room: 'x' } }).value, { id: 'a', contact: { name: 'Ada' } });
  });

  it('a wrong list costs an optional list, and the whole record where the list is required', () => {
    assert.deepEqual(check(office, { id: 'a', floors: 'all' }).value, { id: 'a' });
    const { value, problems } = check(town, { name: 'M', offices: {} });
    assert.equal(value, undefined);
    assert.deepEqual(problems, [{ path: 'offices', reason: 'Expected a list' }]);
  });

  it('names all faults of a record that is left out, not only the first', () => {
    assert.deepEqual(paths(town, { name: 'M', offices: [{ id: 1, phone: 2, floors: [1, 'x'] }] }), ['offices[0].id', 'offices[0].phone', 'offices[0].floors[1]']);
  });

  it('names the place inside lists of lists', () => {
    const grid = shape({ rows: list(list(shape({ cells: list(v.number()) }))) });
    const { value, problems } = check(grid, { rows: [[{ cells: [1, 'x', 3] }], 'bad', [{ cells: [4] }, {}]] }, undefined, ['journeys', 2]);
    assert.deepEqual(value, { rows: [[{ cells: [1, 3] }], [{ cells: [4] }]] });
    assert.deepEqual(problems.map(({ path }) => path), ['journeys[2].rows[0][0].cells[1]', 'journeys[2].rows[1]', 'journeys[2].rows[2][1].cells']);
  });

  it('writes keys and indexes as JSON paths', () => {
    assert.equal(jsonPath(['journeys', 0, 'phases', 1, 'title']), 'journeys[0].phases[1].title');
    assert.equal(jsonPath([3, 'id']), '[3].id');
    assert.equal(jsonPath([]), '');
  });

  it('cuts a list at its limit and says so', () => {
    const { value, problems } = check(list(v.number(), 3), [1, 2, 3, 4, 'never looked at']);
    assert.deepEqual(value, [1, 2, 3]);
    assert.deepEqual(problems, [{ path: '', reason: 'Only the first 3 of 5 records are shown' }]);
    assert.deepEqual(check(list(v.number(), 3), [1, 2, 3]).problems, []);
  });

  it('a wrong entry of a map costs that entry', () => {
    const { value, problems } = check(mapOf(v.pipe(v.string(), v.regex(/^[a-z]+$/, 'Expected letters')), v.number()), JSON.parse('{"a": 1, "b": "x", "C": 3, "__proto__": 4, "d": 5}'), undefined, ['map']);
    assert.deepEqual(value, { a: 1, d: 5 });
    assert.deepEqual(problems.map(({ path }) => path), ['map.b', 'map.C', 'map.__proto__']);
    for (const input of [null, [], 'x']) assert.equal(check(mapOf(v.string(), v.number()), input).value, undefined);
  });

  it('a map keeps a key that reaches for the prototype as a key, and takes the clean form of the others', () => {
    const upper = v.pipe(v.string(), v.transform((key) => key.toUpperCase()));
    const { value } = check(mapOf(upper, v.number()), JSON.parse('{"a": 1, "__proto__": 2, "c": "x"}'));
    assert.deepEqual(Object.entries(value!), [['A', 1], ['__PROTO__', 2]]);
    const { value: kept } = check(mapOf(v.string(), v.number()), JSON.parse('{"__proto__": 2}'));
    assert.deepEqual([Object.entries(kept!), Object.getPrototypeOf(kept)], [[['__proto__', 2]], Object.prototype]);
  });

  it('of two keys with one clean form the later one counts, at the place of the first', () => {
    const upper = v.pipe(v.string(), v.transform((key) => key.toUpperCase()));
    for (const [text, expected] of [['{"A": 1, "b": 2, "a": 3}', [['A', 3], ['B', 2]]], ['{"a": 1, "b": 2, "A": 3}', [['A', 3], ['B', 2]]]] as const) {
      assert.deepEqual(Object.entries(check(mapOf(upper, v.number()), JSON.parse(text)).value!), expected);
    }
  });

  it('changes nothing of what it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => {
      const before = structuredClone(input);
      check(town, input);
      check(list(mapOf(v.string(), v.pipe(v.string(), v.transform((word) => word.trim())))), [input]);
      assert.deepEqual(input, before);
    }));
  });

  it('a choice is one of the words it knows', () => {
    assert.equal(check(choice(['yes', 'no']), 'no').value, 'no');
    for (const input of ['maybe', 'toString', '', null, 5, ['yes']]) assert.equal(check(choice(['yes', 'no']), input).value, undefined);
  });

  it('reads nothing that a record only inherits', () => {
    assert.equal(check(shape({ id: v.string() }), Object.create({ id: 'a' })).value, undefined);
    assert.deepEqual(check(shape({ toString: maybe(v.string()) }), {}), { value: {}, problems: [] });
  });

  it('reads 20,000 records with seven faults each', () => {
    const row = shape(Object.fromEntries('abcdefg'.split('').map((key) => [key, maybe(v.string())])));
    const bad = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 };
    const { value, problems } = check(list(list(row)), [Array(20_000).fill(bad)]);
    assert.equal(value?.[0]?.length, 20_000);
    assert.equal(problems.length, 140_000);
  });

  it('takes the first shape that fits, and says in one sentence when none does', () => {
    const either = oneOf<unknown>('Expected a number or a named thing', [v.number(), shape({ name: v.string(), age: maybe(v.number()) })]);
    assert.deepEqual(check(either, 4), { value: 4, problems: [] });
    assert.deepEqual(check(either, { name: 'x', age: 'old' }).value, { name: 'x' });
    assert.deepEqual(check(either, { age: 4 }), { value: undefined, problems: [{ path: '', reason: 'Expected a number or a named thing' }] });
    assert.deepEqual(paths(list(either), [1, 'x']), ['[1]']);
  });

  it('lets anything pass where the format decides later', () => {
    for (const value of [null, 0, '', [], { deep: [1] }]) assert.deepEqual(check(shape({ any: anything }), { any: value }).value, { any: value });
    assert.deepEqual(check(shape({ any: anything }), {}).problems, []);
  });

  it('puts a refused address before the web team with its path and what is allowed', () => {
    const page = shape({ url: address(), image: maybe(address('image')) });
    const { value, problems } = check(page, { url: '/rathaus', image: 'http://town.example/a.png' }, 'https://town.example/data/endpoint.json');
    assert.deepEqual(value, { url: 'https://town.example/rathaus' });
    assert.deepEqual(problems, [{ path: 'image', reason: 'Address refused: expected https: but received "http://town.example/a.png"' }]);
    for (const url of [5, null, {}, ['https://a.example']]) assert.equal(check(page, { url }).value, undefined);
  });

  it('never throws, and keeps a value exactly where nothing fatal is said', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, withSparseArray: true })), (input) => {
      for (const schema of [town, office, list(office), maybe(office), address(), oneOf<unknown>('neither', [office, town])] as v.GenericSchema[]) {
        const { value, problems } = check(schema, input);
        if (value === undefined && schema.type !== 'optional') assert.ok(problems.length > 0);
        for (const { path, reason } of problems) assert.ok(typeof path === 'string' && reason !== '');
      }
    }));
  });

  it('keeps exactly the good records of any mixture, in order', () => {
    const good = fc.record({ id: fc.string() });
    const bad = fc.oneof(fc.constant(null), fc.integer(), fc.record({ id: fc.integer() }), fc.array(fc.integer()));
    fc.assert(fc.property(fc.array(fc.oneof(good.map((entry) => [true, entry] as const), bad.map((entry) => [false, entry] as const))), (mixture) => {
      const { value, problems } = check(list(office), mixture.map(([, entry]) => entry));
      assert.deepEqual(value?.map(({ id }) => id), mixture.flatMap(([isGood, entry]) => (isGood ? [(entry as { id: string }).id] : [])));
      const faulty = mixture.flatMap(([isGood], index) => (isGood ? [] : [index]));
      assert.deepEqual([...new Set(problems.map(({ path }) => Number(/^\[(\d+)\]/.exec(path)?.[1])))], faulty);
    }));
  });
});
