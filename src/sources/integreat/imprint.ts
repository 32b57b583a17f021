/** Who answers for the texts of a region. */
import { safeUrl } from '../../model/door.ts';
import type { SourceAnswer } from '../source.ts';
import { normalPath } from './wire.ts';

/**
 * Address of the region's imprint, in the language first asked for. It stands at a fixed place beside all pages, locations
 * and events, so it takes no request: one more would fail the source wherever it is not answered.
 */
export function imprintOf(answers: readonly SourceAnswer[]): string | undefined {
  for (const { body } of answers) {
    for (const item of Array.isArray(body) ? (body as unknown[]) : []) {
      const { url, path } = (item ?? {}) as { url?: unknown; path?: unknown };
      if (typeof url !== 'string' || typeof path !== 'string') continue;
      const page = safeUrl(url, undefined, 'link');
      const [region, language] = normalPath(path).split('/').filter(Boolean);
      if (page?.startsWith('http') && region && language) return new URL(`/${region}/${language}/imprint/`, page).href;
    }
  }
  return undefined;
}
