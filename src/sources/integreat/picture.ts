/** Pictures of locations, events and offers. */
import { absolute } from '../values.ts';

/** Media of the server may come without its address; two slashes would lead to another server. */
const MEDIA = /^\/\w[^\s\\]*$/;

/** @param alt nothing else is known about a picture than what it belongs to */
export function pictureOf<T>(thumbnail: string | undefined, alt: T): { url: string; alt: T } | undefined {
  const url = absolute(thumbnail) ?? MEDIA.exec(thumbnail?.trim() ?? '')?.[0];
  return url ? { url, alt } : undefined;
}
