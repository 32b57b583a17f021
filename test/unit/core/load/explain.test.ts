import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { event } from '../../../../src/model/event.ts';
import { explain } from '../../../../src/core/load/explain.ts';
import { loadEndpoint } from '../../../../src/core/load/load-endpoint.ts';
import { LoadError } from '../../../../src/core/load/load-error.ts';
import { SharedRequests } from '../../../../src/core/load/shared-requests.ts';
import { icalendar } from '../../../../src/sources/icalendar/icalendar.ts';
import { FakeServer, bytes, json } from './fake-server.ts';

const WAY_OUT = 'No answer that this page may read: the server is down, or it does not send the header Access-Control-Allow-Origin (browsers do not tell which). '
  + 'Let it send the header, or copy the data beside the page (`snapshot`)';

describe('What a failure means', () => {
  it('is said with the particulars, where there are some', () => {
    assert.equal(explain(new LoadError('unreachable', '', 'TypeError: Failed to fetch')), `${WAY_OUT} (TypeError: Failed to fetch)`);
    assert.equal(explain(new LoadError('status', '', '404 Not Found')), 'The server answered with an error (404 Not Found)');
    assert.equal(explain(new LoadError('timeout', '', '')), 'The answer was not complete in time');
  });

  it('names the way out for a feed that the page may not read, while another feed shows', async () => {
    const [endpoint, open, closed] = ['https://town.example/endpoint.json', 'https://town.example/open.ics', 'https://kreis.example/closed.ics'];
    const server = new FakeServer({
      [endpoint]: json({ version: 1, site: { name: 'Town', languages: ['de'] }, events: [closed, open].map((url) => ({ source: 'icalendar', url })) }),
      [open]: bytes('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Treff\r\nDTSTART:20261204T160000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
    });
    const { records, problems, partial } = await loadEndpoint(endpoint, {
      requests: new SharedRequests({ fetch: server.fetch }), source: () => Promise.resolve(icalendar), schemas: { events: event }, required: ['events'],
      language: () => 'de', signal: new AbortController().signal,
    });
    assert.deepEqual(records.events.map(({ title }) => title), ['Treff']);
    assert.equal(partial, true);
    assert.deepEqual(problems, [{ path: 'events', reason: `${WAY_OUT} (TypeError: fetch failed)`, source: closed }]);
  });
});
