/** What the built files must and must not contain. Reads dist/, so build first. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file) => readFileSync(file, 'utf8');
const filesIn = (folder, ending) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ending)).map((file) => `${folder}/${file}`);
const withoutComments = (code) => code.replace(/\/\*[\s\S]*?\*\//g, '');
const { version, dependencies } = JSON.parse(read('package.json'));

/** What the classic script fetches where a page needs it. */
const besides = readdirSync('dist').filter((file) => /^(?!onboarding-widgets|embed)[\w-]+\.js$/.test(file)).map((file) => `dist/${file}`);

describe('the module script', () => {
  const chunks = filesIn('dist/chunks', '.js');

  it('is imported by none of its chunks, so that a query after its name does not load it twice', () => {
    assert.ok(chunks.length > 3);
    assert.deepEqual(chunks.filter((file) => read(file).includes('/onboarding-widgets.js')), []);
  });

  it('does not contain the sanitizer before it is needed', () => {
    const manifest = JSON.parse(read('dist/manifest.json'));
    const fileOf = (module) => Object.keys(manifest).find((file) => manifest[file].modules.includes(module));
    assert.notEqual(fileOf('src/core/sanitize.ts'), fileOf('src/define/onboarding-journey.ts'));
  });
});

describe('the scripts for pages', () => {
  const scripts = ['dist/onboarding-widgets.js', 'dist/onboarding-widgets.iife.js', ...besides, ...filesIn('dist/chunks', '.js'), ...filesIn('dist/locales', '.js')];

  for (const forbidden of [/\beval\(/, /new Function\b/, /\bimport\.meta\b/, /\bdocument\.currentScript\b/]) {
    it(`contain no ${forbidden.source}`, () => assert.deepEqual(scripts.filter((file) => forbidden.test(read(file))), []));
  }

  it('name the package and its version first', () => {
    for (const entry of scripts.slice(0, 2)) assert.ok(read(entry).startsWith(`/*! onboarding-widgets ${version}, MIT`), entry);
  });
});

describe('the further languages of the classic script', () => {
  for (const file of filesIn('dist/locales', '.js')) {
    it(`${file} is whole in itself and plain data`, async () => {
      assert.doesNotMatch(read(file), /\bimport\b/);
      const { templates } = await import(`../../${file}`);
      assert.ok(Object.keys(templates).length > 10);
    });
  }
});

describe('what lies beside the classic script', () => {
  for (const file of besides) it(`${file} is whole in itself`, () => assert.doesNotMatch(withoutComments(read(file)), /\bimport\b/));

  it('cleans markup in a template that no element of the page can pose as', () => {
    const code = read('dist/sanitize.js');
    assert.match(code, /\bDocument\.prototype\.createElement\.call\(\w+,"template"\)/);
    assert.doesNotMatch(code, /\.createElement\("template"\)/);
  });

  it('cleans markup without the script', () => assert.match(read('dist/sanitize.js'), /export\s*\{[^}]*\bsanitize\b/));
});

describe('the reader of feeds', () => {
  const part = 'invalid ical body';

  it('is not in the classic script, but beside it, whole in itself', async () => {
    assert.doesNotMatch(read('dist/onboarding-widgets.iife.js'), new RegExp(part));
    const { icalendar } = await import('../../dist/icalendar.js');
    const feed = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Treff\nDTSTART:20261204T170000\nEND:VEVENT\nEND:VCALENDAR\n';
    const context = { collection: 'events', language: 'de', languages: ['de'], timeZone: 'Europe/Berlin' };
    const { records } = icalendar.read({ source: 'icalendar', url: 'https://a.example/a.ics' }, context, [{ url: '', as: 'text', body: feed }]);
    assert.deepEqual(records, [{ id: 'a', uid: 'a', title: 'Treff', start: '2026-12-04T17:00' }]);
  });

  it('is a chunk of its own in the module script', () => {
    const manifest = JSON.parse(read('dist/manifest.json'));
    const files = Object.keys(manifest).filter((file) => manifest[file].modules.includes('src/sources/icalendar/icalendar.ts'));
    assert.deepEqual(files.map((file) => [file.startsWith('chunks/'), manifest[file].modules.some((module) => module.startsWith('src/define/'))]), [[true, false]]);
  });

  it('names the licence of what is inside', () => assert.match(read('dist/licenses.txt'), /^ical\.js [\d.]+ \(MPL-2\.0\)/m));
});

describe('the npm package', () => {
  it('is imported in Node, without a DOM', () => {
    const script = "const sdk = await import('onboarding-widgets'); process.stdout.write(`${typeof sdk.OnboardingJourney} ${sdk.version}`)";
    assert.equal(execFileSync('node', ['--input-type=module', '-e', script], { encoding: 'utf8' }), `function ${version}`);
  });

  it('imports from other packages only what it depends on, in code and in types', () => {
    const known = Object.keys(dependencies);
    const foreign = filesIn('dist/npm', '.js').concat(filesIn('dist/npm', '.d.ts')).flatMap((file) =>
      [...withoutComments(read(file)).matchAll(/\b(?:from |import |import\()['"]([^.'"\s][^'"\s]*)['"]/g)].map(([, id]) => id)
        .filter((id) => !known.some((name) => id === name || id.startsWith(`${name}/`)))
        // The command line runs in Node; nothing else does so only.
        .filter((id) => !(id.startsWith('node:') && file.startsWith('dist/npm/cli/'))).map((id) => `${file}: ${id}`));
    assert.deepEqual(foreign, []);
  });

  it('has a command, which the modules of the SDK do not need', () => {
    const { bin } = JSON.parse(read('package.json'));
    const command = bin['onboarding-widgets'];
    assert.match(read(command), /^#!\/usr\/bin\/env node\n/);
    assert.equal(execFileSync('node', [command, '--version'], { encoding: 'utf8' }), `${version}\n`);
    assert.deepEqual(filesIn('dist/npm', '.js').filter((file) => !file.startsWith('dist/npm/cli/') && /['"][^'"]*\/cli\/|jsonc-parser/.test(withoutComments(read(file)))), []);
  });

  it('resolves every tag and every script', () => {
    const tags = readdirSync('src/define').map((file) => `define/${file.replace('.ts', '')}`);
    for (const path of [...tags, 'define', 'onboarding-widgets.js', 'onboarding-widgets.iife.js', 'endpoint.schema.json', 'custom-elements.json']) {
      assert.ok(read(new URL(import.meta.resolve(`onboarding-widgets/${path}`))).length, path);
    }
  });
});
