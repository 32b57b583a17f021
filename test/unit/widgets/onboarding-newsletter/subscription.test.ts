import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOf } from '../../../../src/widgets/onboarding-newsletter/subscription.ts';

const entry = { email: 'amal@town.example', name: '', topics: [], agreed: true };

describe('What has to be mended before sending', () => {
  it('is nothing where an address and the consent are there', () => {
    assert.deepEqual(faultsOf(entry), {});
    assert.deepEqual(faultsOf({ ...entry, name: 'Amal', topics: ['work'], language: 'ar' }), {});
  });

  it('is an address that is missing or wrong', () => {
    assert.deepEqual(faultsOf({ ...entry, email: '' }), { email: 'email-missing' });
    for (const email of ['amal', 'amal@', ' amal@town.example', 'amal@town.example\r\nBcc: x@y.example']) assert.deepEqual(faultsOf({ ...entry, email }), { email: 'email-wrong' });
  });

  it('is the consent where the box is not ticked', () => {
    assert.deepEqual(faultsOf({ ...entry, agreed: false }), { agreed: 'consent-missing' });
  });

  it('stands in the order of the form', () => {
    assert.deepEqual(Object.entries(faultsOf({ ...entry, email: '', agreed: false })), [['email', 'email-missing'], ['agreed', 'consent-missing']]);
  });
});
