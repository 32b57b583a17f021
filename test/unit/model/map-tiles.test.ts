import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check, jsonPath } from '../../../src/model/door.ts';
import { mapTiles } from '../../../src/model/map-tiles.ts';

const BASE = 'https://town.example/data/endpoint.json';
const read = (tiles: unknown, more: object = {}) => check(mapTiles, { tiles, attribution: '© Town', ...more }, BASE, ['map']);
const reasons = (tiles: unknown): string[] => read(tiles).problems.map(({ reason }) => reason);

describe('The tiles of a map', () => {
  it('keep their template, whatever the address', () => {
    for (const [raw, read_] of [
      ['https://tiles.example/{z}/{x}/{y}.png', 'https://tiles.example/{z}/{x}/{y}.png'],
      ['https://tiles.example/%7bz%7d/%7BX%7D/{y}', 'https://tiles.example/{z}/{x}/{y}'],
      ['https://tiles.example/wmts?l={z}&c={x}&r={y}#here', 'https://tiles.example/wmts?l={z}&c={x}&r={y}'],
      ['https://user:secret@tiles.example/{z}/{x}/{y}', 'https://tiles.example/{z}/{x}/{y}'],
      ['/tiles/{z}/{x}/{y}.webp', 'https://town.example/tiles/{z}/{x}/{y}.webp'],
      ['../tiles/{z}/{x}/{y}', 'https://town.example/tiles/{z}/{x}/{y}'],
    ]) {
      assert.deepEqual(read(raw), { value: { tiles: read_, attribution: '© Town' }, problems: [] });
      assert.equal(read(read_).value?.tiles, read_, 'reading twice changes nothing');
    }
  });

  it('come over https, or from this machine for trying out', () => {
    assert.equal(check(mapTiles, { tiles: '/t/{z}/{x}/{y}', attribution: 'x' }, 'http://localhost:8000/a.json').value?.tiles, 'http://localhost:8000/t/{z}/{x}/{y}');
    for (const raw of ['http://tiles.example/{z}/{x}/{y}', 'javascript:{z}{x}{y}', 'data:image/png,{z}{x}{y}', 'blob:https://town.example/{z}{x}{y}', 'http://localhost/{z}/{x}/{y}', 7, null, undefined, {}]) {
      assert.equal(read(raw).value?.tiles, undefined, String(raw));
    }
    assert.match(reasons('http://tiles.example/{z}/{x}/{y}')[0]!, /^Address refused: expected https:/);
  });

  it('are refused as a whole where a part of the address would be missing or vary too much', () => {
    for (const raw of ['https://tiles.example/{z}/{x}.png', 'https://tiles.example/', 'https://tiles.example/{z}/{x}/#{y}']) assert.deepEqual(reasons(raw), ['Expected an address with {z}, {x} and {y}']);
    for (const raw of ['https://{s}.tiles.example/{z}/{x}/{y}', 'https://tiles.example/{z}/{x}/{y}{r}.png', 'https://tiles.example/{z}/{x}/{y}/{-y}']) assert.equal(reasons(raw)[0], 'Only {z}, {x} and {y} are filled in');
    assert.deepEqual(reasons('https://{x}.tiles.example/{z}/{x}/{y}'), ['The host of a tile address must not vary']);
    assert.equal(read('https://tiles.example/{z}').value, undefined);
    assert.equal(read('https://tiles.example/{z}').problems[0]!.path, jsonPath(['map', 'tiles']));
  });

  it('name whom they are by', () => {
    assert.equal(read('/{z}/{x}/{y}', { attribution: undefined }).value, undefined);
    assert.deepEqual(read('/{z}/{x}/{y}', { attribution: { de: 'Kreis', en: '<b>District</b>' } }).value?.attribution, { de: 'Kreis', en: '<b>District</b>' });
  });

  it('may end at a zoom level; a wrong one costs only itself', () => {
    for (const maxZoom of [1, 17, 22]) assert.equal(read('/{z}/{x}/{y}', { maxZoom }).value?.maxZoom, maxZoom);
    for (const maxZoom of [0, 23, 1.5, Number.NaN, Infinity, '17', -1]) {
      const { value, problems } = read('/{z}/{x}/{y}', { maxZoom });
      assert.deepEqual([value?.maxZoom, problems[0]?.path], [undefined, 'map.maxZoom'], String(maxZoom));
      assert.ok(value);
    }
  });

  it('are all asked from one host, whatever is invented', () => {
    const piece = fc.constantFrom('https://', 'http:', '//', '/', '\\', '@', ':', '#', '?', '.', '%7B', '%7D', '{', '}', '{z}', '{x}', '{y}', '{s}', 'x', 'tiles.example', '..', '\t', 'ä', '$&');
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')), fc.constantFrom('', 'https://tiles.example/', '/'), fc.constantFrom('', '/{z}/{x}/{y}'), (middle, before, after) => {
      const template = read(before + middle + after).value?.tiles;
      if (template === undefined) return;
      const tile = (number: string): URL => new URL(template.replaceAll('{z}', number).replaceAll('{x}', number).replaceAll('{y}', number));
      assert.equal(tile('0').origin, tile('123456').origin);
      assert.equal(tile('1').origin, new URL(template).origin);
      assert.notEqual(tile('1').href, tile('2').href);
      assert.equal(tile('1').protocol, 'https:');
    }), { numRuns: 2_000 });
  });
});
