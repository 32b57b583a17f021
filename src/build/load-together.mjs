/** A chunk and what it imports are asked for at once. Else the browser learns of the imports when it has read the chunk, one round trip later. */
const IMPORT = /import\("\.\/(chunks\/[^"]+)"\)/g;

/** @param {string} entry file whose dynamic imports are widened */
export function loadTogether(entry) {
  return {
    name: 'load-together',
    generateBundle(_options, bundle) {
      const withImports = (file, found = new Set()) => {
        if (found.has(file)) return found;
        found.add(file);
        bundle[file].imports.forEach((imported) => withImports(imported, found));
        return found;
      };
      bundle[entry].code = bundle[entry].code.replace(IMPORT, (alone, file) => {
        const files = [...withImports(file)];
        return files.length > 1 ? `Promise.all([${files.map((name) => `import("./${name}")`).join()}]).then((all)=>all[0])` : alone;
      });
    },
  };
}
