/**
 * Serves the demo pages: `node demo/serve.mjs`, on the port in PORT or the first free one from 8000, on this machine only.
 *
 *   /dist/…   the built widgets
 *   /api/…    the example region, under the paths of the real Integreat API
 *   /demo/…   this folder; also under /, so that / is the page of the Kreis
 *
 *   /demo/data/many.json?count=10000          as many invented actors, see many.mjs
 *   /demo/data/many-events.json?count=10000   as many invented events, see many-events.mjs
 *   /demo/tiles/<z>/<x>/<y>.svg               an invented map
 *   /demo/feedback                            takes a POST of JSON, as "report a mistake" sends it, prints it and forgets it
 *
 *   /newsletter/…       the newsletter service, which forgets everything when this ends
 *   /newsletter/mails   the mails it has sent; none leaves this machine
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyActors } from './many.mjs';
import { manyEvents } from './many-events.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = [
  ['/dist/', join(here, '../dist')],
  ['/api/', join(here, 'data/integreat/api')],
  ['/demo/', here],
  ['/', here],
];

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
/** Page to the Content-Security-Policy it is sent with. Pages not named here are sent without one, like most in the wild. */
const policies = {
  ...Object.fromEntries(['index', 'classic', 'integreat', 'hsds', 'csv', 'schema-org', 'gancio', 'the-events-calendar', 'many', 'many-events'].map((page) => [`${page}.html`, strict])),
  'frame.html': `${strict}; frame-src 'self'`,
};

/** The file an address stands for, or undefined. URL has already resolved every `..`; `%2f` and `%5c` must not bring one back. */
async function locate(pathname) {
  const [prefix, folder] = folders.find(([start]) => pathname.startsWith(start));
  const path = decodeURIComponent(pathname.slice(prefix.length));
  if (/[\\\0]|(?:^|\/)\./.test(path)) return undefined;
  const file = join(folder, path);
  const found = await stat(file);
  if (!found.isDirectory()) return { file, found };
  for (const name of ['index.html', 'index.json']) {
    const index = join(file, name);
    const found = await stat(index).catch(() => undefined);
    if (found) return { file: index, found };
  }
  return undefined;
}

function headersFor(pathname, file, { mtime, size }) {
  const policy = policies[relative(here, file)];
  return {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'ETag': `"${size.toString(36)}-${mtime.getTime().toString(36)}"`,
    'Last-Modified': mtime.toUTCString(),
    'X-Content-Type-Options': 'nosniff',
    ...(policy && { 'Content-Security-Policy': policy }),
    ...(/^(?:\/demo)?\/(?:api|data)\//.test(pathname) && { 'Access-Control-Allow-Origin': '*' }),
  };
}

const many = { '/demo/data/many.json': manyActors, '/demo/data/many-events.json': manyEvents };
const documents = new Map();
/** The JSON of so many actors or events. Only the last one asked for is kept: 20,000 are 14 MB. */
function manyJson(pathname, count) {
  const key = `${pathname} ${count}`;
  if (!documents.has(key)) {
    documents.clear();
    documents.set(key, JSON.stringify(many[pathname](count)));
  }
  return documents.get(key);
}

/** A square of the map: its frame and its number. */
const tile = (name) => `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
<path fill="#f4f7f4" stroke="#c3d0c8" d="M0 0h256v256H0zM0 128h256M128 0v256"/>
<text x="12" y="24" fill="#5c6b62" font-family="sans-serif" font-size="14">${name}</text>
</svg>
`;

/** What is made when asked for, as extension and text, or undefined. */
function made({ pathname, searchParams }) {
  if (Object.hasOwn(many, pathname)) {
    const [count] = /^\d{1,9}$/.exec(searchParams.get('count') ?? '') ?? [10_000];
    return ['.json', manyJson(pathname, Math.min(Number(count), 20_000))];
  }
  const [, name] = /^\/demo\/tiles\/(\d{1,2}\/\d{1,8}\/\d{1,8})\.svg$/.exec(pathname) ?? [];
  return name && ['.svg', tile(name)];
}

function sendMade(response, [extension, text]) {
  const headers = { 'Content-Type': types[extension], 'Content-Length': Buffer.byteLength(text), 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', 'Access-Control-Allow-Origin': '*' };
  response.writeHead(200, headers).end(text);
}

/** Reads at most 4 kB. Printed as JSON, so that no control character of a stranger reaches the terminal. */
async function takeFeedback(request, response) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 4096) return void response.writeHead(413, { Connection: 'close' }).end();
  }
  try {
    console.log('Feedback:', JSON.stringify(JSON.parse(text)));
  } catch {
    return void response.writeHead(400).end();
  }
  response.writeHead(204).end();
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://localhost');
  const { pathname } = url;
  if (pathname.startsWith('/newsletter/')) return (await newsletter).listener(request, response);
  if (request.method === 'POST' && pathname === '/demo/feedback') return takeFeedback(request, response);
  if (!['GET', 'HEAD'].includes(request.method)) return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  const document = made(url);
  if (document) return sendMade(response, document);
  const { file, found } = (await locate(pathname).catch(() => undefined)) ?? {};
  if (!file) return void response.writeHead(404, { 'Content-Type': types['.txt'] }).end(`Nothing at ${pathname}\n`);
  const headers = headersFor(pathname, file, found);
  const known = request.headers['if-none-match'];
  const unchanged = known ? known === headers.ETag : request.headers['if-modified-since'] === headers['Last-Modified'];
  if (unchanged) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'Content-Length': found.size });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

/** Loaded only now, so that the pages need not wait for it. Of the environment it gets no mail server and no database. */
async function startNewsletter(address) {
  const [{ startService }, { getRequestListener }] = await Promise.all([import('./newsletter/service.mjs'), import('@hono/node-server')]);
  const folder = await mkdtemp(join(tmpdir(), 'onboarding-newsletter-'));
  const forget = () => rm(folder, { recursive: true, force: true });
  const { PROOF, ADMIN_TOKEN = 'demo' } = process.env;
  const env = { DATA_DIR: folder, PUBLIC_URL: `${address}newsletter`, PAGE_URL: `${address}demo/index.html`, PROOF, ADMIN_TOKEN };
  const service = await startService(env).catch(async (error) => {
    await forget();
    throw error;
  });
  return { listener: getRequestListener(service.app.fetch), stop: () => service.stop().then(forget) };
}

/** Without the service the pages still work. */
function withoutNewsletter(error) {
  console.error(`The newsletter service does not run: ${error.message}`);
  return { listener: (_request, response) => void response.writeHead(503, { 'Content-Type': types['.txt'] }).end('The newsletter service does not run.\n'), stop: () => undefined };
}

let newsletter;
const wanted = Number(process.env.PORT) || undefined;
let port = wanted ?? 8000;
const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && !wanted) return void server.listen(port += 1, '127.0.0.1');
  console.error(error.message);
  process.exitCode = 1;
});
server.on('listening', async () => {
  const address = `http://127.0.0.1:${port}/`;
  newsletter = startNewsletter(address).catch(withoutNewsletter);
  const pages = (await readdir(here)).filter((name) => name.endsWith('.html')).sort();
  console.log([address, ...pages.map((page) => `  ${address}demo/${page}`), `  ${address}newsletter/mails`].join('\n'));
});
server.listen(port, '127.0.0.1');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    void newsletter?.then(({ stop }) => stop());
  });
}
