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

/** Reactive state is declared like an attribute but is none; what the base class offers counts for every element. */
const attributes = {
  name: 'attributes',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
    const own = ({ members = [] }, { fieldName }) => !members.some(({ name, privacy }) => name === fieldName && privacy !== 'public');
    for (const declaration of declarations) declaration.attributes &&= declaration.attributes.filter((attribute) => own(declaration, attribute));
  },
};

export default {
  globs: ['src/core/onboarding-element.ts', 'src/core/two-step-element.ts', 'src/core/list-element.ts', 'src/widgets/**/onboarding-*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir,
  litelement: true,
  plugins: [
    attributes,
    builtPaths,
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, hideLogs: true }),
  ],
};
