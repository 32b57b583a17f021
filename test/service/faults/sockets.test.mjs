/** Clients that keep the service busy: 500 that never end their request, and one that sends 10 MB. The database plays no part, so this runs once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { patiently } from '../patience.mjs';
import { everythingRunning } from '../process.mjs';

let service;
let stop;
before(async () => {
  ({ service, stop } = await everythingRunning({ TRUST_PROXY: '0' }));
});
after(() => stop());

/** All of 127/8 is this machine, so that clients can come from many addresses. */
function socketFrom(localAddress) {
  const socket = connect({ host: '127.0.0.1', port: Number(service.env.PORT), localAddress });
  socket.on('error', () => undefined);
  return socket;
}

/** Status and ms of one POST from an address. */
function post(localAddress, path, body, headers) {
  const { origin, pathname } = new URL(service.env.PUBLIC_URL);
  const start = performance.now();
  return new Promise((done, fail) => {
    const sent = request(`${origin}${pathname}/${path}`, {
      method: 'POST', localAddress, agent: new Agent(), headers: { 'Content-Type': 'application/json', 'Origin': origin, ...headers },
    }, (response) => {
      response.resume();
      response.on('error', () => undefined);
      done({ status: response.statusCode, time: performance.now() - start });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const askFrom = (address) => post(address, 'confirm', JSON.stringify({ token: 'unknown' }));

// Half of them from one address, half from 50.
const addressOf = (number) => (number % 2 ? '127.0.0.3' : `127.0.1.${1 + (number % 50)}`);

test('500 requests that never end', { timeout: 60_000 }, async (t) => {
  const sockets = Array.from({ length: 500 }, (_, number) => socketFrom(addressOf(number)));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const drip = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('X-A: b\r\n');
  }, 100);
  for (const socket of sockets) socket.write('POST /newsletter/subscriptions HTTP/1.1\r\nHost: a\r\n');
  const times = [];
  for (let number = 0; number < 20; number += 1) {
    const { status, time } = await askFrom('127.0.0.2');
    assert.equal(status, 404);
    times.push(time);
  }
  t.diagnostic(`20 requests beside them: slowest ${Math.max(...times).toFixed(0)} ms`);
  const began = performance.now();
  await patiently('the end of all 500', () => sockets.every((socket) => socket.destroyed || socket.readableEnded));
  t.diagnostic(`hung up after another ${((performance.now() - began) / 1000).toFixed(1)} s`);
  clearInterval(drip);
  for (const socket of sockets) socket.destroy();
});

test('10 MB are refused', { timeout: 60_000 }, async (t) => {
  // As one body whose length is told, and as one that just goes on.
  const body = Buffer.alloc(10e6, 'a');
  for (const headers of [{ 'Content-Length': body.length }, { 'Transfer-Encoding': 'chunked' }]) {
    const times = [];
    // The client must be able to read the answer every time, while it still sends.
    for (let round = 0; round < 10; round += 1) {
      const { status, time } = await post('127.0.0.4', 'subscriptions', body, headers);
      assert.equal(status, 413);
      times.push(time);
    }
    t.diagnostic(`${Object.keys(headers)[0]}: slowest ${Math.max(...times).toFixed(0)} ms`);
  }
  assert.equal((await askFrom('127.0.0.2')).status, 404);
});
