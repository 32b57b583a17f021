import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { deepLink, linkedId } from '../../../src/core/deep-link.ts';

describe('An address that names a step', () => {
  it('leads to it', () => {
    assert.equal(deepLink('step', 'register'), '#onboarding/step/register');
    assert.equal(linkedId('#onboarding/step/register', 'step'), 'register');
    assert.equal(linkedId('#onboarding/step/a%2Fb', 'step'), 'a/b');
    assert.equal(linkedId('#onboarding/step/a/b', 'step'), 'a/b', 'as people type it');
  });

  it('leads back whatever the id is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
      assert.equal(linkedId(deepLink('step', id), 'step'), id);
      assert.equal(linkedId(new URL(deepLink('step', id), 'https://town.example/').hash, 'step'), id);
    }));
  });

  it('is not mistaken for one of the page’s own, of another kind, or a broken one', () => {
    for (const hash of ['', '#', '#top', '#onboarding', '#onboarding/step', '#onboarding/step/', '#onboarding/actor/a', 'onboarding/step/a', '#x#onboarding/step/a', '#onboarding/steps/a', '#onboarding/step/%', '#onboarding/step/%E0%A4%A']) {
      assert.equal(linkedId(hash, 'step'), undefined, hash);
    }
  });

  it('never throws, whatever stands behind the #', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const id = linkedId(`#onboarding/step/${rest}`, 'step');
      assert.ok(id === undefined || id !== '');
    }));
  });
});
