/** The service in this process, with a clock that can be set. */
import { mock } from 'node:test';
import { startService } from '../../demo/newsletter/service.mjs';
import { freshDatabase } from './databases.mjs';
import { settings } from './process.mjs';
import { startSmtp } from './smtp.mjs';
import { visitorOf } from './visitor.mjs';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// What it tells whoever runs it about the faults made here.
mock.method(console, 'error', () => undefined);

/** A clock that stands until it is set: `clock()` are the epoch ms, `clock.now` may be written. */
export function clockAt(now = Date.parse('2026-11-23T09:00:00Z')) {
  const clock = () => clock.now;
  clock.now = now;
  return clock;
}

export async function serviceHere(database, smtp, clock) {
  const service = await startService(settings(database, smtp), { clock });
  const visitor = visitorOf(service.config.publicUrl.href.replace(/\/$/, ''), (url, options) => service.app.request(url, options));
  return { visitor, stop: service.stop };
}

/** A mail server, a database and the service over them; `restart` gives the service that takes its place, `stop` ends all. */
export async function everythingHere() {
  const smtp = await startSmtp();
  const database = await freshDatabase();
  const clock = clockAt();
  let service = await serviceHere(database, smtp, clock);
  const restart = async () => {
    await service.stop();
    service = await serviceHere(database, smtp, clock);
    return service;
  };
  const stop = async () => {
    await service.stop();
    await database.remove();
    await smtp.stop();
  };
  return { smtp, database, clock, service, restart, stop };
}
