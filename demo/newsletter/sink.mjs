/** A mail server on this machine that delivers nothing: it keeps the last mails for whoever wants to look at them. */
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const KEPT = 200;

/**
 * @typedef {{ id: string, to: string[], subject: string, text: string, html: string, headers: { key: string, value: string }[], date: string }} SunkMail
 *   `to` as the mail server was told, `date` ISO, when it came in
 * @returns {Promise<{ url: string, mails: SunkMail[], stop(): Promise<void> }>} on a free loopback port; oldest mail first
 */
export async function startSink() {
  const mails = [];
  let count = 0;

  async function take(stream, { envelope }) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const { subject = '', text = '', html = '', headers } = await PostalMime.parse(Buffer.concat(chunks));
    mails.push({
      id: String(count += 1),
      to: envelope.rcptTo.map(({ address }) => address),
      subject, text, html,
      headers: headers.map(({ key, value }) => ({ key, value })),
      date: new Date().toISOString(),
    });
    if (mails.length > KEPT) mails.shift();
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, done) => void take(stream, session).then(() => done(), done),
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    mails,
    stop: () => new Promise((resolve) => { server.close(resolve); }),
  };
}
