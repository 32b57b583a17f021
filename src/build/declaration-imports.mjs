/** The compiler rewrites `.ts` to `.js` in what it emits as code, but not in type declarations. */

const RELATIVE_TS = /(?<=\b(?:from |import |import\()(['"])\.{1,2}\/[^'"]+)\.ts(?=\1)/g;

export function declarationImports() {
  return {
    name: 'declaration-imports',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.d.ts'))) {
        file.source = String(file.source).replace(RELATIVE_TS, '.js');
      }
    },
  };
}
