/** What the files in dist are: which chunk imports which, under which hash a page may load them, and whose code they contain. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const byKey = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** `manifest.json`: file -> `{ modules, imports, dynamicImports }`; `modules` are the project's own that the file contains, as `src/...`. */
export function manifest() {
  return {
    name: 'manifest',
    generateBundle(_options, bundle) {
      const own = (id) => !id.includes('node_modules') && !id.startsWith('\0');
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const files = chunks.map(({ fileName, moduleIds, imports, dynamicImports }) =>
        [fileName, { modules: moduleIds.filter(own).map((id) => relative(process.cwd(), id)), imports, dynamicImports }]);
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: json(byKey(Object.fromEntries(files))) });
    },
  };
}

/** `integrity.json`: file -> SRI hash of every script below `dist` that a page may load; the npm modules are for bundlers and are left out. */
export function integrity(dist) {
  return {
    name: 'integrity',
    closeBundle() {
      const scripts = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js') && !file.startsWith('npm'));
      const hashes = scripts.map((file) =>
        [file, `sha384-${createHash('sha384').update(readFileSync(join(dist, file))).digest('base64')}`]);
      writeFileSync(join(dist, 'integrity.json'), json(byKey(Object.fromEntries(hashes))));
    },
  };
}

/** `licenses.txt`: the licences of the packages whose code is inside, which are too long to be sent to every visitor. */
export function licenses() {
  return {
    name: 'licenses',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(({ modules = {} }) => Object.keys(modules));
      const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
      const texts = [...new Set(folders)].map((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        if (!file) this.error(`${name} has no licence file`);
        return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: texts.sort().join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}
