/** The device's storage, or none. Every key of ours begins with `onboarding-`; nothing is written before the visitor acts. */

export type StorageKind = 'none' | 'session' | 'local';

export const KEY_PREFIX = 'onboarding-';

/** The storage asked for, or undefined where the browser blocks it: SecurityError, or `localStorage === null`. */
export function openStorage(kind: StorageKind, scope: Pick<Window, 'localStorage' | 'sessionStorage'> = window): Storage | undefined {
  if (kind === 'none') return undefined;
  try {
    return (kind === 'local' ? scope.localStorage : scope.sessionStorage) ?? undefined;
  } catch {
    return undefined;
  }
}

export const progressKey = (site: string): string => `${KEY_PREFIX}progress:${site}`;

/** Whether an earlier visit left something on this device. */
export function hasStored(kind: StorageKind, site: string): boolean {
  try {
    return openStorage(kind)?.getItem(progressKey(site)) != null;
  } catch {
    return false;
  }
}

/** Removes every key of ours, in both kinds of storage. */
export function deleteEverything(scope: Pick<Window, 'localStorage' | 'sessionStorage'> = window): void {
  for (const storage of [openStorage('local', scope), openStorage('session', scope)]) {
    if (!storage) continue;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const key of keys) if (key?.startsWith(KEY_PREFIX)) storage.removeItem(key);
  }
}
