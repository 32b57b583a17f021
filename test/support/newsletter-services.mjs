/**
 * The reference service for page tests, as the demo has it.
 *
 *   /newsletter/…              below the page of the Kreis; mails under /newsletter/mails.json
 *   /newsletter-of/<run>/…     one for a test alone; its mails lead to /page/host
 *   /newsletter-of/<run>/clock?days=4   its clock goes ahead by so many days, or it is dead where it says `days=never`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { startService } from '../../demo/newsletter/service.mjs';

const PATH = /^\/newsletter(?:-of\/[\w-]+)?\//;
export const ADMIN_TOKEN = 'for-tests';

async function start(origin, path) {
  const folder = mkdtempSync(join(tmpdir(), 'onboarding-newsletter-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const service = { days: 0, isDead: false, listener: undefined };
  const env = {
    ADMIN_TOKEN, DATA_DIR: folder, PUBLIC_URL: origin + path.slice(0, -1), PAGE_URL: `${origin}/demo/index.html`, PER_NETWORK: '10000', PROOF: path === '/newsletter/' ? 'never' : 'always',
  };
  const { app } = await startService(env, { clock: () => Date.now() + service.days * 86_400_000 });
  service.listener = getRequestListener(app.fetch);
  return service;
}

/** Answers what is below the services' addresses; each is started at its first request. */
export function newsletterServices() {
  const services = new Map();
  return async (request, response, { pathname, searchParams }) => {
    const [path] = PATH.exec(pathname) ?? [];
    if (!path) return void response.writeHead(404).end();
    const key = request.headers.host + path;
    if (!services.has(key)) services.set(key, start(`http://${request.headers.host}`, path));
    const service = await services.get(key);
    const days = searchParams.get('days');
    if (pathname === `${path}clock`) {
      service.isDead = days === 'never';
      service.days = service.isDead ? 0 : Number(days);
      response.writeHead(204).end();
    } else if (service.isDead) response.writeHead(503, { 'Content-Type': 'application/json' }).end('{"error":"unavailable"}');
    else await service.listener(request, response);
  };
}
