import type { Coords, DoneCallback } from 'leaflet';
import { GridLayer } from 'leaflet/src/layer/tile/GridLayer.js';

/** Leaflet's own tile layer puts a data: picture in the place of tiles it drops, which a strict `img-src` forbids and reports. */
export class Tiles extends GridLayer {
  /** @param template address with `{z}`, `{x}` and `{y}` */
  constructor(private readonly template: string, maxZoom: number) {
    super({ maxZoom });
    this.on('tileunload', ({ tile }) => tile.removeAttribute('src'));
  }

  protected override createTile({ x, y, z }: Coords, done: DoneCallback): HTMLElement {
    const tile = document.createElement('img');
    tile.alt = '';
    tile.referrerPolicy = 'no-referrer';
    tile.onload = () => done(undefined, tile);
    tile.onerror = () => done(new Error('No tile'), tile);
    tile.src = this.template.replaceAll('{z}', String(z)).replaceAll('{x}', String(x)).replaceAll('{y}', String(y));
    return tile;
  }
}
