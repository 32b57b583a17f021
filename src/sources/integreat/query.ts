/** Addresses below that of a region. */
import type { Reference } from '../../model/endpoint.ts';
import type { SourceQuery } from '../source.ts';

export function query({ url }: Reference, parts: readonly string[], search = ''): SourceQuery {
  const address = new URL(url);
  address.pathname = [address.pathname.replace(/\/+$/, ''), ...parts.map(encodeURIComponent), ''].join('/');
  address.search = search;
  address.hash = '';
  return { url: address.href, as: 'json' };
}
