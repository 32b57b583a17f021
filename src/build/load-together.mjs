/** A chunk and what it imports are asked for at once. Else the browser learns of the imports when it has read the chunk, one round trip later. */
import { posix } from 'node:path';

const IMPORT = /import\("(\.\/[^"]+)"\)/g;

/**
 * Widens the dynamic imports of files. What the importing file has already is not asked for again.
 * @param {string} except name of the chunk of which every byte counts: what it imports waits for the visitor anyway
 */
export function loadTogether(except) {
  return {
    name: 'load-together',
    generateBundle(_options, bundle) {
      const withImports = (file, found = new Set()) => {
        if (found.has(file)) return found;
        found.add(file);
        bundle[file].imports.forEach((imported) => withImports(imported, found));
        return found;
      };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.name === except) continue;
        const folder = posix.dirname(chunk.fileName);
        const there = withImports(chunk.fileName);
        chunk.code = chunk.code.replace(IMPORT, (alone, path) => {
          const file = posix.join(folder, path);
          const files = [...withImports(file)].filter((name) => name === file || !there.has(name));
          return files.length > 1 ? `Promise.all([${files.map((name) => `import("./${posix.relative(folder, name)}")`).join()}]).then((all)=>all[0])` : alone;
        });
      }
    },
  };
}
