import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { readInSlices } from '../../../../src/core/load/read-in-slices.ts';
import { isAborted } from './fake-server.ts';

/** Reads a list of that length at so many milliseconds an entry. */
function reading(length: number, cost: number, { from = 0, signal = new AbortController().signal, paused = (): void => undefined } = {}) {
  let time = 0;
  mock.method(performance, 'now', () => time);
  const slices: [number, number][] = [];
  const done = readInSlices({
    from, length, signal, paused,
    read: (start, end) => {
      slices.push([start, end]);
      time += (Math.min(end, length) - start) * cost;
    },
  });
  return { slices, done };
}

describe('A long list that is checked', () => {
  afterEach(() => mock.restoreAll());

  it('is read once, in order, wherever it begins and ends', async () => {
    for (const [from, length] of [[0, 0], [0, 1], [0, 10], [0, 95], [50, 50], [50, 1_234], [7, 64]] as const) {
      for (const cost of [0, 1, 100]) {
        const { slices, done } = reading(length, cost, { from });
        await done;
        assert.deepEqual(slices.flatMap(([start, end]) => Array.from({ length: Math.min(end, length) - start }, (_, index) => start + index)), Array.from({ length: length - from }, (_, index) => from + index));
      }
    }
  });

  it('lets the page go on after 8 ms, but not before there is something to show', async () => {
    let turns = 0;
    const turning = setInterval(() => turns++, 0);
    const paused = mock.fn();
    const { slices, done } = reading(2_000, 1, { paused });
    assert.equal(slices.length, 5, 'fifty entries, then the first pause');
    await done.finally(() => clearInterval(turning));
    assert.equal(paused.mock.callCount(), 1);
    assert.ok(turns > 0, 'timers run between the slices');
  });

  it('has no pause where it takes less', async () => {
    const paused = mock.fn();
    const { slices, done } = reading(500, 0.01, { paused });
    assert.equal(slices.length, 50, 'all of it in the same task');
    await done;
    assert.equal(paused.mock.callCount(), 0);
  });

  it('is not read further than a widget shows', async () => {
    const { slices, done } = reading(1_000_000, 0);
    await done;
    assert.equal(slices.at(-1)![1], 20_000);
  });

  it('is given up at the next pause when the visitor leaves', async () => {
    const leaving = new AbortController();
    const { slices, done } = reading(5_000, 1, { signal: leaving.signal, paused: () => leaving.abort() });
    await assert.rejects(done, isAborted);
    assert.equal(slices.length, 5);
  });
});
