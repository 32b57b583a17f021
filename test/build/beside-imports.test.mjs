import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { besideImports } from '../../src/build/beside-imports.mjs';

const plugin = () => besideImports({ 'src/core/words/ar.ts': 'words-ar.js' }, 'src/beside.ts');
const importer = join(process.cwd(), 'src/core/format.ts');
const head = `import { fetched as fetchedBeside } from '${join(process.cwd(), 'src/beside.ts')}';\n`;

describe('A module that lies beside the classic script', () => {
  it('is fetched wherever it was imported, in either quotes, as TypeScript or compiled', () => {
    const { transform } = plugin();
    const code = `a(() => import('./words/ar.ts'), () => import("./words/ar.js"), () => import('./words/de.ts'))`;
    assert.equal(transform(code, importer).code, `${head}a(() => fetchedBeside('words-ar.js'), () => fetchedBeside('words-ar.js'), () => import('./words/de.ts'))`);
    assert.equal(transform(`import('../core/words/ar.ts')`, join(process.cwd(), 'src/widgets/x.ts')).code, `${head}fetchedBeside('words-ar.js')`);
  });

  it('changes nothing where it is not imported', () => {
    const { transform } = plugin();
    for (const code of [`import words from './words/ar.ts';`, `import('./words/ar.ts')`]) assert.equal(transform(code, join(process.cwd(), 'src/other/format.ts')), null);
    assert.equal(transform(`import words from './words/ar.ts';`, importer), null);
  });

  it('stops the build where nothing imports it any more', () => {
    const said = [];
    const context = { error: (sentence) => said.push(sentence) };
    const unused = plugin();
    unused.buildEnd.call(context);
    assert.deepEqual(said, ['Nothing imports src/core/words/ar.ts dynamically']);
    const used = plugin();
    used.transform(`import('./words/ar.ts')`, importer);
    used.buildEnd.call(context);
    assert.equal(said.length, 1);
  });
});
