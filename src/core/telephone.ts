/** A number as it is dialled, from as people write it: "+49 (0) 30 123" is dialled without the zero. */
export const dialled = (number: string): string => number.replace(/^(\+.*?)\(0\)/, '$1').replace(/[^\d+]/g, '');
