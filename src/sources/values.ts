/** Values as others write them. */

/** Empty strings are "not given", and an address without a protocol would be taken for one on the host page. */
export const filled = (raw: string | null | undefined): string | undefined => raw?.trim() || undefined;
export const absolute = (raw: string | null | undefined): string | undefined =>
  (/^[a-z][a-z\d+.-]*:/i.test(raw?.trim() ?? '') ? raw?.trim() : undefined);

/** As people type it: with `Tel.:` before it, long dashes, and the unseen characters that copying leaves. What is no number stays as it is, to be named so. */
export function telephone(raw: string | null | undefined): string | undefined {
  const number = raw?.replace(/\p{Cf}/gu, '').replace(/^\s*(?:tel(?:efon|ephone)?|phone|mobile?|handy)[.:]+/i, '').replace(/[\u2010-\u2015]/g, '-').replace(/\s/g, ' ');
  return filled(/^[\d ()/+.-]+$/.test(number ?? '') ? number : raw);
}

/** Words are compared without regard to case and to how accents are encoded. */
export const fold = (word: string): string => word.normalize('NFC').trim().toLowerCase();
