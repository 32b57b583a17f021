/**
 * kill -9 at 200 random points or some more, while people sign up, confirm, unsubscribe, stop and delete. What was answered holds
 * after the restart, and nothing is half there.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase, kind } from '../databases.mjs';
import { inParallel, randomFrom } from '../patience.mjs';
import { serviceOn } from '../process.mjs';
import { startSmtp } from '../smtp.mjs';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const points = Number(process.env.KILLS ?? 200);
// A start is mostly waiting for one core; three data folders keep two cores busy.
const lanes = 3;
const clients = 4;

let smtp;
const inbox = new Map();
before(async () => {
  smtp = await startSmtp();
  smtp.judge = (mail) => void inbox.set(mail.to, { ...inbox.get(mail.to), ...mail.tokens });
});
after(() => smtp.stop());

/** From a status: what a person can do next, with which token, and the status then. No row: 'absent'. */
const steps = {
  pending: [['confirm', 'confirm', 'confirmed'], ['confirm', 'confirm', 'confirmed'], ['stop', 'stop', 'stopped']],
  confirmed: [['unsubscribe', 'manage', 'unsubscribed'], ['delete', 'manage', 'absent']],
};

async function lane(number, random) {
  const database = await freshDatabase();
  const service = await serviceOn(database, smtp);
  const { visitor } = service;
  // Person: `may` is every status that the answers so far leave open; one only, unless a request got no answer.
  const people = [];
  const told = { answered: 0, unanswered: 0, pending: 0, confirmed: 0, unsubscribed: 0, stopped: 0, absent: 0 };

  /** Sends one request; without an answer it may or may not have been carried out. */
  async function attempt(person, request, status, next) {
    person.busy = true;
    person.may.add(next);
    try {
      const answer = await request();
      assert.equal(answer.status, status, `${person.email} to ${next}: ${answer.text}`);
      person.may = new Set([next]);
      if (answer.body.manage) inbox.set(person.email, { ...inbox.get(person.email), manage: answer.body.manage });
      told.answered += 1;
      told[next] += 1;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      told.unanswered += 1;
      person.doubt = true;
    }
    person.busy = false;
  }

  /** What a person can do now: nothing while an answer is open, or before the mail with the token has come. */
  function possible({ email, may, busy, doubt }) {
    if (busy || doubt) return [];
    return (steps[[...may][0]] ?? []).filter(([, token]) => inbox.get(email)?.[token]);
  }

  /** Somebody goes a step on, or somebody new comes. */
  function visit() {
    const ready = people.filter((person) => possible(person).length > 0);
    if (ready.length > 0 && random() < 0.5) {
      const person = ready[Math.floor(random() * ready.length)];
      const choices = possible(person);
      const [action, token, next] = choices[Math.floor(random() * choices.length)];
      return attempt(person, () => visitor.use(action, inbox.get(person.email)[token]), 200, next);
    }
    // Mails need some time; a crowd of newcomers would only make the queue longer.
    if (ready.length === 0 && random() < 0.8) return pause(5);
    const email = `p${people.length}@lane${number}.example`;
    const newcomer = { email, may: new Set(['absent']) };
    people.push(newcomer);
    return attempt(newcomer, () => visitor.signUp(email, { name: 'Amal' }), 202, 'pending');
  }

  async function check() {
    assert.equal(await database.sound(), 'ok');
    const mails = await database.rows('select * from mail');
    const rows = await database.rows('select * from subscription');
    const byKey = new Map(rows.map((row) => [row.address_key, row]));
    const mailed = new Set(mails.filter((mail) => mail.kind === 'confirm').map((mail) => mail.subscription_id));
    assert.equal(byKey.size, rows.length);
    for (const row of rows) whole(row);
    for (const mail of mails) assert.ok(mail.id && mail.address_hash && mail.stop_hash && mail.language && mail.created_at && mail.next_at, JSON.stringify(mail));
    for (const person of people) {
      person.key ??= database.keyOf(person.email);
      const row = byKey.get(person.key);
      const status = row?.status ?? 'absent';
      assert.ok(person.may.has(status), `${person.email} is ${status} after ${[...person.may]}`);
      if (status === 'pending') assert.ok(mailed.has(row.id) || inbox.has(person.email), `${person.email} has no mail`);
      person.may = new Set([status]);
      person.doubt = false;
    }
  }

  /** Until a random moment after so many answers: a slow machine is killed over its work as a fast one is. */
  async function live(answers) {
    const enough = told.answered + answers;
    let dying;
    let dead = false;
    const die = async () => {
      await pause(random() * 20);
      dead = true;
      await service.kill();
    };
    const client = async () => {
      while (!dead) {
        await visit();
        if (told.answered >= enough) dying ??= die();
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    await dying;
  }

  /** Every kind of request was carried out more than once in twenty kills, and the kills hit a service at work. */
  const hasSeenAll = (kills) => ['confirmed', 'unsubscribed', 'stopped', 'absent'].every((status) => told[status] > kills / 20) && told.unanswered > kills;

  // Chance may leave something out of a few kills; they go on until nothing is.
  async function run(kills) {
    for (let index = 0; index < kills || !hasSeenAll(kills); index += 1) {
      if (index % 5 === 4) {
        // While it starts: a recovery can be killed as well.
        service.launch();
        await pause(random() * 300);
        await service.kill();
        continue;
      }
      await service.start();
      await check();
      await live(Math.floor(random() * 16));
    }
    await service.start();
    await check();
    await service.kill('SIGTERM');
    await database.remove();
    return { ...told, people: people.length };
  }
  return run;
}

const required = {
  pending: ['address', 'request_id', 'request_token_hash', 'request'],
  confirmed: ['address', 'confirmed_at', 'consent_version', 'consent_language', 'consent_hash'],
  unsubscribed: ['ended_at'],
  stopped: ['ended_at'],
};

/** Nothing of a record is missing, and nothing of another state is left in it. */
function whole(row) {
  const text = JSON.stringify(row);
  for (const column of ['id', 'address_key', 'language', 'requested_at', 'unsubscribe_hash', 'manage_hash', ...required[row.status]]) assert.ok(row[column], `${column} of ${text}`);
  assert.ok(Array.isArray(JSON.parse(row.topics)), text);
  assert.equal(row.request !== null, row.status === 'pending', text);
  if (row.request !== null) assert.deepEqual(Object.keys(JSON.parse(row.request)).sort(), ['address', 'at', 'consent', 'language', 'name', 'topics'], text);
  if (row.status === 'stopped') assert.deepEqual([row.address, row.name], ['', null], text);
  if (row.status === 'pending' || row.status === 'confirmed') assert.equal(row.ended_at, null, text);
}

test(`${kind}: ${points} times kill -9`, { timeout: 600_000 }, async (t) => {
  t.diagnostic(`SEED=${seed}`);
  const began = performance.now();
  const told = [];
  await inParallel(Array(lanes).keys(), lanes, async (number) => {
    const run = await lane(number, randomFrom(seed + number));
    told.push(await run(Math.floor((points + number) / lanes)));
  });
  const sum = (key) => told.reduce((total, lane) => total + lane[key], 0);
  t.diagnostic(`${sum('people')} people, ${sum('answered')} requests answered, ${sum('unanswered')} cut off, ${smtp.mails.length} mails, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  t.diagnostic(`answered: ${['pending', 'confirmed', 'unsubscribed', 'stopped', 'absent'].map((status) => `${sum(status)} ${status}`).join(', ')}`);

  const copies = byId(smtp.mails);
  const letters = new Set(Array.from(copies.values(), ([{ to, subject }]) => `${to} ${subject}`));
  assert.equal(letters.size, copies.size, 'a mail changed its Message-ID');
  assert.deepEqual([...copies.values()].filter((mails) => mails.length > 2), []);
  t.diagnostic(`${[...copies.values()].filter((mails) => mails.length === 2).length} mails came twice`);
});

function byId(mails) {
  const groups = new Map();
  for (const mail of mails) groups.set(mail.id, [...(groups.get(mail.id) ?? []), mail]);
  return groups;
}
