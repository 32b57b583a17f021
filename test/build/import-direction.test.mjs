/** The lint rules that hold the architecture: folders import only from their left. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

const lint = new ESLint();

/** Ids of the rules that `code` would break, were it the content of `filePath`. */
async function brokenRules(filePath, code) {
  const [{ messages }] = await lint.lintText(`${code}\nexport {};\n`, { filePath });
  return messages.map(({ ruleId, message }) => ruleId ?? message).filter((rule) => rule !== '@typescript-eslint/no-unused-vars');
}

const forbidden = [
  ['src/model/text.ts', "import '../core/storage.ts';"],
  ['src/sources/source.ts', "import '../core/storage.ts';"],
  ['src/sources/native/native.ts', "import '../integreat/integreat.ts';"],
  ['src/core/storage.ts', "import '../widgets/onboarding-journey/journey-state.ts';"],
  ['src/core/storage.ts', "import '../sources/native/native.ts';"],
  ['src/core/storage.ts', "export const load = () => import('../define.ts');"],
  ['src/widgets/onboarding-journey/journey-state.ts', "import '../../sources/native/native.ts';"],
  ['src/widgets/onboarding-journey/journey-state.ts', "import '../../index.ts';"],
];

const allowed = [
  ['src/sources/native/native.ts', "import '../../model/door.ts';"],
  ['src/core/storage.ts', "import '../sources/source.ts';"],
  ['src/widgets/onboarding-journey/journey-state.ts', "import '../../core/storage.ts';"],
  ['src/define.ts', "import './widgets/onboarding-journey/onboarding-journey.ts';"],
  ['src/index.ts', "import './sources/native/native.ts';"],
];

describe('import direction', () => {
  for (const [file, code] of forbidden) {
    it(`refuses in ${file}: ${code}`, async () => assert.deepEqual(await brokenRules(file, code), ['import-x/no-restricted-paths']));
  }
  for (const [file, code] of allowed) {
    it(`lets pass in ${file}: ${code}`, async () => assert.deepEqual(await brokenRules(file, code), []));
  }
  it('lets the model import nothing but valibot', async () => {
    assert.deepEqual(await brokenRules('src/model/text.ts', "import 'valibot';"), []);
    assert.deepEqual(await brokenRules('src/model/text.ts', "import 'lit';"), ['no-restricted-imports']);
  });
});

describe('what the source must not do', () => {
  const banned = [
    'document.body.innerHTML = "";', 'Object.assign({}, globalThis);', 'console.log(import.meta.url);', 'console.log(document.currentScript);',
    'new Response().json().catch(String);',
  ];
  for (const code of banned) {
    it(code, async () => assert.deepEqual(await brokenRules('src/core/storage.ts', code), ['no-restricted-syntax']));
  }
  it('imports unsafeHTML, unsafeCSS or styleMap', async () => {
    const imports = ["import 'lit/directives/unsafe-html.js';", "import { unsafeCSS } from 'lit';", "import 'lit/directives/style-map.js';"];
    assert.deepEqual(await brokenRules('src/core/storage.ts', imports.join('\n')), Array(3).fill('no-restricted-imports'));
  });
});
