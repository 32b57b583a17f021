/**
 * Endpoints that misbehave. Each takes Node's response, the query, and how many requests for the same address
 * came before. `body` in the query is the good answer (JSON text); without it the answer is `{}`.
 */
import { gzipSync } from 'node:zlib';

const json = { 'Content-Type': 'application/json' };

export const faults = {
  /** No fault, for counting requests. */
  ok: (response, query) => response.writeHead(200, json).end(good(query)),

  /** Any status, e.g. `status?code=503&retry-after=2`. */
  status(response, query) {
    const after = query.get('retry-after');
    response.writeHead(Number(query.get('code') ?? 500), after ? { 'Retry-After': after } : {}).end();
  },

  /** Statuses and JSON bodies in turn, the last one for good, e.g. `script?answers=[[428,{}],[202,{"status":"accepted"}]]`. */
  script(response, query, earlier) {
    const answers = JSON.parse(query.get('answers'));
    const [code, body] = answers[Math.min(earlier, answers.length - 1)];
    response.writeHead(code, json).end(JSON.stringify(body));
  },

  /** Status 500 for the first `failures` requests (default 1), then the good answer. */
  flaky: (response, query, earlier) =>
    earlier < Number(query.get('failures') ?? 1)
      ? response.writeHead(500).end()
      : response.writeHead(200, json).end(good(query)),

  /** The good answer after `ms` milliseconds (default 1000). */
  late: (response, query) =>
    setTimeout(() => response.writeHead(200, json).end(good(query)), Number(query.get('ms') ?? 1000)),

  /** Takes the request and never answers. */
  silent: () => undefined,

  /** Closes the connection without an answer. */
  drop: (response) => response.destroy(),

  /** A space every `ms` milliseconds (default 100), for as long as the client listens. */
  drip(response, query) {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(' '), Number(query.get('ms') ?? 100));
    response.on('close', () => clearInterval(timer));
  },

  /** Half of the good answer, then the connection breaks: fewer bytes than announced. */
  truncated(response, query) {
    const body = good(query);
    response.writeHead(200, { ...json, 'Content-Length': Buffer.byteLength(body) });
    response.write(half(body), () => response.destroy());
  },

  /** Half of the good answer, sent as if it were all. */
  cut: (response, query) => response.writeHead(200, json).end(half(good(query))),

  /** The login page of a proxy, with status 200. */
  login: (response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>Anmeldung</title><form><input name="user"></form>'),

  /** Status 204, no body. */
  empty: (response) => response.writeHead(204).end(),

  /** The good answer in ISO 8859-1, announced as nothing. */
  latin1: (response, query) => response.writeHead(200, json).end(Buffer.from(good(query), 'latin1')),

  /** The good answer behind a byte order mark. */
  bom: (response, query) => response.writeHead(200, json).end(`\uFEFF${good(query)}`),

  /** The good answer in 32 MB of white space, 32 KB on the wire. */
  bomb(response, query) {
    const body = gzipSync(good(query).padEnd(32 * 1024 * 1024));
    response.writeHead(200, { ...json, 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
  },

  /** Valid JSON, nested 100,000 deep. */
  deep: (response) => response.writeHead(200, json).end('['.repeat(100_000) + ']'.repeat(100_000)),

  /** Redirects to the address in `to`: another origin, another scheme, or itself. */
  redirect: (response, query) => response.writeHead(302, { Location: query.get('to') }).end(),
};

export function sendJson(response, value) {
  response.writeHead(200, { ...json, 'Cache-Control': 'no-store' }).end(JSON.stringify(value));
}

function good(query) {
  return query.get('body') ?? '{}';
}

function half(text) {
  return text.slice(0, Math.ceil(text.length / 2));
}
