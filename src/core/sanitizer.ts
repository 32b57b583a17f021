/** Where the cleaner of markup comes from: a file of its own, because most pages have no markup. */

export type Sanitizer = Pick<typeof import('./sanitize.ts'), 'sanitize'>;

let load = (): Promise<Sanitizer> => import('./sanitize.ts');

/** For a page that has a cleaner of its own. */
export function provideSanitizer(loader: () => Promise<Sanitizer>): void {
  load = loader;
}

/** Called where there is markup to be shown. */
export const loadSanitizer = (): Promise<Sanitizer> => load();
