/** What a mail server does to a connection, and what the mailer is told of it. */
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { composeMail } from '../../../demo/newsletter/mails.mjs';
import { createSmtp } from '../../../demo/newsletter/transport.mjs';
import { configWith, mailWith } from './support.mjs';

const message = composeMail(mailWith(), configWith());

async function sendTo(test, options) {
  const server = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, closeTimeout: 1, ...options });
  server.on('error', () => undefined);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  test.after(() => new Promise((resolve) => { server.close(resolve); }));
  return createSmtp(`smtp://127.0.0.1:${server.server.address().port}`).sendMail(message).then(() => 'sent', (error) => error);
}

const refuse = (responseCode) => Object.assign(new Error('no'), { responseCode });
const swallow = (stream, _session, done) => void stream.on('end', done).resume();

describe('the transport', () => {
  it('answers when the server has taken the mail', async (test) => {
    assert.equal(await sendTo(test, { onData: swallow }), 'sent');
  });

  it('tells a refused recipient from a refused sender and a refused text', async (test) => {
    const recipient = await sendTo(test, { onRcptTo: (_address, _session, done) => done(refuse(550)) });
    assert.deepEqual([recipient.code, recipient.command, recipient.responseCode, recipient.uncertain], ['EENVELOPE', 'RCPT TO', 550, false]);
    const sender = await sendTo(test, { onMailFrom: (_address, _session, done) => done(refuse(550)) });
    assert.equal(sender.command, 'MAIL FROM');
    const text = await sendTo(test, { onData: (stream, _session, done) => void stream.on('end', () => done(refuse(554))).resume() });
    assert.deepEqual([text.code, text.responseCode, text.uncertain], ['EMESSAGE', 554, false]);
  });

  it('is uncertain only where the whole mail was handed over and no answer came', async (test) => {
    const talk = createServer((socket) => {
      let mail;
      socket.on('error', () => undefined).on('data', (chunk) => {
        if (mail === undefined) return socket.write(/^DATA/.test(chunk) ? (mail = '354 go on\r\n') : '250 ok\r\n');
        mail += chunk;
        return mail.endsWith('\r\n.\r\n') && socket.destroy();
      });
      socket.write('220 here\r\n');
    });
    await new Promise((resolve) => { talk.listen(0, '127.0.0.1', resolve); });
    test.after(() => talk.close());
    const url = `smtp://127.0.0.1:${talk.address().port}`;
    const after = await createSmtp(url).sendMail(message).catch((error) => error);
    assert.equal(after.uncertain, true);

    const before = await sendTo(test, { onMailFrom: (_address, _session, done) => done(refuse(421)) });
    assert.equal(before.uncertain, false);
    const away = await createSmtp('smtp://127.0.0.1:1').sendMail(message).catch((error) => error);
    assert.deepEqual([away.code, away.uncertain], ['ESOCKET', false]);
  });
});
