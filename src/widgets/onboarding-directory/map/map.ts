/**
 * The map beside the list, which says the same in words. Loaded and shown only when the visitor asks for it; from then on their
 * browser asks the endpoint's tile server, and no one else. Leaflet reckons and moves; whatever can be pressed is a button of ours.
 */
import type { MapTiles } from '../../../model/map-tiles.ts';
import { button, element, isolated } from './elements.ts';
import { LeafletMap } from './leaflet-map.ts';
import { mapStyles } from './map.styles.ts';
import { at, Pins } from './pins.ts';
import type { MapPlace, PinOptions } from './places.ts';
import { Tiles } from './tiles.ts';

export type { MapPlace };

export interface MapOptions extends PinOptions {
  /** Where the container stands; has the map's styles as long as there is a map. */
  root: ShadowRoot;
  places: readonly MapPlace[];
  tiles: MapTiles;
  /** Whom the tiles are by, in the visitor's language. */
  attribution: string;
  labels: { zoomIn: string; zoomOut: string };
}

export interface ShownMap {
  /** Shows other places. The map moves only if none of them is in view. */
  update(places: readonly MapPlace[]): void;
  /** Leaves the page as it was. */
  remove(): void;
}

/** Of tiles that do not say how deep they go. */
const MAX_ZOOM = 19;
/** A single place is shown with the streets around it. */
const STREETS = 16;
const STEP = 80;
const ARROWS = new Map<string, [x: number, y: number]>([['ArrowLeft', [-STEP, 0]], ['ArrowRight', [STEP, 0]], ['ArrowUp', [0, -STEP]], ['ArrowDown', [0, STEP]]]);

/** Shows the map at the end of `container`, which is the caller's to name (`role="group"` and a label). */
export function showMap(container: HTMLElement, { root, places, tiles, attribution, labels, ...options }: MapOptions): ShownMap {
  const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const maxZoom = tiles.maxZoom ?? MAX_ZOOM;
  const zoomIn = button('in', () => map.zoomIn());
  const zoomOut = button('out', () => map.zoomOut());
  zoomIn.ariaLabel = zoomIn.title = labels.zoomIn;
  zoomOut.ariaLabel = zoomOut.title = labels.zoomOut;
  const surface = element('div', 'map-surface');
  // A press gives it the focus; the way round with the keyboard goes from button to button.
  surface.tabIndex = -1;
  const frame = element('div', 'map', element('div', 'map-zoom', zoomIn, zoomOut), surface, element('p', 'map-attribution', isolated(attribution)));
  frame.dir = 'ltr';

  const map = new LeafletMap(surface, {
    attributionControl: false, zoomControl: false, boxZoom: false, keyboard: false, tapHold: false, trackResize: false, scrollWheelZoom: false,
    fadeAnimation: false, zoomAnimation: animate, markerZoomAnimation: animate, inertia: animate, maxZoom,
  });
  const layer = new Tiles(tiles.tiles, maxZoom).addTo(map);
  const pins = new Pins(map, { root, ...options });

  const draw = (): void => {
    pins.draw(places);
    zoomIn.ariaDisabled = String(map.getZoom() >= maxZoom);
    zoomOut.ariaDisabled = String(map.getZoom() <= map.getMinZoom());
  };
  const fit = (): void => {
    // Without places, the country.
    if (!places.length) map.setView([51.2, 10.4], 6, { animate: false });
    else map.fitBounds(places.map(({ position }) => at(position)), { padding: [40, 40], maxZoom: Math.min(STREETS, maxZoom), animate: false });
  };

  // How large it is shows only once it is laid out, which may be later.
  let ready = false;
  const observer = new ResizeObserver(() => {
    if (!surface.clientWidth) return;
    map.invalidateSize();
    if (!ready) fit();
    ready = true;
  });

  frame.addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    const offset = ARROWS.get(key);
    if (!ready || ctrlKey || altKey || metaKey || !(offset || key === '+' || key === '-')) return;
    event.preventDefault();
    if (offset) map.panBy(offset, { animate });
    else if (key === '+') map.zoomIn();
    else map.zoomOut();
  });
  // The wheel scrolls the page unless the visitor is at work in the map; a single finger always does.
  frame.addEventListener('focusin', () => map.scrollWheelZoom.enable());
  frame.addEventListener('focusout', () => map.scrollWheelZoom.disable());
  surface.addEventListener('pointerdown', ({ pointerType }) => (pointerType === 'touch' ? map.dragging.disable() : map.dragging.enable()), true);

  map.on('moveend', draw);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, mapStyles.styleSheet!];
  container.append(frame);
  observer.observe(surface);

  return {
    update(other) {
      places = other;
      if (!ready) return;
      const bounds = map.getBounds();
      if (places.length && !places.some(({ position }) => bounds.contains(at(position)))) fit();
      draw();
    },
    remove() {
      observer.disconnect();
      map.off('moveend', draw);
      layer.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== mapStyles.styleSheet);
      // Leaflet listens nowhere but on the surface and goes with it. Told to end, it would fail in the timers of a zoom that is under way.
      frame.remove();
    },
  };
}
