/** The whole way of a subscription through the parts as they are put together, and the process around them. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startService } from '../../../demo/newsletter/service.mjs';
import { freePort } from '../postgres.mjs';
import { endpoint, visitorOf } from '../visitor.mjs';
import { until } from './support.mjs';

const BASE = 'http://127.0.0.1:8100/newsletter';
const program = (path) => fileURLToPath(new URL(`../../../demo/${path}`, import.meta.url));

async function folderFor(test) {
  const folder = await mkdtemp(join(tmpdir(), 'newsletter-test-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function serviceFor(test, env) {
  const service = await startService({ DATA_DIR: await folderFor(test), ENDPOINT: fileURLToPath(endpoint), ADMIN_TOKEN: 'admin', ...env });
  test.after(service.stop);
  const request = (path, options) => service.app.request(`${BASE}/${path}`, options);
  const mails = async () => (await request('mails.json')).json();
  return { request, mails, visitor: visitorOf(BASE, (url, options) => service.app.request(url, options)) };
}

/** A program of the demo; `say(words)` resolves once it has printed them, `end` to its exit code. */
function run(test, path, env) {
  const child = spawn(process.execPath, [program(path)], { env: { PATH: process.env.PATH, ENDPOINT: fileURLToPath(endpoint), ...env } });
  test.after(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk; });
  const code = new Promise((resolve) => { child.once('exit', resolve); });
  const end = (signal) => {
    child.kill(signal);
    return code;
  };
  return { say: (words) => until(() => output.includes(words) && output), end, code };
}

describe('the service', () => {
  it('takes a subscription, mails its link, confirms, welcomes and lists it; one click ends it', async (test) => {
    const { visitor, request, mails } = await serviceFor(test);
    assert.equal((await visitor.signUp('amal@example.org', { name: 'Amal' })).status, 202);
    const [confirmation] = await until(async () => (await mails()).length === 1 && mails());
    const [, token] = /confirm\?token=([\w-]{43})/.exec(confirmation.text);
    assert.equal((await visitor.use('confirm', token)).body.status, 'confirmed');

    const [, welcome] = await until(async () => (await mails()).length === 2 && mails());
    assert.match(welcome.text, /Hello \u2068Amal\u2069,[\s\S]*\u2068Work\u2069/);
    const csv = () => request('subscribers.csv', { headers: { Authorization: 'Bearer admin' } }).then((response) => response.text());
    assert.match(await csv(), /amal@example\.org,Amal,work/);

    const oneClick = new URL(welcome.headers.find(({ key }) => key === 'list-unsubscribe').value.slice(1, -1));
    const response = await request(`unsubscribe${oneClick.search}`, {
      method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(response.status, 200);
    assert.doesNotMatch(await csv(), /amal/);
  });

  it('shows its mails on this machine only', async (test) => {
    const { request } = await serviceFor(test, { SMTP_URL: 'smtp://127.0.0.1:1' });
    assert.equal((await request('mails')).status, 404);
    await assert.rejects(serviceFor(test, { PUBLIC_URL: 'https://kreis.example/newsletter' }), /SMTP_URL is missing/);
  });

  it('starts again on what it left', async (test) => {
    const env = { DATA_DIR: await folderFor(test), ENDPOINT: fileURLToPath(endpoint) };
    const sent = [];
    const transport = { sendMail: async (message) => void sent.push(message) };
    const first = await startService(env, { transport: { sendMail: () => Promise.reject(new Error('away')) } });
    await visitorOf(BASE, (url, options) => first.app.request(url, options)).signUp('amal@example.org');
    await first.stop();
    const second = await startService(env, { transport, clock: () => Date.now() + 120_000 });
    await until(() => sent.length === 1);
    await second.stop();
    assert.equal(sent[0].to.address, 'amal@example.org');
  });
});

describe('the process', () => {
  it('says where it listens, answers, holds back one address with too many connections, and ends with 0', async (test) => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}/newsletter`;
    const { say, end } = run(test, 'newsletter/main.mjs', { PORT: port, PUBLIC_URL: publicUrl, DATA_DIR: await folderFor(test) });
    await say(`listening ${publicUrl}\n`);
    assert.deepEqual(await (await fetch(`${publicUrl}/health`, { headers: { Connection: 'close' } })).json(), { status: 'ok' });

    let open = 0;
    const sockets = Array.from({ length: 120 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    for (const socket of sockets) socket.once('connect', () => { open += 1; }).once('close', () => { open -= 1; });
    await until(() => open >= 100 && sockets.filter(({ destroyed }) => destroyed).length >= 19);
    assert.ok(open <= 101, `${open} open`);
    for (const socket of sockets) socket.destroy();
    assert.equal(await end('SIGTERM'), 0);
  });

  it('says in one sentence what keeps it from starting', async (test) => {
    const { say, code } = run(test, 'newsletter/main.mjs', { PORT: 'x', DATA_DIR: await folderFor(test) });
    assert.equal(await code, 1);
    assert.equal(await say('\n'), 'newsletter: PORT has to be a whole number: x\n');
  });

  it('runs within the demo, sends to the page of the Kreis and forgets everything', async (test) => {
    const [port, folder] = [await freePort(), await folderFor(test)];
    const { say, end } = run(test, 'serve.mjs', { PORT: port, TMPDIR: folder });
    const base = `http://127.0.0.1:${port}/newsletter`;
    await say(`${base}/mails`);
    const visitor = visitorOf(base);
    const { newsletter } = await (await fetch(`http://127.0.0.1:${port}/demo/data/endpoint.json`)).json();
    assert.equal(newsletter.url, '/newsletter/subscriptions');
    assert.equal((await visitor.page('health')).status, 200);
    assert.equal((await visitor.page('mails')).status, 200);
    assert.equal((await readdir(folder)).length, 1);
    assert.equal(await end('SIGTERM'), 0);
    assert.deepEqual(await readdir(folder), []);
  });
});
