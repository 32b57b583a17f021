/** The browser's side of page-server.mjs: addresses of faulty endpoints, the request log, pages in frames. */

export interface LoggedRequest {
  method: string;
  /** Path and query. */
  path: string;
  /** Host and port asked, which tells the two origins apart. */
  host: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/** Names this test file's requests, because other files use the same server at the same time. */
const run = crypto.randomUUID();

/**
 * Address of an endpoint from faults.mjs: `fault('status', { code: 503 })`. `origin` is that of the page unless
 * given, see {@link otherOrigin}; `cors: '*'` lets other origins read the answer.
 */
export function fault(kind: string, query: Record<string, string | number> = {}, origin = location.origin): string {
  const url = new URL(`/fault/${kind}`, origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  url.searchParams.set('run', run);
  return url.href;
}

/** A second origin on this machine that serves the same addresses: `http://127.0.0.1:<port>`. */
export async function otherOrigin(): Promise<string> {
  const response = await fetch('/fault/origin');
  const { origin } = (await response.json()) as { origin: string };
  return origin;
}

/** The requests to this file's `fault` addresses since the last call, oldest first. */
export async function takeRequests(): Promise<LoggedRequest[]> {
  const response = await fetch(`/fault/log?run=${run}&reset=1`);
  return (await response.json()) as LoggedRequest[];
}

export interface PageOptions {
  /** Content-Security-Policy of the page. */
  csp?: string;
  /** More headers of the page. */
  headers?: Record<string, string>;
  /** Read by the page's own scripts from `location.search`. */
  query?: Record<string, string>;
  /** Size of the frame in CSS pixels. */
  width?: number;
  height?: number;
}

/** Opens test/page/pages/`name`.html in a frame and resolves when it has loaded. Remove the frame at the end of the test. */
export async function openPage(name: string, options: PageOptions = {}): Promise<HTMLIFrameElement> {
  const url = new URL(`/page/${name}`, location.origin);
  if (options.csp !== undefined) url.searchParams.set('csp', options.csp);
  for (const [header, value] of Object.entries(options.headers ?? {})) url.searchParams.append('header', `${header}: ${value}`);
  for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value);

  const frame = document.createElement('iframe');
  frame.width = String(options.width ?? 640);
  frame.height = String(options.height ?? 480);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = url.href;
  document.body.append(frame);
  await loaded;
  return frame;
}
