/** Where the code of the map comes from: entry files say, because most pages never show one. */

export type MapModule = typeof import('./map/map.ts');

let load: (() => Promise<MapModule>) | undefined;

export function provideMap(loader: () => Promise<MapModule>): void {
  load = loader;
}

/** Called at the visitor's press only. */
export async function loadMap(): Promise<MapModule> {
  if (!load) throw new Error('No map is provided');
  return load();
}
