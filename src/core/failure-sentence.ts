/** What the visitor reads when nothing can be shown: what happened and what to do, never the technical reason. */
import { msg } from '@lit/localize';
import type { LoadError } from './load/load-error.ts';

export function failureSentence({ kind }: LoadError): string {
  if (globalThis.navigator?.onLine === false) return msg('You are offline. We will load this again when you are back online.');
  switch (kind) {
    case 'unreachable':
    case 'timeout':
      return msg('We cannot reach the server at the moment. Please try again.');
    case 'status':
      return msg('The server has a problem at the moment. Please try again later.');
    default:
      return msg('This information cannot be shown at the moment. Please contact the office directly.');
  }
}
