/**
 * Finds the browsers the tests run in and, on Debian, installs the missing ones.
 *
 * The browsers come from the system, not from a test library's own download: they are the builds that
 * people use, they get security updates, and nothing but the system's packages has to be reachable.
 */
import { existsSync, readdirSync } from 'node:fs';
import { install, locate } from './programs.mjs';

/** Per engine: the programs it needs, each with its possible names, and the Debian packages that hold them. */
const engines = {
  chromium: {
    programs: () => ({
      browser: [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ],
    }),
    packages: ['chromium'],
  },
  firefox: {
    programs: () => ({ browser: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'] }),
    packages: ['firefox-esr'],
  },
  webkit: {
    programs: () => ({
      browser: miniBrowsers(),
      driver: ['WebKitWebDriver'],
      display: ['Xvfb'],
      bus: ['dbus-run-session'],
    }),
    packages: ['webkit2gtk-driver', 'xvfb', 'dbus'],
  },
};

/** The first of Chromium, Chrome and Firefox that is installed; Chromium, to be installed, where none is. */
export function anyEngine() {
  return ['chromium', 'firefox'].find((engine) => find(engine)) ?? 'chromium';
}

/**
 * The paths of an engine's programs, e.g. `{ browser: '/usr/bin/chromium' }`. Installs what is missing;
 * where that is not allowed, prints what to install and ends the process.
 */
export function requirePrograms(engine) {
  const installed = find(engine) ?? (install(engines[engine].packages) && find(engine));
  if (installed) return installed;
  console.error(`The tests need ${engine}: install the packages ${engines[engine].packages.join(', ')} (Debian names).`);
  process.exit(1);
}

function find(engine) {
  const found = Object.entries(engines[engine].programs()).map(([role, names]) => [role, names.map(locate).find(Boolean)]);
  return found.every(([, path]) => path) ? Object.fromEntries(found) : undefined;
}

/** WebKitGTK keeps its test browser beside its libraries: /usr/lib/<architecture>/webkit2gtk-<version>/MiniBrowser. */
function miniBrowsers() {
  if (!existsSync('/usr/lib')) return [];
  return readdirSync('/usr/lib')
    .filter((folder) => folder.endsWith('-linux-gnu'))
    .flatMap((folder) => ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) => `/usr/lib/${folder}/${version}/MiniBrowser`));
}
