/**
 * An import whose address is known at run time only. JavaScript, because TypeScript's rewriting of `.ts` in relative
 * addresses would wrap it in a helper.
 */
export const importModule = (url) => import(url);
