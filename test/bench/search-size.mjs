/** What the engine (folding, index, highlighting) adds to a page. */
import { gzipSync } from 'node:zlib';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { rollup } from 'rollup';

const PUBLIC = { fold: 'fold', 'search-index': 'SearchIndex, best', highlight: 'highlight' };

/** @returns {Promise<number>} bytes, minified and gzipped */
export async function engineSize() {
  const folder = new URL('../../src/core/search/', import.meta.url).pathname;
  const entry = 'engine';
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? Object.entries(PUBLIC).map(([file, names]) => `export { ${names} } from '${folder}${file}.ts';`).join('\n') : null),
      },
      typescript({ tsconfig: './tsconfig.json', compilerOptions: { noCheck: true } }),
      terser({ module: true, ecma: 2022, compress: { passes: 3 } }),
    ],
  });
  const { output } = await bundle.generate({ format: 'es', generatedCode: 'es2015' });
  return gzipSync(output[0].code, { level: 9 }).length;
}
