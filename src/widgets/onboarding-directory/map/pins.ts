/** The places on the map, each a button: only those in view, and never more than a page can bear. */
import type { Handler } from 'leaflet';
import { Icon } from 'leaflet/src/layer/marker/Icon.js';
import { Marker } from 'leaflet/src/layer/marker/Marker.js';
import type { Map as LeafletMap } from 'leaflet/src/map/Map.js';
import type { Geo } from '../../../model/actor.ts';
import { button, isolated } from './elements.ts';
import type { MapPlace, PinOptions } from './places.ts';

/** Places drawn at once: those nearest to the middle. */
export const MAX_PINS = 200;

export const at = ({ latitude, longitude }: Geo): [number, number] => [latitude, longitude];

/** A marker that is a button. */
class ButtonIcon extends Icon {
  constructor(private readonly element: HTMLButtonElement) {
    super({ iconUrl: '' });
  }

  override createIcon(): HTMLElement {
    return this.element;
  }
}

interface Pin { marker: Marker; element: HTMLButtonElement }

/** A place that looks the same keeps its pin, and with it the focus. */
const look = ({ id, name, lang, position }: MapPlace): string => [id, name, lang, ...at(position)].join('\n');

export class Pins {
  readonly #pins = new Map<string, Pin>();
  #hidden = 0;

  constructor(private readonly map: LeafletMap, private readonly options: PinOptions) {}

  draw(places: readonly MapPlace[]): void {
    const { root, hidden } = this.options;
    const bounds = this.map.getBounds();
    const inView = places.filter(({ position }) => bounds.contains(at(position)));
    const drawn = new Map(this.#nearest(inView).map((place) => [look(place), place]));
    for (const [key, { marker, element }] of this.#pins) {
      // Who moves the map by keyboard keeps the focus, also on a pin that goes out of view.
      if (drawn.has(key) || root.activeElement === element) continue;
      marker.remove();
      this.#pins.delete(key);
    }
    const neighbours = new Map<string, number>();
    for (const [key, place] of drawn) {
      const pin = this.#pins.get(key) ?? this.#pin(place);
      this.#pins.set(key, pin);
      const spot = at(place.position).join();
      const nth = neighbours.get(spot) ?? 0;
      neighbours.set(spot, nth + 1);
      pin.element.style.setProperty('--_column', String(nth % 5));
      pin.element.style.setProperty('--_row', String(Math.floor(nth / 5)));
    }
    const rest = Math.max(0, inView.length - MAX_PINS);
    if (rest !== this.#hidden) hidden?.(rest);
    this.#hidden = rest;
  }

  #nearest(places: MapPlace[]): MapPlace[] {
    if (places.length <= MAX_PINS) return places;
    const center = this.map.getCenter();
    const far = new Map(places.map((place) => [place, center.distanceTo(at(place.position))]));
    return places.sort((a, b) => far.get(a)! - far.get(b)!).slice(0, MAX_PINS);
  }

  #pin({ id, name, lang, position }: MapPlace): Pin {
    const { map, options: { open } } = this;
    const element = button('pin', ({ detail }) => {
      // The end of a drag that began on a pin is a click too; one by keyboard has no detail.
      if (!detail || !(map.dragging as Handler & { moved(): boolean }).moved()) open(id);
    }, isolated(name, lang));
    // A pin under the pointer stays where it is.
    element.addEventListener('focus', () => element.matches(':focus-visible') && map.panInside(at(position), { padding: [120, 56], animate: map.options.inertia }));
    const marker = new Marker(at(position), { icon: new ButtonIcon(element), keyboard: false, interactive: false, autoPanOnFocus: false });
    return { marker: marker.addTo(map), element };
  }
}
