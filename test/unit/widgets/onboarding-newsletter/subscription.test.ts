import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOf } from '../../../../src/widgets/onboarding-newsletter/subscription.ts';

const entry = { email: 'amal@town.example', name: '', topics: [], agreed: true };

describe('What has to be mended before sending', () => {
  it('is nothing where an address and the consent are there', () => {
    assert.deepEqual(faultsOf(entry, false), {});
    assert.deepEqual(faultsOf({ ...entry, name: 'Amal', topics: ['work'], language: 'ar' }, true), {});
  });

  it('is an address that is missing or wrong', () => {
    assert.deepEqual(faultsOf({ ...entry, email: '' }, false), { email: 'email-missing' });
    for (const email of ['amal', 'amal@', ' amal@town.example', 'amal@town.example\r\nBcc: x@y.example']) assert.deepEqual(faultsOf({ ...entry, email }, false), { email: 'email-wrong' });
  });

  it('is the choice of a topic where some are offered', () => {
    assert.deepEqual(faultsOf(entry, true), { topics: 'topics-missing' });
  });

  it('is the consent where the box is not ticked', () => {
    assert.deepEqual(faultsOf({ ...entry, agreed: false }, false), { agreed: 'consent-missing' });
  });

  it('stands in the order of the form', () => {
    assert.deepEqual(Object.entries(faultsOf({ ...entry, email: '', agreed: false }, true)), [['email', 'email-missing'], ['topics', 'topics-missing'], ['agreed', 'consent-missing']]);
  });
});
