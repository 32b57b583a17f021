import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDuration } from '../../../src/core/format-duration.ts';

describe('A span of time', () => {
  it('names each unit that is there, in its plural', () => {
    assert.equal(formatDuration({ weeks: 2 }, ['en']), '2 weeks');
    assert.equal(formatDuration({ years: 1, months: 6 }, ['en']), '1 year 6 months');
    assert.equal(formatDuration({ days: 1 }, ['de']), '1 Tag');
    assert.equal(formatDuration({ months: 3 }, ['uk']), '3 місяці');
    assert.equal(formatDuration({ months: 5 }, ['uk']), '5 місяців');
  });

  it('is empty where there is no time at all', () => assert.deepEqual([formatDuration({}, ['de']), formatDuration({ days: 0, weeks: 0 }, ['de'])], ['', '']));

  it('is in the next language of the chain where the engine does not know the first', () => {
    for (const tag of ['xx', 'ar-arb', 'de_DE', '']) assert.equal(formatDuration({ weeks: 2 }, [tag, 'de']), '2 Wochen', tag);
  });
});
