import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadTogether } from '../../src/build/load-together.mjs';

const chunk = (imports = []) => ({ imports, code: '' });

describe('A chunk that the entry imports', () => {
  const widened = (files) => {
    const bundle = { 'entry.js': { imports: [], code: 'a(()=>import("./chunks/a.js"),()=>import("./chunks/d.js"),()=>import("elsewhere"))' }, ...files };
    loadTogether('entry.js').generateBundle({}, bundle);
    return bundle['entry.js'].code;
  };

  it('is asked for together with all it imports, each once, and stays what the import gives', () => {
    const code = widened({
      'chunks/a.js': chunk(['chunks/b.js', 'chunks/c.js']), 'chunks/b.js': chunk(['chunks/c.js']), 'chunks/c.js': chunk(['chunks/b.js']), 'chunks/d.js': chunk(),
    });
    assert.equal(code, 'a(()=>Promise.all([import("./chunks/a.js"),import("./chunks/b.js"),import("./chunks/c.js")]).then((all)=>all[0]),()=>import("./chunks/d.js"),()=>import("elsewhere"))');
  });
});
