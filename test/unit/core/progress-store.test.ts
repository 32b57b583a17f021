import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { ProgressStore } from '../../../src/core/progress-store.ts';
import { KEY_PREFIX, progressKey } from '../../../src/core/storage.ts';
import type { ItemValue } from '../../../src/model/progress.ts';
import { Device, FakeStorage, listening, provideWindow, removeWindow, storageEvent, throwing } from './fake-storage.ts';

const KEY = progressKey('town');
const open = (storage: Storage): ProgressStore => new ProgressStore('town', 'local', storage);
const itemsIn = (stored: string | null | undefined): Record<string, [number, ItemValue]> => JSON.parse(stored ?? '{"items":{}}').items;

describe('What the visitor ticked', () => {
  beforeEach(() => provideWindow());
  afterEach(removeWindow);

  it('is written at the first tick, and nothing before', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    const stop = store.subscribe(() => undefined);
    assert.deepEqual([store.get('step/j/a'), store.remembering, storage.writes], [null, 'saved', 0]);
    store.set('step/j/a', true);
    assert.deepEqual(JSON.parse(storage.getItem(KEY)!), { v: 1, items: { 'step/j/a': [1, true] } });
    assert.deepEqual([...storage.entries.keys()], [KEY]);
    stop();
  });

  it('is there at the next visit', () => {
    const storage = new FakeStorage();
    open(storage).set('step/j/a', true);
    assert.equal(open(storage).get('step/j/a'), true);
    assert.equal(new ProgressStore('other', 'local', storage).get('step/j/a'), null);
  });

  it('is told to every widget of the page, until it leaves', () => {
    const store = open(new FakeStorage());
    const told: string[] = [];
    const stops = ['one', 'two'].map((name) => store.subscribe(() => told.push(name)));
    assert.equal(listening(), 1);
    store.set('a', true);
    stops[0]!();
    store.set('a', null);
    stops[1]!();
    store.set('a', true);
    assert.deepEqual(told, ['one', 'two', 'two']);
    assert.equal(listening(), 0);
  });

  it('is shared by the widgets of a page that show the same site', () => {
    assert.equal(ProgressStore.for('shared-town', 'session'), ProgressStore.for('shared-town', 'session'));
    assert.notEqual(ProgressStore.for('shared-town', 'session'), ProgressStore.for('shared-town', 'none'));
  });

  it('is only in memory where the page wants that', () => {
    const store = new ProgressStore('town', 'none');
    store.set('a', true);
    assert.deepEqual([store.get('a'), store.remembering, (window.localStorage as FakeStorage).writes + (window.sessionStorage as FakeStorage).writes], [true, 'memory', 0]);
  });

  it('is gone after deleting, from both kinds of storage, and nothing else is', () => {
    const [local, session] = [window.localStorage, window.sessionStorage] as [FakeStorage, FakeStorage];
    for (const storage of [local, session]) for (const key of [KEY, `${KEY}:unreadable`, `${KEY_PREFIX}language`, 'cart', `my-${KEY_PREFIX}x`]) storage.setItem(key, '{"v":1,"items":{"a":[1,true]}}');
    const store = open(local);
    assert.equal(store.get('a'), true);
    store.clear();
    assert.equal(store.get('a'), null);
    for (const storage of [local, session]) assert.deepEqual([...storage.entries.keys()], ['cart', `my-${KEY_PREFIX}x`]);
  });
});

describe('A device that does not let us save', () => {
  afterEach(removeWindow);

  const works = (store: ProgressStore): void => {
    store.set('a', true);
    store.set('b', 'eu');
    store.set('a', null);
    assert.deepEqual([store.get('a'), store.get('b'), store.remembering], [null, 'eu', 'blocked']);
    store.clear();
    assert.equal(store.get('b'), null);
  };

  it('keeps everything in memory and says so: storage that throws, is full, or is not there', () => {
    provideWindow({ localStorage: null });
    const missing = new ProgressStore('town', 'local');
    assert.equal(missing.remembering, 'blocked');
    works(missing);
    works(open(throwing('setItem')));
    const blocked = open(throwing('getItem', 'setItem', 'removeItem'));
    assert.equal(blocked.remembering, 'blocked');
    works(blocked);
  });

  it('keeps everything in memory where asking for the storage already throws', () => {
    provideWindow();
    Object.defineProperty(globalThis.window, 'localStorage', { get: () => { throw new DOMException('', 'SecurityError'); } });
    works(new ProgressStore('town', 'local'));
  });

  it('saves all of it once there is room again', () => {
    provideWindow();
    const storage = throwing('setItem');
    const store = open(storage);
    store.set('a', true);
    storage.setItem = FakeStorage.prototype.setItem.bind(storage);
    store.set('b', true);
    assert.deepEqual([store.remembering, Object.keys(itemsIn(storage.getItem(KEY)))], ['saved', ['a', 'b']]);
  });
});

describe('Stored progress that cannot be read', () => {
  beforeEach(() => provideWindow());
  afterEach(removeWindow);

  it('is kept aside once, before the first tick would destroy it', () => {
    for (const damaged of ['{"v":1,"items":{"a":[1,tr', '{"theme":"dark"}', '{"v":2,"items":{"a":[4,true]},"new":1}']) {
      const storage = new FakeStorage();
      storage.entries.set(KEY, damaged);
      const store = open(storage);
      assert.equal(storage.writes, 0);
      store.set('b', true);
      store.set('c', true);
      assert.equal(storage.getItem(`${KEY}:unreadable`), damaged);
      storage.entries.set(KEY, '{{{');
      store.set('d', true);
      assert.equal(storage.getItem(`${KEY}:unreadable`), damaged, 'the first one is kept');
      assert.deepEqual(Object.keys(itemsIn(storage.getItem(KEY))).filter((key) => key !== 'a'), ['b', 'c', 'd']);
    }
  });

  it('gives back the items of a later version that are still understood', () => {
    const storage = new FakeStorage();
    storage.entries.set(KEY, '{"v":2,"items":{"a":[4,true]}}');
    assert.equal(open(storage).get('a'), true);
  });
});

describe('Two tabs', () => {
  beforeEach(() => provideWindow());
  afterEach(removeWindow);

  it('see each other’s ticks', () => {
    const device = new Device();
    const [one, two] = [open(device.openTab()), open(device.openTab())];
    let told = 0;
    const stops = [one.subscribe(() => undefined), two.subscribe(() => told++)];
    one.set('a', true);
    while (device.underway) device.deliver(0);
    assert.deepEqual([two.get('a'), told], [true, 1]);
    for (const stop of stops) stop();
  });

  it('forget together, also where the whole storage is emptied', () => {
    for (const key of [KEY, null]) {
      const storage = new FakeStorage();
      const store = open(storage);
      const stop = store.subscribe(() => undefined);
      store.set('a', true);
      storage.clear();
      storageEvent(storage, key, null);
      assert.equal(store.get('a'), null);
      stop();
    }
  });

  it('do not mind what other programs write, or the other kind of storage', () => {
    const storage = new FakeStorage();
    const store = open(storage);
    const stop = store.subscribe(() => assert.fail('told'));
    storageEvent(storage, 'cart', '{}');
    storageEvent(new FakeStorage(), KEY, '{"v":1,"items":{"a":[1,true]}}');
    assert.deepEqual([store.get('a'), storage.writes], [null, 0]);
    stop();
  });

  it('lose no tick in 1,000 ways in which their writes and messages may cross', () => {
    const tick = fc.record({ tab: fc.nat(1), item: fc.integer({ min: 0, max: 9 }), value: fc.constantFrom<ItemValue>(true, true, 'eu', null) });
    const move = fc.oneof(tick, fc.nat(1_000));
    fc.assert(fc.property(fc.array(move, { minLength: 2, maxLength: 20 }), fc.array(fc.nat(1_000), { minLength: 1 }), (moves, order) => {
      const device = new Device();
      const tabs = [open(device.openTab()), open(device.openTab())];
      const stops = tabs.map((tab) => tab.subscribe(() => undefined));
      const values = new Map<string, Set<ItemValue>>();
      for (const move of moves) {
        if (typeof move === 'number') {
          if (device.underway) device.deliver(move);
          continue;
        }
        const key = `step/j/${move.item}`;
        tabs[move.tab]!.set(key, move.value);
        values.set(key, (values.get(key) ?? new Set()).add(move.value));
      }
      for (let turn = 0; device.underway; turn++) {
        assert.ok(turn < 1_000, 'the tabs answer each other for ever');
        device.deliver(order[turn % order.length]!);
      }
      for (const stop of stops) stop();
      const [one, two] = tabs.map((tab) => tab.progress);
      assert.deepEqual(one, two);
      assert.deepEqual(open(device.openTab()).progress, one, 'and so does a third tab, opened later');
      for (const [key, given] of values) {
        const [, kept] = one!.items[key]!;
        assert.ok(given.has(kept));
        if (!given.has(null)) assert.notEqual(kept, null);
      }
    }), { numRuns: 1_000 });
  });

  it('do not bring back, by a message that was under way, what the visitor has just deleted', () => {
    const device = new Device();
    const [one, two] = [open(device.openTab()), open(device.openTab())];
    const stops = [one.subscribe(() => undefined), two.subscribe(() => undefined)];
    two.set('a', true);
    device.deliver(0);
    two.set('b', true);
    one.clear();
    while (device.underway) device.deliver(0);
    one.set('c', true);
    while (device.underway) device.deliver(0);
    for (const stop of stops) stop();
    assert.deepEqual([...device.stored.values()].flatMap((stored) => Object.keys(itemsIn(stored))), ['c']);
  });
});
