/** What the project ships: the drop-in as modules, the drop-in as one classic script, and the npm package. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { besideImports } from './src/build/beside-imports.mjs';
import { declarations } from './src/build/declarations.mjs';
import { integrity, licenses, manifest } from './src/build/dist-index.mjs';
import { endpointSchema } from './src/build/endpoint-schema.mjs';
import { hardenLeaflet } from './src/build/harden-leaflet.mjs';
import { hardenLit } from './src/build/harden-lit.mjs';
import { loadTogether } from './src/build/load-together.mjs';
import { minifyLiterals } from './src/build/minify-literals.mjs';
import { sharedChunks } from './src/build/shared-chunks.mjs';
import { shortMessageIds } from './src/build/short-message-ids.mjs';

const foldersOf = (folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const readJson = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const { name, version, license, dependencies } = readJson('./package.json');
const { targetLocales } = readJson('./locales/lit-localize.json');

// Each target is a compilation of its own; the first one checks the types, for all of them.
const compile = (options = { noCheck: true }) => typescript({ tsconfig: './tsconfig.json', compilerOptions: options });
const resolve = () => nodeResolve({ ignoreSideEffectsForRoot: true });
const minify = () => terser({ module: true, ecma: 2022, compress: { passes: 4, unsafe_arrows: true }, format: { comments: /^!/ } });
const banner = ({ isEntry }) => (isEntry ? `/*! ${name} ${version}, ${license}; parts of others: licenses.txt */` : '');

const compact = { banner, generatedCode: 'es2015', freeze: false };
const browser = (...plugins) => [resolve(), hardenLit(), hardenLeaflet(), compile(), shortMessageIds(), minifyLiterals(), minify(), ...plugins];

const modules = (dist) => ({
  input: ['src/onboarding-widgets.ts', 'src/embed.ts'],
  // Chunks must not import the entry: a page that loads it as `onboarding-widgets.js?v=2` would get it twice.
  preserveEntrySignatures: 'strict',
  output: {
    ...compact, dir: dist, format: 'es', chunkFileNames: 'chunks/[name]-[hash:7].js',
    manualChunks: sharedChunks,
  },
  plugins: browser(loadTogether('core'), manifest(), licenses(), {
    name: 'assets',
    async generateBundle() {
      const schema = `${JSON.stringify(await endpointSchema(), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'endpoint.schema.json', source: schema });
      this.emitFile({ type: 'asset', fileName: 'starter.json', source: readFileSync('demo/data/endpoint.json') });
      for (const kind of ['actors', 'events']) this.emitFile({ type: 'asset', fileName: `templates/${kind}.csv`, source: readFileSync(`demo/data/csv/${kind}.csv`) });
      this.emitFile({ type: 'asset', fileName: 'embed.html', source: readFileSync('src/embed.html') });
    },
  }),
});

/** What is taken out of the classic script, because only some pages need it: module to file beside the script. */
const taken = {
  'src/core/load/explain.ts': 'explain.js',
  'src/core/report.ts': 'report.js',
  'src/core/sanitize.ts': 'sanitize.js',
  'src/core/icalendar/write-calendar.ts': 'write-calendar.js',
  'src/core/vcard.ts': 'vcard.js',
  'src/core/month-names.ts': 'month-names.js',
  'src/widgets/onboarding-newsletter/sending.ts': 'newsletter-sending.js',
  ...Object.fromEntries(['ar', 'tr', 'uk'].map((language) => [`src/core/rule-words/${language}.ts`, `rule-words-${language}.js`])),
  ...Object.fromEntries(foldersOf('src/sources').map((format) => [`src/sources/${format}/${format}.ts`, `${format}.js`])),
};
const MAP = 'src/widgets/onboarding-directory/map/map.ts';

export const classicScript = (dist) => ({
  input: 'src/onboarding-widgets.iife.ts',
  output: { ...compact, file: `${dist}/onboarding-widgets.iife.js`, format: 'iife', inlineDynamicImports: true },
  plugins: browser(besideImports({ ...taken, [MAP]: 'map.js' }, 'src/beside.ts'), {
    name: 'no-import-meta',
    // In a classic script Rollup would turn it into document.currentScript, which markup of the host page can replace.
    resolveImportMeta(_property, { moduleId }) { this.error(`import.meta in ${moduleId}`); },
  }),
});

/** The languages that the classic script does not contain, one file each. Their templates are plain data, so they need no second Lit. */
const furtherLocale = (locale) => (dist) => ({
  // lit-localize writes TypeScript without types.
  input: `src/generated/locales/${locale}.ts`,
  output: { dir: `${dist}/locales`, format: 'es' },
  plugins: [{
    name: 'template-tags',
    resolveId: (id) => (id === 'lit' || id === '@lit/localize' ? `\0${id}` : null),
    load: (id) => ({
      '\0lit': 'export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });',
      '\0@lit/localize': 'export const str = (strings, ...values) => ({ strTag: true, strings, values });',
    })[id],
  }, shortMessageIds(), minify()],
});

/** The map that the classic script does not contain. Of Lit it needs a style sheet and nothing else. */
const map = (dist) => ({
  input: { map: MAP },
  output: { ...compact, dir: dist, format: 'es' },
  plugins: [{
    name: 'style-sheet',
    resolveId: (id) => (id === 'lit' ? '\0lit' : null),
    load: (id) => (id === '\0lit' ? 'export const css = ([text]) => { const styleSheet = new CSSStyleSheet(); styleSheet.replaceSync(text); return { styleSheet }; };' : null),
  }, resolve(), hardenLeaflet(), compile(), minifyLiterals(), minify()],
});

/** What else the classic script does not contain, each whole in itself and without Lit. Made of the modules of the npm package, which are compiled already. */
const beside = ([module, file]) => (dist) => ({
  input: { [file.replace(/\.js$/, '')]: module.replace(/^src\/(.*)\.ts$/, `${dist}/npm/$1.js`) },
  output: { ...compact, dir: dist, format: 'es' },
  plugins: [resolve(), hardenLit(), minify()],
});

const tags = readdirSync('src/define').map((file) => `src/define/${file}`);
/** Of Node or of npm. */
const isDependency = (id) => id.startsWith('node:') || Object.keys(dependencies).some((dependency) => id === dependency || id.startsWith(`${dependency}/`));

/** One file a module, as in src, so that bundlers of others can shake it. `@lit/localize` is inside: it can be configured once only; Leaflet, because it has to be hardened. */
const npmPackage = (dist) => ({
  input: ['src/index.ts', 'src/define.ts', 'src/cli/main.ts', ...tags],
  external: isDependency,
  output: {
    dir: `${dist}/npm`, format: 'es', preserveModules: true, preserveModulesRoot: 'src',
    // npm leaves every folder of the name node_modules out of a package.
    entryFileNames: (chunk) => `${chunk.name.replace(/^node_modules/, 'vendor')}.js`,
  },
  plugins: [
    resolve(), hardenLeaflet(),
    typescript({
      tsconfig: './tsconfig.json', noEmitOnError: true,
      compilerOptions: { declaration: true, declarationDir: `${dist}/npm`, rootDir: 'src' },
    }),
    declarations(),
    // What an earlier build left there would get a hash in integrity.json.
    { name: 'clean', buildStart: () => rmSync(dist, { recursive: true, force: true }) },
  ],
});

/** The last target, when all files are there. */
const withHashes = (target) => (dist) => {
  const options = target(dist);
  return { ...options, plugins: [...options.plugins, integrity(dist)] };
};

/** `--configDist <folder>` builds elsewhere. */
export default ({ configDist: dist = 'dist' }) => [
  npmPackage, modules, classicScript, ...targetLocales.filter((locale) => locale !== 'de').map(furtherLocale), ...Object.entries(taken).map(beside), withHashes(map),
].map((target) => target(dist));
