/** Lets the classic script, which would contain everything it can import, fetch some modules from files beside it. */
import { dirname, join, relative } from 'node:path';

/**
 * @param files module (`src/...`) to the file beside the script that is built from it
 * @param fetcher module that exports `fetched(file)`
 */
export function besideImports(files, fetcher) {
  const found = new Set();
  return {
    name: 'beside-imports',
    transform(code, id) {
      const changed = code.replace(/\bimport\((['"])(\.[^'"]+)\.[jt]s\1\)/g, (whole, _quote, path) => {
        const module = relative(process.cwd(), join(dirname(id), `${path}.ts`));
        if (!Object.hasOwn(files, module)) return whole;
        found.add(module);
        return `fetchedBeside('${files[module]}')`;
      });
      if (changed === code) return null;
      return { code: `import { fetched as fetchedBeside } from '${join(process.cwd(), fetcher)}';\n${changed}`, map: null };
    },
    buildEnd(error) {
      const missing = Object.keys(files).filter((module) => !found.has(module));
      if (!error && missing.length) this.error(`Nothing imports ${missing.join(', ')} dynamically`);
    },
  };
}
