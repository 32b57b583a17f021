/** What is said below a summary. */
import { withoutOpening } from '../without-opening.ts';
import { inLanguages, type Version } from './versions.ts';
import type { WireItem } from './wire.ts';

/**
 * @param summaries by language
 * @returns HTML by language; undefined where the summaries say everything. Where only some languages say more, the others keep
 *   their text: their readers would see that of another language instead.
 */
export function bodies<T extends WireItem>(versions: readonly Version<T>[], summaries: Record<string, string> | undefined): Record<string, string> | undefined {
  const whole = Object.entries(inLanguages(versions, ({ content }) => content) ?? {});
  const cut = whole.map(([language, content]) => ({ language, content, rest: withoutOpening(content, summaries?.[language]) }));
  return cut.some(({ rest }) => rest) ? Object.fromEntries(cut.map(({ language, content, rest }) => [language, rest || content])) : undefined;
}
