/** Progress of one site, shared by the widgets of a page and by the tabs of a browser. */
import { NO_PROGRESS, merge, salvage, valueOf, withItem, type ItemValue, type Progress } from '../model/progress.ts';
import { KEY_PREFIX, openStorage, progressKey, type StorageKind } from './storage.ts';

/** Where the ticks are: on this device, only in this page's memory, or in memory although they should have been saved. */
export type Remembering = 'saved' | 'memory' | 'blocked';

const stores = new Map<string, ProgressStore>();

export class ProgressStore {
  #progress: Progress = NO_PROGRESS;
  #blocked = false;
  readonly #listeners = new Set<() => void>();
  readonly #storage: Storage | undefined;
  readonly #kind: StorageKind;
  readonly #key: string;

  /** @param storage a test passes its own */
  constructor(site: string, kind: StorageKind, storage = openStorage(kind)) {
    this.#key = progressKey(site);
    this.#kind = kind;
    this.#storage = storage;
    this.#progress = this.#read();
  }

  /** The page's store for a site. */
  static for(site: string, kind: StorageKind): ProgressStore {
    const key = `${kind} ${site}`;
    const store = stores.get(key) ?? new ProgressStore(site, kind);
    stores.set(key, store);
    return store;
  }

  get progress(): Progress {
    return this.#progress;
  }

  get remembering(): Remembering {
    if (this.#kind !== 'local' && this.#kind !== 'session') return 'memory';
    return this.#storage && !this.#blocked ? 'saved' : 'blocked';
  }

  get(key: string): ItemValue {
    return valueOf(this.#progress, key);
  }

  /** A change by the visitor: the only thing that writes. */
  set(key: string, value: ItemValue): void {
    this.#progress = withItem(merge(this.#progress, this.#read()), key, value);
    this.#write();
    this.#tell();
  }

  /** "Delete my data on this device." */
  clear(): void {
    try {
      deleteEverything();
      this.#storage?.removeItem(this.#key);
    } catch {
      this.#blocked = true;
    }
    for (const store of new Set([this, ...stores.values()])) {
      store.#progress = NO_PROGRESS;
      store.#tell();
    }
  }

  subscribe(listener: () => void): () => void {
    if (!this.#listeners.size) {
      globalThis.addEventListener('storage', this.#onStorage);
      globalThis.addEventListener('pageshow', this.#onReturn);
      this.#catchUp();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size) return;
      globalThis.removeEventListener('storage', this.#onStorage);
      globalThis.removeEventListener('pageshow', this.#onReturn);
    };
  }

  /** While nobody listened or the page slept, another tab may have ticked or deleted; memory must not bring that back. */
  #catchUp(): void {
    if (this.#storage && !this.#blocked) this.#progress = this.#read();
  }

  readonly #onReturn = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.#catchUp();
    this.#tell();
  };

  /**
   * Another tab wrote. Where both wrote at once, the later write lacks our change: it is put back, so that no tick is lost.
   * A removed key means the visitor deleted everything.
   */
  readonly #onStorage = ({ key, storageArea }: StorageEvent): void => {
    if (storageArea !== this.#storage || (key !== this.#key && key !== null)) return;
    // What is stored now, not the message's own value: that may be older than a deletion here.
    const stored = this.#stored();
    const theirs = salvage(stored).progress;
    this.#progress = stored === null ? NO_PROGRESS : merge(this.#progress, theirs);
    if (stored !== null && !sameItems(this.#progress, theirs)) this.#write();
    this.#tell();
  };

  #read(): Progress {
    return salvage(this.#stored()).progress;
  }

  #stored(): string | null {
    try {
      return this.#storage?.getItem(this.#key) ?? null;
    } catch {
      this.#blocked = true;
      return null;
    }
  }

  #write(): void {
    try {
      this.#keepDamaged();
      this.#storage?.setItem(this.#key, JSON.stringify(this.#progress));
      this.#blocked = false;
    } catch {
      this.#blocked = true;
    }
  }

  /** What could not be read is kept once, before the first write would destroy it. */
  #keepDamaged(): void {
    const stored = this.#storage?.getItem(this.#key) ?? null;
    const backup = `${this.#key}:unreadable`;
    if (stored !== null && salvage(stored).damaged && this.#storage?.getItem(backup) === null) this.#storage.setItem(backup, stored);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const sameItems = (one: Progress, other: Progress): boolean =>
  Object.keys(one.items).every((key) => JSON.stringify(one.items[key]) === JSON.stringify(other.items[key]));

/** Removes every key of ours, in both kinds of storage. */
function deleteEverything(scope: Pick<Window, 'localStorage' | 'sessionStorage'> = window): void {
  for (const storage of [openStorage('local', scope), openStorage('session', scope)]) {
    if (!storage) continue;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const key of keys) if (key?.startsWith(KEY_PREFIX)) storage.removeItem(key);
  }
}
