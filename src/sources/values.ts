/** Values as others write them. */

/** Empty strings are "not given", and an address without a protocol would be taken for one on the host page. */
export const filled = (raw: string | null | undefined): string | undefined => raw?.trim() || undefined;
export const absolute = (raw: string | null | undefined): string | undefined =>
  (/^[a-z][a-z\d+.-]*:/i.test(raw?.trim() ?? '') ? raw?.trim() : undefined);

/** Words are compared without regard to case and to how accents are encoded. */
export const fold = (word: string): string => word.normalize('NFC').trim().toLowerCase();
