/** The map, from the visitor's press on: until then neither its code nor a tile is asked for. The list stays, and says the same. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Actor } from '../../model/actor.ts';
import { check, type Problem } from '../../model/door.ts';
import { mapTiles, type MapTiles } from '../../model/map-tiles.ts';
import { formatNumber } from '../../core/format.ts';
import { htmlLang } from '../../core/i18n/languages.ts';
import { disclosure } from '../../core/parts.ts';
import type { DirectoryContext } from './directory-context.ts';
import { loadMap } from './map-loader.ts';
import type { ShownMap } from './map/map.ts';
import type { MapPlace } from './map/places.ts';

const MAP = 'map';

export class MapPanel {
  /** What is wrong with the data of the map. */
  readonly problems: Problem[];
  readonly #tiles: MapTiles | undefined;
  #state: 'closed' | 'loading' | 'open' | 'failed' = 'closed';
  #map?: ShownMap;
  #places: readonly MapPlace[] = [];
  /** Places in this part of the map that are not drawn. */
  #hidden = 0;

  /** @param data what the endpoint says of the map; missing: there is none */
  constructor(private readonly host: { requestUpdate(): void; renderRoot: HTMLElement | DocumentFragment }, readonly data: unknown, base: string, private readonly open: (id: string) => void,
    private readonly announce: (words: string) => void) {
    const { value, problems } = data === undefined ? { value: undefined, problems: [] } : check(mapTiles, data, base, [MAP]);
    this.#tiles = value;
    this.problems = problems;
  }

  /** @param actors those that were found, asked for only where there is a map */
  render(actors: () => readonly Actor[], { content }: DirectoryContext): TemplateResult | typeof nothing {
    const tiles = this.#tiles;
    if (!tiles) return nothing;
    const isOpen = this.#state !== 'closed';
    if (isOpen) this.#place(actors().flatMap(({ id, name, geo }) => (geo ? [{ id, name: content.plain(name), lang: htmlLang(content.pick(name)!.lang), position: geo }] : [])));
    return html`
      <div class="no-print">
        ${disclosure({ id: MAP, label: isOpen ? msg('Hide map') : msg('Show map'), open: isOpen, toggle: () => this.#toggle() }, isOpen ? html`
          <div part="map" role="group" aria-label=${msg('Map. The list says the same.')} ${ref((element) => void this.#mount(element as HTMLElement | undefined, content.plain(tiles.attribution), content.chain))}></div>
          <p class="outcome">${this.#sentence(content.chain)}</p>` : nothing)}
      </div>
    `;
  }

  remove(): void {
    this.#map?.remove();
    this.#map = undefined;
    this.#state = 'closed';
  }

  #toggle(): void {
    if (this.#state === 'closed') this.#state = 'loading';
    else this.remove();
    this.host.requestUpdate();
  }

  #place(places: readonly MapPlace[]): void {
    if (places.length === this.#places.length && places.every(({ id, name }, index) => id === this.#places[index]!.id && name === this.#places[index]!.name)) return;
    this.#places = places;
    this.#map?.update(places);
  }

  async #mount(container: HTMLElement | undefined, attribution: string, chain: readonly string[]): Promise<void> {
    if (!container || this.#map || this.#state !== 'loading') return;
    try {
      const { showMap } = await loadMap();
      if (this.#state !== 'loading' || !container.isConnected) return;
      this.#map = showMap(container, {
        root: this.host.renderRoot as ShadowRoot, places: this.#places, tiles: this.#tiles!, attribution,
        labels: { zoomIn: msg('Zoom in'), zoomOut: msg('Zoom out') }, open: this.open,
        hidden: (count) => {
          this.#hidden = count;
          this.#told(chain);
        },
      });
      this.#state = 'open';
    } catch (error) {
      console.error('onboarding-widgets: the map could not be loaded.', error);
      this.#state = 'failed';
    }
    this.#told(chain);
  }

  /** Something changed that the visitor did not press for. */
  #told(chain: readonly string[]): void {
    this.announce(this.#sentence(chain));
    this.host.requestUpdate();
  }

  #sentence(chain: readonly string[]): string {
    if (this.#state === 'loading') return msg('Loading…');
    if (this.#state === 'failed') return msg('The map could not be loaded. The list says the same.');
    if (!this.#hidden) return '';
    const count = formatNumber(this.#hidden, chain);
    return msg(str`More places here: ${count}. Zoom in to see them.`);
  }
}
