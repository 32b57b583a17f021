/** An endpoint as the widgets of a page read it. */
import { actor } from '../../../../src/model/actor.ts';
import { event } from '../../../../src/model/event.ts';
import { loadEndpoint, type Loaded } from '../../../../src/core/load/load-endpoint.ts';
import { SharedRequests } from '../../../../src/core/load/shared-requests.ts';
import { native } from '../../../../src/sources/native/native.ts';
import { FakeServer } from '../load/fake-server.ts';

export const loaded = (url: string, replies: ConstructorParameters<typeof FakeServer>[0]): Promise<Loaded> => loadEndpoint(url, {
  requests: new SharedRequests({ fetch: new FakeServer(replies).fetch }), source: () => Promise.resolve(native), schemas: { actors: actor, events: event },
  required: [], language: ({ site }) => site.languages[0]!, today: () => '2026-11-23', signal: new AbortController().signal,
});
