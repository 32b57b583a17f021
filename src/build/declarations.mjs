/** Type declarations as they are published: next to the modules they belong to, and importing those. */
import { posix } from 'node:path';

// The compiler rewrites `.ts` in what it emits as code, but not here.
const RELATIVE_TS = /(?<=\b(?:from |import |import\()(['"])\.{1,2}\/[^'"]+)\.ts(?=\1)/g;
const RELATIVE = /\b(?:from |import |import\()['"](\.[^'"]+)\.js['"]/g;

export function declarations() {
  return {
    name: 'declarations',
    generateBundle(_options, bundle) {
      const all = new Map(Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.d.ts'))
        .map((file) => [file.fileName, String(file.source).replace(RELATIVE_TS, '.js')]));
      const entries = Object.values(bundle).filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName.replace(/\.js$/, '.d.ts'));

      const reachable = new Set(entries.filter((file) => all.has(file)));
      for (const file of reachable) {
        for (const [, path] of all.get(file).matchAll(RELATIVE)) reachable.add(posix.join(posix.dirname(file), `${path}.d.ts`));
      }
      for (const [file, source] of all) {
        if (reachable.has(file)) bundle[file].source = source;
        else delete bundle[file];
      }
    },
  };
}
