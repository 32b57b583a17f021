/** One POST of what a visitor wrote, to an endpoint that the data name. */

const TIMEOUT = 10_000;

/**
 * @param url has passed the door as an address of kind `data`
 * @returns whether the server took it; never throws
 */
export async function postJson(url: string, body: unknown): Promise<boolean> {
  try {
    const { ok } = await fetch(url, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
      credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(TIMEOUT),
    });
    return ok;
  } catch {
    return false;
  }
}
