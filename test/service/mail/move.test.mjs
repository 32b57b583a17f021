/** From SQLite to PostgreSQL: everything or nothing, and the service goes on there. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { move } from '../../../demo/newsletter/move.mjs';
import { startService } from '../../../demo/newsletter/service.mjs';
import { query, startPostgres } from '../postgres.mjs';
import { endpoint, visitorOf } from '../visitor.mjs';
import { until } from './support.mjs';

const tokenIn = ({ text }, action) => new RegExp(`${action}\\?token=([\\w-]{43})`).exec(text)?.[1];

describe('moving', () => {
  let server;
  let folder;
  const sent = [];
  const base = 'http://127.0.0.1:8100/newsletter';
  const start = (databaseUrl) => startService(
    { DATA_DIR: folder, ENDPOINT: fileURLToPath(endpoint), DATABASE_URL: databaseUrl, PER_NETWORK: '10000', HOURLY_MAILS: '10000' },
    { transport: { sendMail: async (message) => void sent.push(message) } },
  );
  const visitorTo = ({ app }) => visitorOf(base, (url, options) => app.request(url, options));
  const file = () => join(folder, 'newsletter.sqlite');

  before(async () => {
    server = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'newsletter-move-'));
    const service = await start();
    const visitor = visitorTo(service);
    // More than one page of rows.
    await Promise.all(Array.from({ length: 600 }, (_, number) => visitor.signUp(`a${number}@example.org`, { name: 'Zoë' })));
    await until(() => sent.length === 600);
    await visitor.use('confirm', tokenIn(sent[0], 'confirm'));
    await until(() => sent.length === 601);
    await service.stop();
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes every row and leaves the file', async () => {
    const counts = await move(file(), server.url);
    assert.deepEqual([counts.subscription, counts.mail, counts.consent_text], [600, 601, 1]);
    const [{ count }] = await query(server.url, 'select count(*) from subscription');
    assert.equal(Number(count), 600);
  });

  it('refuses a target that is not empty, and changes nothing there', async () => {
    await assert.rejects(move(file(), server.url), /not empty/);
    const [{ count }] = await query(server.url, 'select count(*) from mail');
    assert.equal(Number(count), 601);
  });

  it('refuses a file that is not there', async () => {
    await assert.rejects(move(join(folder, 'other.sqlite'), server.url), { code: 'ENOENT' });
  });

  it('leaves nothing behind where it fails midway', async () => {
    await query(server.url, 'create database half');
    const half = server.url.replace(/postgres$/, 'half');
    await query(half, 'create table deletion (manage_hash text primary key, deleted_at bigint not null)');
    await query(half, "insert into deletion values ('x', 1)");
    await assert.rejects(move(file(), half), /The table deletion of the target is not empty/);
    const [{ count }] = await query(half, 'select count(*) from subscription');
    assert.equal(Number(count), 0);
  });

  it('lets the links in the mails go on working', async () => {
    const service = await start(server.url);
    const visitor = visitorTo(service);
    assert.equal((await visitor.use('confirm', tokenIn(sent[1], 'confirm'))).status, 200);
    assert.equal((await visitor.use('confirm', tokenIn(sent[0], 'confirm'))).status, 200);
    const mail = await until(() => sent.find(({ text }) => tokenIn({ text }, 'manage')));
    assert.equal((await visitor.use('delete', tokenIn(mail, 'manage'))).status, 200);
    await service.stop();
  });
});
