/** What goes wrong outside of the data: on the disk, in a call, on the way to a server. */
import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp, rm, mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseArgs } from 'node:util';
import { explained } from '../../src/cli/check-reasons.ts';
import { faultOf } from '../../src/cli/faults.ts';
import { telling } from '../../src/cli/files.ts';
import { explain } from '../../src/core/load/explain.ts';
import { LoadError } from '../../src/core/load/load-error.ts';

const errorOf = async (task) => {
  try {
    await task();
  } catch (error) {
    return error;
  }
  return assert.fail('Nothing went wrong');
};

describe('A fault of the disk or of the call', () => {
  it('is one sentence with the path or the option, and the code behind it', async () => {
    const home = await mkdtemp(join(tmpdir(), 'onboarding-faults-'));
    const file = join(home, 'a');
    await writeFile(file, '');
    const options = { output: { type: 'string' } };
    const tasks = [
      [() => readFile(join(home, 'none')), join(home, 'none'), 'ENOENT', /^Das gibt es nicht/],
      [() => writeFile(home, ''), home, 'EISDIR', /^Das ist ein Ordner/],
      [() => mkdir(join(file, 'b')), join(file, 'b'), 'ENOTDIR', /^Hier steht eine Datei/],
      [() => parseArgs({ args: ['--what'], options }), '--what', 'ERR_PARSE_ARGS_UNKNOWN_OPTION', /^Die Angabe --what gibt es nicht/],
      [() => parseArgs({ args: ['--output'], options }), '--output', 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', /fehlt der Wert/],
      [() => new URL('kreis'), '', 'ERR_INVALID_URL', /ist keine Adresse/],
    ];
    for (const [task, name, code, german] of tasks) {
      const error = await errorOf(task);
      for (const language of ['de', 'en']) {
        const sentence = faultOf(error, language);
        assert.ok(sentence.includes(name) && sentence.endsWith(`(${code})`), sentence);
        assert.notEqual(sentence, error.message);
      }
      assert.match(faultOf(error, 'de'), german);
    }
    await rm(home, { recursive: true });
  });

  it('is known of a disk that is full, read-only or locked, whatever the code is', () => {
    for (const code of ['ENOSPC', 'EDQUOT', 'EROFS', 'EBUSY', 'EPERM', 'EACCES', 'EEXIST', 'EFBIG']) {
      const [german, english] = ['de', 'en'].map((language) => faultOf(Object.assign(new Error('raw'), { code, path: '/data' }), language));
      assert.ok(!german.includes('raw') && german !== english && german.endsWith(`(${code})`), german);
    }
    assert.equal(faultOf(new Error('Something else'), 'de'), 'Something else');
  });
});

describe('No answer', () => {
  const german = (message) => explained(explain(new LoadError('unreachable', 'https://town.example/', message)), 'de').reason;

  it('has its reason named, as the network tells it', async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${server.address().port}/`;
    const broken = String(await errorOf(() => telling(fetch)(address)));
    assert.match(german(broken), /Verbindung abgebrochen \((?:ECONNRESET|UND_ERR_SOCKET)\)$/);
    await new Promise((resolve) => server.close(resolve));
    const refused = String(await errorOf(() => telling(fetch)(address)));
    assert.match(german(refused), /nimmt keine Verbindung an \(ECONNREFUSED\)$/);
    assert.match(String(await errorOf(() => telling(fetch)('http://127.0.0.1:1/'))), /bad port/);
  });

  it('of a name, a certificate or in time is told apart', () => {
    for (const [code, words] of [['EAI_AGAIN', /dieses Namens/], ['UND_ERR_CONNECT_TIMEOUT', /nicht rechtzeitig/], ['CERT_HAS_EXPIRED', /Zertifikat/], ['DEPTH_ZERO_SELF_SIGNED_CERT', /Zertifikat/], ['ERR_TLS_CERT_ALTNAME_INVALID', /Zertifikat/], ['EHOSTUNREACH', /nicht zu erreichen/]]) {
      assert.match(german(code), words);
      assert.ok(german(code).endsWith(`(${code})`));
    }
  });
});
