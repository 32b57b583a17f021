/** A static server on the loopback that sends everything gzipped, as a real one does; so no contestant pays for another one's bytes. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json' };

/**
 * @param made path to text, for what the benchmark makes itself
 * @param dist folder behind `/dist/`
 * @returns the address, and how to stop
 */
export async function serve(made, dist) {
  // Compressed once, so that the server's work is in no figure.
  const ready = new Map();
  for (const [path, text] of Object.entries(made)) ready.set(path, await compress(text));

  async function answer({ url }, response) {
    const { pathname } = new URL(url, 'http://localhost');
    if (!ready.has(pathname) && pathname.startsWith('/dist/')) {
      ready.set(pathname, await compress(await readFile(join(dist, normalize(pathname.slice('/dist'.length))))));
    }
    const body = ready.get(pathname);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(pathname)] ?? 'text/plain', 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.writeHead(404).end()));
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
