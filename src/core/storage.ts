/** The device's storage, or none. Every key of ours begins with `onboarding-widgets:`; nothing is written before the visitor acts. */

export type StorageKind = 'none' | 'session' | 'local';

export const KEY_PREFIX = 'onboarding-widgets:';

/** The storage asked for, or undefined where the browser blocks it: SecurityError, or `localStorage === null`. */
export function openStorage(kind: StorageKind, scope: Pick<Window, 'localStorage' | 'sessionStorage'> = window): Storage | undefined {
  if (kind !== 'local' && kind !== 'session') return undefined;
  try {
    return (kind === 'local' ? scope.localStorage : scope.sessionStorage) ?? undefined;
  } catch {
    return undefined;
  }
}

export const progressKey = (site: string): string => `${KEY_PREFIX}progress:${site}`;

/** What an earlier visit left on this device, where it may be read. */
export function readStored(kind: StorageKind, key: string): string | undefined {
  try {
    return openStorage(kind)?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
