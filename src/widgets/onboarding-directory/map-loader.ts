/** Where the code of the map comes from: a file of its own, because most pages never show one. */

export type MapModule = typeof import('./map/map.ts');

let load = (): Promise<MapModule> => import('./map/map.ts');

/** For a page that has a map of its own. */
export function provideMap(loader: () => Promise<MapModule>): void {
  load = loader;
}

/** Called at the visitor's press only. */
export const loadMap = (): Promise<MapModule> => load();
