/** What editors know about the elements: the manifest, and from the same run the data for VS Code and JetBrains. */
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'dist';

/** The package ships what was built from the sources, so the manifest names that. */
const builtPaths = {
  name: 'built-paths',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^src\/(.+)\.ts$/, 'dist/npm/$1.js');
    for (const module of customElementsManifest.modules) {
      module.path = built(module.path);
      for (const { declaration } of module.exports) declaration.module = built(declaration.module);
    }
  },
};

export default {
  globs: ['src/widgets/**/onboarding-*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir,
  litelement: true,
  plugins: [
    builtPaths,
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, hideLogs: true }),
  ],
};
