import js from '@eslint/js';
import { importX, createNodeResolver } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import regexp from 'eslint-plugin-regexp';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const entriesOf = (folder) => readdirSync(folder, { withFileTypes: true });
const foldersOf = (folder) => entriesOf(folder).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const filesOf = (folder) => entriesOf(folder).filter((entry) => entry.isFile()).map(({ name }) => name);

/** `target` may import from within `from` only what `allowed` names, relative to `from`. */
const zone = (target, from, allowed, message) => ({ target, from, except: allowed.map((path) => `./${path}`), message });

// model <- sources <- core <- widgets <- entry files
const LEFT = 'Folders import only from their left: model <- sources <- core <- widgets <- entry files; core and widgets know of the sources only sources/source.ts.';
const importDirection = [
  zone('./src/model', './src', ['model'], LEFT),
  zone('./src/sources', './src', ['model', 'sources'], LEFT),
  zone('./src/core', './src', ['model', 'sources/source.ts', 'generated', 'version.ts', 'core'], LEFT),
  zone('./src/widgets', './src', ['model', 'sources/source.ts', 'core', 'widgets'], LEFT),
  ...foldersOf('src/sources').map((format) =>
    zone(`./src/sources/${format}`, './src/sources', [format, ...filesOf('src/sources')], 'A format never imports another format.')),
  ...foldersOf('src/widgets').map((widget) =>
    zone(`./src/widgets/${widget}`, './src/widgets', [widget, ...filesOf('src/widgets')], 'A widget never imports another widget.')),
];

const HTML = 'Text with mark-up reaches the page only as nodes, cleaned by core/sanitize.ts.';
const CSP = 'Style attributes break under a strict style-src; use a class, or setProperty after rendering.';
const banned = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc)$/]', message: HTML },
  { selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\.(innerHTML|outerHTML|srcdoc)=/]', message: HTML },
  { selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\sstyle=/]', message: CSP },
  { selector: 'CallExpression[callee.object.name="Object"][callee.property.name="assign"][arguments.0.type="ObjectExpression"]',
    message: 'Object.assign lets "__proto__" from data change the prototype; spread instead.' },
  { selector: 'MetaProperty[meta.name="import"]', message: 'A classic script has no import.meta, and what Rollup makes of it trusts document.currentScript.' },
  { selector: 'MemberExpression[property.name="currentScript"]', message: 'Markup of the host page can replace document.currentScript.' },
  { selector: 'CallExpression[callee.property.name="json"][arguments.length=0]', message: 'response.json() reads without limit; use core/load.' },
];
const bannedImports = [
  { name: 'lit', importNames: ['unsafeCSS'], message: 'CSS never comes from data.' },
  { name: 'lit/directives/unsafe-html.js', message: HTML },
  { name: 'lit/directives/unsafe-svg.js', message: HTML },
  { name: 'lit/directives/style-map.js', message: CSP },
];

export default tseslint.config(
  { ignores: ['dist/', '.tmp/', 'src/generated/', 'node_modules/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  tseslint.configs.stylistic,
  regexp.configs['flat/recommended'],
  {
    rules: {
      'max-lines': ['error', 400],
      'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error',
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Patterns of the model go into a JSON Schema, which has no flags; code points read better than \\v and \\f.
      'regexp/use-ignore-case': 'off', 'regexp/control-character-escape': 'off',
    },
  },
  {
    files: ['**/*.mjs', 'test/**', 'src/cli/**'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['demo/**', 'test/**'],
    languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.mocha } },
    // A chai assertion is an expression.
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.mjs'] })],
      wc: { elementBaseClasses: ['LitElement'] },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: importDirection, basePath: import.meta.dirname }],
      'no-restricted-imports': ['error', { paths: bannedImports }],
      'no-restricted-syntax': ['error', ...banned],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // LitElement has all life cycle methods.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['src/model/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.|valibot$)', message: 'model/ imports nothing but valibot.' }] }],
    },
  },
);
