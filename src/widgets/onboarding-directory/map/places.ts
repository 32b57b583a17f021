/** What the map is told. Without Leaflet's types, which the package does not have. */
import type { Geo } from '../../../model/actor.ts';

export interface MapPlace {
  id: string;
  name: string;
  /** Language of the name, where it is not that of the page. */
  lang?: string;
  position: Geo;
}

export interface PinOptions {
  root: ShadowRoot;
  /** The visitor pressed a place. */
  open: (id: string) => void;
  /** How many places in this part of the map are not drawn; told again whenever it changes. Zooming in shows them. */
  hidden?: (count: number) => void;
}
