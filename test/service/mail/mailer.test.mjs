/** The outbox is emptied once, whatever the mail server, the database or the clock does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMailer } from '../../../demo/newsletter/mailer.mjs';
import { configWith, mailWith, until } from './support.mjs';

/** A store that hands out `ids` and writes down what it is told. */
function storeWith(...ids) {
  const store = {
    due: ids,
    notes: [],
    away: false,
    failing(call) {
      if (store.away) throw Object.assign(new Error(`${call} of amal@example.org`), { code: 'ECONNREFUSED' });
    },
    async takeMail() {
      store.failing('take');
      const id = store.due.shift();
      return id && mailWith({ id });
    },
    async mailSent(id, now) {
      store.failing('sent');
      store.notes.push(['sent', id, now]);
    },
    async mailFailed(id, now, permanent) {
      store.failing('failed');
      store.notes.push(['failed', id, now, permanent]);
    },
  };
  return store;
}

/** Timers that wait until they are told. */
function timersHere() {
  const waiting = new Map();
  let count = 0;
  return {
    waiting,
    setTimeout(work, ms) {
      waiting.set(count += 1, { work, ms });
      return count;
    },
    clearTimeout: (id) => waiting.delete(id),
    ring() {
      const works = [...waiting.values()];
      waiting.clear();
      for (const { work } of works) work();
    },
  };
}

function start({ store, sendMail = async () => undefined }) {
  const timers = timersHere();
  const lines = [];
  const mailer = createMailer({ store, config: configWith(), transport: { sendMail }, clock: () => 1000, timers, report: (line) => lines.push(line) });
  return { ...mailer, timers, lines };
}

const refusal = (fields) => Object.assign(new Error('550 <amal@example.org> unknown'), fields);

describe('the mailer', () => {
  it('sends what is due at the start and after each wake, and notes it', async () => {
    const store = storeWith('a', 'b');
    const sent = [];
    const { wake, stop } = start({ store, sendMail: async ({ messageId }) => void sent.push(messageId) });
    await until(() => store.notes.length === 2);
    store.due.push('c');
    wake();
    await until(() => store.notes.length === 3);
    await stop();
    assert.deepEqual(sent, ['<a@kreis.example>', '<b@kreis.example>', '<c@kreis.example>']);
    assert.deepEqual(store.notes, [['sent', 'a', 1000], ['sent', 'b', 1000], ['sent', 'c', 1000]]);
  });

  it('sends four at a time and claims one after the other', async () => {
    const store = storeWith(...'abcdefghij');
    const { takeMail } = store;
    let claiming = 0;
    let sending = 0;
    let most = 0;
    store.takeMail = async () => {
      assert.equal(claiming += 1, 1);
      await new Promise(setImmediate);
      claiming -= 1;
      return takeMail();
    };
    const { stop } = start({
      store,
      async sendMail() {
        most = Math.max(most, sending += 1);
        await new Promise((resolve) => { setTimeout(resolve, 2); });
        sending -= 1;
      },
    });
    await until(() => store.notes.length === 10);
    await stop();
    assert.equal(most, 4);
  });

  it('does not lose a wake that comes while it looks', async () => {
    const store = storeWith();
    const { takeMail } = store;
    let wake;
    let looks = 0;
    store.takeMail = async () => {
      looks += 1;
      const mail = await takeMail();
      if (looks === 1) {
        store.due.push('late');
        wake();
      }
      return mail;
    };
    const mailer = start({ store });
    ({ wake } = mailer);
    await until(() => store.notes.length === 1);
    await mailer.stop();
  });

  it('gives up at once only where the recipient is refused for good', async () => {
    const cases = {
      forGood: { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
      greylisted: { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 },
      sender: { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
      text: { code: 'EMESSAGE', command: 'DATA', responseCode: 554 },
      login: { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 },
      away: { code: 'ECONNREFUSED', command: 'CONN' },
    };
    const store = storeWith(...Object.keys(cases));
    const { stop } = start({ store, sendMail: async ({ messageId }) => { throw refusal(cases[/\w+/.exec(messageId)[0]]); } });
    await until(() => store.notes.length === 6);
    await stop();
    assert.deepEqual(store.notes.filter(([, , , permanent]) => permanent).map(([, id]) => id), ['forGood']);
    assert.ok(store.notes.every(([note]) => note === 'failed'));
  });

  it('takes a second handing over without an answer for sent', async () => {
    const store = storeWith('a');
    const { stop, wake } = start({ store, sendMail: async () => { throw refusal({ code: 'ECONNECTION', uncertain: true }); } });
    await until(() => store.notes.length === 1);
    store.due.push('a');
    wake();
    await until(() => store.notes.length === 2);
    await stop();
    assert.deepEqual(store.notes, [['failed', 'a', 1000, false], ['sent', 'a', 1000]]);
  });

  it('goes on when the database is back, and notes before it claims: no mail twice', async () => {
    const store = storeWith('a');
    const sent = [];
    const { timers, stop, lines } = start({
      store,
      async sendMail({ messageId }) {
        sent.push(messageId);
        store.away = sent.length === 1;
      },
    });
    await until(() => lines.length > 0 && timers.waiting.size === 1);
    timers.ring();
    await until(() => timers.waiting.size === 1);
    assert.deepEqual(store.notes, []);
    store.away = false;
    store.due.push('b');
    timers.ring();
    await until(() => store.notes.length === 2);
    await stop();
    assert.deepEqual(store.notes, [['sent', 'a', 1000], ['sent', 'b', 1000]]);
    assert.deepEqual(sent, ['<a@kreis.example>', '<b@kreis.example>']);
    assert.ok(lines.every((line) => line === 'outbox: ECONNREFUSED, trying again'));
  });

  it('looks again by itself, for what failed before', async () => {
    const store = storeWith();
    const { timers, stop } = start({ store });
    await until(() => timers.waiting.size === 1);
    assert.ok([...timers.waiting.values()][0].ms <= 60_000);
    store.due.push('a');
    timers.ring();
    await until(() => store.notes.length === 1);
    await stop();
  });

  it('stops after what is under way, with no timer left and nothing claimed after', async () => {
    const store = storeWith(...'abcdef');
    let free;
    const slow = new Promise((resolve) => { free = resolve; });
    const { stop, wake, timers } = start({ store, sendMail: () => slow });
    await until(() => store.due.length === 2);
    const stopped = stop();
    wake();
    free();
    await stopped;
    wake();
    assert.equal(store.notes.length, 4);
    assert.equal(store.due.length, 2);
    assert.equal(timers.waiting.size, 0);
  });

  it('tells the log the mail and the kind of failure, never a person', async () => {
    const store = storeWith('a');
    const { lines, stop } = start({ store, sendMail: async () => { throw refusal({ code: 'EENVELOPE', responseCode: 550 }); } });
    await until(() => store.notes.length === 1);
    store.away = true;
    store.due.push('b');
    await stop();
    assert.deepEqual(lines, ['mail a: no success (EENVELOPE)']);
  });

  it('survives a mail that cannot be composed', async () => {
    const store = storeWith('a');
    const { takeMail } = store;
    store.takeMail = async () => {
      const mail = await takeMail();
      return mail && { ...mail, kind: 'welcome', topics: undefined };
    };
    const { stop, lines } = start({ store });
    await until(() => store.notes.length === 1);
    await stop();
    assert.deepEqual(store.notes, [['failed', 'a', 1000, false]]);
    assert.deepEqual(lines, ['mail a: no success (TypeError)']);
  });
});
