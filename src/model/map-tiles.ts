/** Where the pictures of the map come from. None is preset: the operator decides whom visitors' browsers ask. */
import * as v from './leaves.ts';
import { address, maybe, shape } from './door.ts';
import { text } from './text.ts';

const PLACES = ['{z}', '{x}', '{y}'];

const template = v.pipe(
  address('image'),
  // An address that was resolved has no braces in its path any more.
  v.transform((href) => href.replace(/#.*/, '').replace(/%7B([xyz])%7D/gi, (_, place: string) => `{${place.toLowerCase()}}`)),
  v.check((href) => PLACES.every((place) => href.includes(place)), 'Expected an address with {z}, {x} and {y}'),
  v.check((href) => !/[{}]|%7[BD]/i.test(PLACES.reduce((rest, place) => rest.replaceAll(place, ''), href)), 'Only {z}, {x} and {y} are filled in'),
  v.check((href) => !new URL(href).host.includes('{'), 'The host of a tile address must not vary'),
);

const zoomLevel = v.pipe(v.number(), v.check((level) => Number.isInteger(level) && level >= 1 && level <= 22, 'Expected a whole zoom level from 1 to 22'));

/** The map of the directory. */
export const mapTiles = shape({
  /** Address of a tile, e.g. `https://tiles.example/{z}/{x}/{y}.png`. */
  tiles: template,
  /** Whom the map is by, as its licence asks for; plain text. */
  attribution: text,
  /** Deepest zoom level that has tiles. */
  maxZoom: maybe(zoomLevel),
});
export type MapTiles = v.InferOutput<typeof mapTiles>;
