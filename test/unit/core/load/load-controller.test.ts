import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { LoadController, type LoadTask } from '../../../../src/core/load/load-controller.ts';
import { LoadError } from '../../../../src/core/load/load-error.ts';

interface Run {
  signal: AbortSignal;
  begun: (beginning: string) => void;
  resolve: (answer: string) => void;
  reject: (error: unknown) => void;
}

/** An element without a page. Its answers name the language they are in: `de: ...`. */
function element(task: Partial<LoadTask<string>> = {}) {
  const runs: Run[] = [];
  const loaded: string[] = [];
  const key = { of: 'town', variant: 'de' };
  const host = { addController: () => undefined, requestUpdate: mock.fn() } as unknown as ReactiveControllerHost;
  const controller = new LoadController<string>(host, {
    key: () => ({ ...key }),
    load: (signal, _fresh, begun) => new Promise((resolve, reject) => { runs.push({ signal, begun, resolve, reject }); }),
    serves: (data) => data.startsWith(key.variant), isIncomplete: () => false, onLoaded: (data) => loaded.push(data), ...task,
  });
  controller.hostUpdate();
  return { controller, runs, loaded, key };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const shown = ({ controller: { data, loading, error } }: ReturnType<typeof element>) => [data, loading, error?.kind];

describe('A long answer on its way to an element', () => {
  const scope = globalThis as { addEventListener?: unknown; removeEventListener?: unknown };
  beforeEach(() => { scope.addEventListener = scope.removeEventListener = () => undefined; });
  afterEach(() => {
    delete scope.addEventListener;
    delete scope.removeEventListener;
  });

  it('is shown from its beginning, and still loading', async () => {
    const page = element();
    page.runs[0]!.begun('de: 50');
    assert.deepEqual(shown(page), ['de: 50', true, undefined]);
    page.runs[0]!.begun('de: 100');
    page.runs[0]!.resolve('de: all');
    await settled();
    assert.deepEqual(shown(page), ['de: all', false, undefined]);
    assert.deepEqual(page.loaded, ['de: 50', 'de: 100', 'de: all']);
  });

  it('does not take a complete one off the screen before it is complete itself', async () => {
    const page = element();
    page.runs[0]!.resolve('de: all');
    await settled();
    page.controller.reload();
    page.runs[1]!.begun('de: 50 new');
    assert.deepEqual(shown(page), ['de: all', true, undefined]);
    page.runs[1]!.resolve('de: all new');
    await settled();
    assert.deepEqual(page.loaded, ['de: all', 'de: all new']);
  });

  it('stays as far as it came where the rest fails, and is replaced by the next one', async () => {
    const page = element();
    page.runs[0]!.begun('de: 50');
    page.runs[0]!.reject(new LoadError('no-records', '', ''));
    await settled();
    assert.deepEqual(shown(page), ['de: 50', false, 'no-records']);
    page.controller.reload();
    page.runs[1]!.begun('de: 20');
    assert.equal(page.controller.data, 'de: 50', 'what is on screen does not shrink');
    page.runs[1]!.resolve('de: all');
    await settled();
    assert.deepEqual(shown(page), ['de: all', false, undefined]);
  });

  it('is given up for another language; what comes of it is not shown any more', async () => {
    const page = element();
    page.runs[0]!.begun('de: 50');
    page.key.variant = 'uk';
    page.controller.hostUpdate();
    assert.equal(page.runs[0]!.signal.aborted, true);
    page.runs[0]!.begun('de: 100');
    page.runs[0]!.resolve('de: all');
    await settled();
    assert.deepEqual(shown(page), ['de: 50', true, undefined]);
    page.runs[1]!.resolve('uk: all');
    await settled();
    assert.deepEqual(page.loaded, ['de: 50', 'uk: all']);
  });

  it('goes on where its beginning is in the new language already: the site’s own, which nobody knew before', async () => {
    const page = element();
    page.runs[0]!.begun('en: 50');
    page.key.variant = 'en';
    page.controller.hostUpdate();
    assert.deepEqual([page.runs.length, page.runs[0]!.signal.aborted], [1, false]);
  });

  it('is asked for again in another language, also back in that of a beginning whose load is over', async () => {
    const page = element();
    page.runs[0]!.begun('de: 50');
    for (const variant of ['uk', 'de']) {
      page.key.variant = variant;
      page.controller.hostUpdate();
    }
    assert.deepEqual(page.runs.map(({ signal }) => signal.aborted), [true, true, false]);
  });

  it('is not that of the town before', () => {
    const page = element();
    page.runs[0]!.begun('de: 50');
    page.key.of = 'other';
    page.controller.hostUpdate();
    assert.equal(page.controller.data, undefined);
    page.runs[1]!.begun('de: other 50');
    assert.equal(page.controller.data, 'de: other 50');
  });

  it('is given up when the element leaves the page, and loaded when it comes back', async () => {
    const page = element();
    page.runs[0]!.begun('de: 50');
    page.controller.hostDisconnected();
    page.runs[0]!.begun('de: 100');
    await settled();
    assert.deepEqual([page.runs[0]!.signal.aborted, page.controller.data], [true, 'de: 50']);
    page.controller.hostConnected();
    page.runs.at(-1)!.resolve('de: all');
    await settled();
    assert.deepEqual(shown(page), ['de: all', false, undefined]);
    page.controller.hostDisconnected();
  });
});
