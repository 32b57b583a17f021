/** The way to the mail server: encryption as SMTP_URL says (`smtps:` always, `smtp:` where the server offers it, `?requireTLS=true` never without). */
import { Transform } from 'node:stream';

const PATIENCE_MS = 20_000;
/** For a server that is always just fast enough. */
const MOST_MS = 120_000;

function makeTransporter({ createTransport }, url) {
  const transporter = createTransport({
    url,
    dnsTimeout: PATIENCE_MS,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  transporter.use('stream', ({ message, data }, done) => {
    message.transform(() => new Transform({
      transform: (chunk, encoding, passOn) => passOn(null, chunk),
      flush: (end) => void data.handOver().then(() => end(), end),
    }));
    done();
  });
  return transporter;
}

/**
 * @param {string} url such as `smtp://user:password@host:587`
 * @returns {{ sendMail(message: object, beforeLastLine?: () => Promise<void>): Promise<void> }} `beforeLastLine` has to succeed before the server gets the line that makes it
 *   take the mail; whose errors carry nodemailer's `code`, `command` and `responseCode`, and
 *   `uncertain`: the server had the whole mail and then said neither yes nor no
 */
export function createSmtp(url) {
  let transporter;
  /** Loaded with the first mail: the service is there sooner without. */
  const connected = () => transporter ??= import('nodemailer').then((library) => makeTransporter(library, url));
  return {
    async sendMail(message, beforeLastLine = async () => undefined) {
      let handedOver = false;
      async function handOver() {
        await beforeLastLine();
        handedOver = true;
      }
      try {
        await (await connected()).sendMail({ ...message, handOver, signal: AbortSignal.timeout(MOST_MS) });
      } catch (error) {
        error.uncertain = handedOver && !error.responseCode;
        throw error;
      }
    },
  };
}
