/** The settings both runs of the browser tests share; the two config files name the engines. */
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { commands } from './commands.mjs';
import { launchers } from './launchers.mjs';
import { pageServer } from './page-server.mjs';
import { countReporter } from './reporter.mjs';

const everywhere = ['test/widgets/**/*.test.ts', 'test/page/**/*.test.ts'];
const chromiumOnly = ['test/widgets/**/*.chromium.test.ts', 'test/page/**/*.chromium.test.ts'];

/** The page around every test file. A rejection that nobody handles fails the test, as an uncaught error does. */
const testPage = (framework) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Test</title></head>
  <body>
    <script>addEventListener('unhandledrejection', (event) => reportError(event.reason));</script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;

/** The runner's settings for the given engines, e.g. `['chromium', 'firefox']`. */
export function configFor(engines) {
  const browsers = Object.fromEntries(engines.map((engine) => [engine, launchers[engine]()]));
  return {
    rootDir: fileURLToPath(new URL('../..', import.meta.url)),
    files: [...everywhere, ...chromiumOnly.map((pattern) => `!${pattern}`)],
    browsers: Object.values(browsers),
    groups: browsers.chromium ? [{ name: 'chromium', files: chromiumOnly, browsers: [browsers.chromium] }] : [],
    testRunnerHtml: testPage,
    nodeResolve: true,
    plugins: [esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) }), commands()],
    middleware: [pageServer()],
    reporters: [defaultReporter(), countReporter()],
    filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
    concurrency: 2,
    concurrentBrowsers: 2,
    browserStartTimeout: 60_000,
    testFramework: { config: { timeout: 30_000 } },
  };
}
