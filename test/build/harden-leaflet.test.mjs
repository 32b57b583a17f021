/** That Leaflet writes no markup when it is loaded, and that the build notices when Leaflet has changed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { harden } from '../../src/build/harden-leaflet.mjs';

const original = readFileSync('node_modules/leaflet/src/core/Browser.js', 'utf8');

describe('hardened Leaflet', () => {
  it('writes no markup when it is loaded, but in engines without SVG', () => {
    const parts = (code) => code.split('var vml = !svg && ');
    assert.match(parts(original)[0], /\.innerHTML = /);
    assert.equal(parts(harden(original)).length, 2);
    assert.doesNotMatch(parts(harden(original))[0], /innerHTML/);
  });

  it('fails the build when there is nothing to take out, or more than one', () => {
    assert.throws(() => harden(''), /found it 0 times/);
    assert.throws(() => harden(original + original), /found it 2 times/);
  });
});
