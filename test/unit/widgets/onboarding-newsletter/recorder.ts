import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Newsletter } from '../../../../src/model/newsletter.ts';
import type { Subscription } from '../../../../src/widgets/onboarding-newsletter/subscription.ts';

export interface Taken {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Reply {
  status: number;
  /** A text as it is, everything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * Takes every request of one test and answers from a list, whose last item stays.
 * @returns the address of the root, and what came
 */
export async function record(test: TestContext, ...replies: Reply[]): Promise<{ url: string; taken: Taken[] }> {
  const taken: Taken[] = [];
  const server = createServer((request, response) => void request.toArray().then((chunks) => {
    const { status, body = '', headers } = replies[Math.min(taken.length, replies.length - 1)]!;
    taken.push({ method: request.method!, path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, taken };
}

/** A server that nobody has to ask: one answer, whatever comes. */
export const answering = (body: BodyInit | null, status = 200) => async (): Promise<Response> => new Response(body, { status });

/** Answers that are none of ours, and must never count as success: where the web team has to look, all of them. */
export const UNREADABLE: readonly (BodyInit | null)[] = [
  null, '', '<!doctype html><title>Log in</title>', '{', '{"status":"accepted"', 'null', 'true', '7', '"accepted"', '[]', '["accepted"]', '{}', '{"status":null}', '{"status":["accepted"]}',
  '{"status":"error"}', '{"data":null}', '{"data":false}', '{"data":"true"}', '{"data":{}}', '{"data":{"has_optin":"yes"}}', '{"error":"email"}', '{"__proto__":{"status":"accepted"}}',
  `{"status":"accepted","data":true,"email":"a","more":"${'x'.repeat(65_536)}"}`, Uint8Array.of(0xff, 0xfe, 0x7b, 0), '['.repeat(60_000), '['.repeat(30_000) + ']'.repeat(30_000), `{"status":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
];

export const TEXT = 'Ich möchte den Newsletter. أوافق';
export const HASH = '22313e0b29a4685c127964947e494ca0893397ac957b31199db509f4547e0c4b';

export const subscription = (entry: Partial<Subscription['entry']> = {}, rest: Partial<Subscription> = {}): Subscription => ({
  entry: { email: 'amal+news@town.example', name: 'Amal Al-Haddad', topics: ['work'], language: 'ar', agreed: true, ...entry },
  shown: { text: TEXT, language: 'de', version: '2026-11' },
  elapsed: 5321,
  website: '',
  ...rest,
});

export const newsletter = (url: string, rest: Partial<Newsletter> = {}): Newsletter => ({
  url,
  topics: [{ id: 'work', label: { en: 'Work' } }, { id: 'family', label: { en: 'Family' } }],
  consent: { text: { de: TEXT }, version: '2026-11' },
  ...rest,
});
