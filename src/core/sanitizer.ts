/** Where the cleaner of markup comes from: entry files say, because most pages have no markup. */

export type Sanitizer = Pick<typeof import('./sanitize.ts'), 'sanitize'>;

let load: (() => Promise<Sanitizer>) | undefined;

export function provideSanitizer(loader: () => Promise<Sanitizer>): void {
  load = loader;
}

/** Called where there is markup to be shown. */
export async function loadSanitizer(): Promise<Sanitizer> {
  if (!load) throw new Error('No cleaner is provided');
  return load();
}
