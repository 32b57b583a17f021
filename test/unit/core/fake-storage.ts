/** One device, its storage and its tabs, each with its own view of it. */

export class FakeStorage implements Storage {
  readonly entries = new Map<string, string>();
  /** How often something was written or removed. */
  writes = 0;

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.writes++;
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.writes++;
    this.entries.delete(key);
  }

  clear(): void {
    this.writes++;
    this.entries.clear();
  }
}

/** Blocked or full: throws at each call that is named. */
export function throwing(...methods: ('getItem' | 'setItem' | 'removeItem')[]): FakeStorage {
  const storage = new FakeStorage();
  for (const method of methods) storage[method] = () => { throw new DOMException('no', method === 'setItem' ? 'QuotaExceededError' : 'SecurityError'); };
  return storage;
}

interface Change {
  /** Place in the order in which the device took the changes. */
  at: number;
  key: string;
  value: string | null;
}

/**
 * The storage of one tab. Browsers keep tabs in processes of their own: each sees its own writes at once, and those of
 * another tab when the message about them arrives, unless it has itself written since.
 */
class TabStorage extends FakeStorage {
  readonly #seen = new Map<string, number>();

  readonly #change: (key: string, value: string | null) => Change;

  constructor(change: (key: string, value: string | null) => Change) {
    super();
    this.#change = change;
  }

  override setItem(key: string, value: string): void {
    this.take(this.#change(key, value));
  }

  override removeItem(key: string): void {
    if (this.entries.has(key)) this.take(this.#change(key, null));
  }

  take({ at, key, value }: Change): void {
    if (at < (this.#seen.get(key) ?? 0)) return;
    this.#seen.set(key, at);
    if (value === null) this.entries.delete(key);
    else this.entries.set(key, value);
  }
}

export class Device {
  /** What a tab that is opened now would read. */
  readonly stored = new Map<string, string>();
  readonly #tabs: TabStorage[] = [];
  readonly #underway: { to: TabStorage; change: Change }[] = [];
  #changes = 0;

  openTab(): Storage {
    const tab: TabStorage = new TabStorage((key, value) => {
      const change = { at: ++this.#changes, key, value };
      if (value === null) this.stored.delete(key);
      else this.stored.set(key, value);
      for (const to of this.#tabs) if (to !== tab) this.#underway.push({ to, change });
      return change;
    });
    for (const [key, value] of this.stored) tab.entries.set(key, value);
    this.#tabs.push(tab);
    return tab;
  }

  /** Messages that have not arrived yet. */
  get underway(): number {
    return this.#underway.length;
  }

  /** Delivers one message, in whatever order the test wants. */
  deliver(index: number): void {
    for (const { to, change } of this.#underway.splice(index % this.#underway.length, 1)) {
      to.take(change);
      storageEvent(to, change.key, change.value);
    }
  }
}

/** As the browser tells a tab that another one wrote. */
export function storageEvent(storageArea: Storage, key: string | null, newValue: string | null): void {
  for (const listener of listeners) listener(Object.assign(new Event('storage'), { key, newValue, storageArea }));
}

const listeners = new Set<(event: Event) => void>();
const original = { add: globalThis.addEventListener, remove: globalThis.removeEventListener, window: globalThis.window };

/** Node has no window: what the store needs of one, until `removeWindow`. */
export function provideWindow(storages: Partial<Record<'localStorage' | 'sessionStorage', Storage | null>> = {}): void {
  Object.assign(globalThis, {
    addEventListener: (type: string, listener: (event: Event) => void) => type === 'storage' && listeners.add(listener),
    removeEventListener: (type: string, listener: (event: Event) => void) => type === 'storage' && listeners.delete(listener),
    window: { localStorage: new FakeStorage(), sessionStorage: new FakeStorage(), ...storages },
  });
}

export function removeWindow(): void {
  listeners.clear();
  Object.assign(globalThis, { addEventListener: original.add, removeEventListener: original.remove, window: original.window });
}

export const listening = (): number => listeners.size;
