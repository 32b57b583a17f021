/** What the build takes out of Lit, and that it notices when Lit has changed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { harden } from '../../src/build/harden-lit.mjs';

const FILE = 'lit-html/lit-html.js';
const original = readFileSync(`node_modules/${FILE}`, 'utf8');

describe('hardened Lit', () => {
  it('creates its Trusted Types policy under a name of our own', () => {
    const hardened = harden(FILE, original);
    assert.match(hardened, /try\{return \w+\?\.createPolicy\("onboarding-widgets#lit",/);
    assert.doesNotMatch(hardened, /"lit-html"/);
  });

  it('fails the build when a pattern is not found', () => {
    assert.throws(() => harden(FILE, original.replace('litHtmlVersions', 'litVersions')), /lit-html\.js: expected .* once but found it 0 times/);
  });

  it('fails the build when a pattern is found twice', () => {
    assert.throws(() => harden(FILE, original + original), /found it 2 times/);
  });

  it('leaves other files as they are', () => assert.equal(harden('lit-html/is-server.js', 'x'), 'x'));
});
