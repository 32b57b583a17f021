import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadTogether } from '../../src/build/load-together.mjs';

const chunk = (fileName, imports = [], code = '') => ({ type: 'chunk', fileName, name: fileName.split('/').at(-1).replace('.js', ''), imports, code });

describe('A chunk that another imports', () => {
  const widened = (file, ...chunks) => {
    const bundle = Object.fromEntries([...chunks, { type: 'asset', fileName: 'x.json', source: 'import("./chunks/a.js")' }].map((entry) => [entry.fileName, entry]));
    loadTogether('core').generateBundle({}, bundle);
    return bundle[file].code;
  };
  const abcd = [chunk('chunks/a.js', ['chunks/b.js', 'chunks/c.js']), chunk('chunks/b.js', ['chunks/c.js']), chunk('chunks/c.js', ['chunks/b.js']), chunk('chunks/d.js')];

  it('is asked for together with all it imports, each once, and stays what the import gives', () => {
    const entry = chunk('entry.js', [], 'a(()=>import("./chunks/a.js"),()=>import("./chunks/d.js"),()=>import("elsewhere"))');
    assert.equal(widened('entry.js', entry, ...abcd), 'a(()=>Promise.all([import("./chunks/a.js"),import("./chunks/b.js"),import("./chunks/c.js")]).then((all)=>all[0]),()=>import("./chunks/d.js"),()=>import("elsewhere"))');
  });

  it('is asked for from its own folder, without what is there already', () => {
    const widget = chunk('chunks/widget.js', ['chunks/b.js'], 'import("./a.js")');
    assert.equal(widened('chunks/widget.js', widget, ...abcd), 'import("./a.js")');
    const other = chunk('chunks/other.js', ['chunks/d.js'], 'import("./a.js")');
    assert.equal(widened('chunks/other.js', other, ...abcd), 'Promise.all([import("./a.js"),import("./b.js"),import("./c.js")]).then((all)=>all[0])');
  });

  it('is left alone in the file of which every byte counts', () => {
    assert.equal(widened('chunks/core.js', chunk('chunks/core.js', [], 'import("./a.js")'), ...abcd), 'import("./a.js")');
  });
});
