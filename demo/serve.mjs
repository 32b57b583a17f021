/**
 * Serves the demo pages: `node demo/serve.mjs`, on the port in PORT or the first free one from 8000, on this machine only.
 *
 *   /dist/…   the built widgets
 *   /api/…    the example region, under the paths of the real Integreat API
 *   /demo/…   this folder; also under /, so that / is the page of the Kreis
 */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

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
const policies = { 'index.html': strict, 'classic.html': strict, 'integreat.html': strict, 'frame.html': `${strict}; frame-src 'self'` };

/** The file an address stands for, or undefined. URL has already resolved every `..`; `%2f` and `%5c` must not bring one back. */
async function locate(pathname) {
  const [prefix, folder] = folders.find(([start]) => pathname.startsWith(start));
  const path = decodeURIComponent(pathname.slice(prefix.length));
  if (/[\\\0]|(?:^|\/)\./.test(path)) return undefined;
  const file = join(folder, path);
  const found = await stat(file);
  if (!found.isDirectory()) return { file, found };
  const index = join(file, prefix === '/api/' ? 'index.json' : 'index.html');
  return { file: index, found: await stat(index) };
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

async function answer(request, response) {
  if (!['GET', 'HEAD'].includes(request.method)) return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  const { pathname } = new URL(request.url, 'http://localhost');
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

const wanted = Number(process.env.PORT) || undefined;
let port = wanted ?? 8000;
const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && !wanted) return void server.listen(port += 1, '127.0.0.1');
  console.error(error.message);
  process.exitCode = 1;
});
server.on('listening', async () => {
  const pages = (await readdir(here)).filter((name) => name.endsWith('.html')).sort();
  const address = `http://127.0.0.1:${port}/`;
  console.log([address, ...pages.map((page) => `  ${address}demo/${page}`)].join('\n'));
});
server.listen(port, '127.0.0.1');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
