/**
 * What the page tests load, as a web server of a Kreis would send it: byte for byte, with chosen headers, and
 * past the runner's own transformations of scripts and pages.
 *
 *   /page/<name>?csp=…&header=Name:%20value   test/page/pages/<name>.html with that Content-Security-Policy and headers;
 *                                             the parameter `markup` stands where the page says <!-- markup -->
 *   /dist/… /demo/… /test/page/pages/…        files as they are; /dist/ for every origin, like a CDN
 *   /demo/data/many.json?count=10000          a document with as many actors
 *   /demo/tiles/<z>/<x>/<y>.svg               a picture for every place on the map
 *   /api/…                                    the example region of the demo, under the paths of the real Integreat API
 *   /newsletter…                              the newsletter's service, see newsletter-services.mjs
 *   /fault/<kind>?…                           an endpoint that misbehaves, see faults.mjs
 *   /fault/origin                             {"origin": "http://127.0.0.1:<port>"}, a second origin that serves the same
 *   /fault/log?run=<id>&reset=1               the requests to /fault/… on both origins, as a JSON list
 *
 * `run` tells test files apart that run at the same time; the log answers with the requests that carried the
 * same `run`. A `cors` parameter becomes Access-Control-Allow-Origin; without it there is none.
 */
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyActors } from '../../demo/many.mjs';
import { faults, sendJson } from './faults.mjs';
import { newsletterServices } from './newsletter-services.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const served = ['/dist/', '/demo/', '/test/page/pages/'];
const region = '/demo/data/integreat';
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** Middleware for the runner's server. */
export function pageServer() {
  const state = { log: [], other: undefined };
  const newsletters = newsletterServices();
  return async (context, next) => {
    const url = new URL(context.req.url, 'http://page');
    if (url.pathname.startsWith('/newsletter')) {
      context.respond = false;
      return newsletters(context.req, context.res, url);
    }
    if (!isOurs(url.pathname)) return next();
    context.respond = false;
    await serve(context.req, context.res, url, state);
  };
}

function isOurs(path) {
  return ['/page/', '/fault/', '/api/', ...served].some((folder) => path.startsWith(folder));
}

async function serve(request, response, url, state) {
  const { pathname: path, searchParams: query } = url;
  if (query.has('cors')) {
    response.setHeader('Access-Control-Allow-Origin', query.get('cors'));
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  }
  if (path === '/fault/origin') return sendJson(response, { origin: await otherOrigin(state) });
  if (path === '/fault/log') return sendJson(response, takeLog(state, query));
  if (path.startsWith('/fault/')) return serveFault(request, response, url, state);
  if (path.startsWith('/page/')) {
    setPageHeaders(response, query);
    return sendPage(response, path.slice('/page/'.length), query.get('markup') ?? '');
  }
  if (path.startsWith('/api/')) return sendFile(response, join(region, path));
  if (path === '/demo/data/many.json') return sendJson(response, manyActors(Number(query.get('count'))));
  if (path.startsWith('/demo/tiles/')) return sendFile(response, '/demo/icon.svg');
  if (path.startsWith('/dist/')) response.setHeader('Access-Control-Allow-Origin', '*');
  return sendFile(response, decodeURIComponent(path));
}

async function serveFault(request, response, { pathname, search, searchParams: query }, state) {
  const entry = { method: request.method, path: pathname + search, host: request.headers.host, headers: request.headers, body: '' };
  state.log.push(entry);
  for await (const chunk of request) entry.body += chunk;
  if (request.method === 'OPTIONS') return response.writeHead(204).end();
  const fault = faults[pathname.slice('/fault/'.length)];
  if (!fault) return response.writeHead(404).end();
  const earlier = state.log.filter((other) => other.path === entry.path).length - 1;
  return fault(response, query, earlier);
}

function takeLog(state, query) {
  const run = query.get('run');
  const asked = ({ path }) => !run || new URL(path, 'http://page').searchParams.get('run') === run;
  const entries = state.log.filter(asked);
  if (query.has('reset')) state.log = state.log.filter((entry) => !asked(entry));
  return entries;
}

function setPageHeaders(response, query) {
  if (query.has('csp')) response.setHeader('Content-Security-Policy', query.get('csp'));
  for (const header of query.getAll('header')) {
    const [name, value] = header.split(/:\s*(.*)/s);
    response.setHeader(name, value);
  }
}

async function sendPage(response, name, markup) {
  const page = await readFile(join(root, 'test/page/pages', `${name}.html`), 'utf8').catch(() => undefined);
  if (page === undefined) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': types['.html'], 'Cache-Control': 'no-store' }).end(page.replace('<!-- markup -->', () => markup));
}

async function sendFile(response, path) {
  const file = join(root, path);
  const inside = served.some((folder) => file.startsWith(join(root, folder)));
  const found = inside ? await stat(file).catch(() => undefined) : undefined;
  // As the demo server answers for a folder.
  if (found?.isDirectory()) return sendFile(response, join(path, existsSync(join(file, 'index.html')) ? 'index.html' : 'index.json'));
  if (!found?.isFile()) return response.writeHead(404).end();
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-store',
  });
  createReadStream(file).pipe(response);
}

/** Starts the second origin at its first use. */
async function otherOrigin(state) {
  state.other ??= (async () => {
    const server = createServer((request, response) => serve(request, response, new URL(request.url, 'http://other'), state));
    server.listen(0, '127.0.0.1').unref();
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}`;
  })();
  return state.other;
}
