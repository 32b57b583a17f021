import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/** A contestant's script, built as one builds it for a web site: resolved, tree-shaken, minified. */
export async function bundle(file) {
  const build = await rollup({ input: file.pathname, plugins: [nodeResolve(), terser({ module: true, ecma: 2022 })] });
  const { output } = await build.generate({ format: 'es' });
  return output[0].code;
}
