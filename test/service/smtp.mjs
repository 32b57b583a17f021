/**
 * A mail server of the tests' own, on loopback: takes every mail unless told to be slow, to refuse, or to be away.
 * Just enough SMTP, because a library's server greets each connection only after 100 ms.
 */
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import PostalMime from 'postal-mime';

/**
 * Starts it. `mails` are the accepted ones, oldest first, as `{ id, to, subject, tokens }`, where `id` is the Message-ID
 * and `tokens` maps an action to the token in its link. `judge(mail, { accept, hangUp })` may be replaced: what it
 * answers is the refusal (a line such as `451 later`), and the reply waits for it; `accept()` replies early, `hangUp()`
 * ends the connection without a reply. The address `refusing` does not exist; `refused` counts the tries to reach it.
 * `down()`: connections are refused until `up()`.
 */
export async function startSmtp() {
  const smtp = { mails: [], judge: () => undefined, refusing: undefined, refused: 0, url: '', stop, down: stop, up };
  const sockets = new Set();
  let server;
  let port = 0;

  async function receive(lines, to, say, hangUp) {
    const raw = [];
    for (let { value } = await lines.next(); value !== '.'; { value } = await lines.next()) {
      if (value === undefined) return;
      raw.push(value.replace(/^\./, ''));
    }
    const mail = await read(raw.join('\r\n'), to);
    let open = true;
    const reply = (refusal) => {
      if (!open) return;
      open = false;
      if (!refusal) smtp.mails.push(mail);
      say(refusal ?? '250 taken');
    };
    const silence = () => {
      open = false;
      hangUp();
    };
    reply(await smtp.judge(mail, { accept: () => reply(), hangUp: silence }));
  }

  function rcpt(address) {
    if (address !== smtp.refusing) return '250 known';
    smtp.refused += 1;
    return '550 nobody of that name';
  }

  async function serve(socket) {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const say = (line) => socket.writable && socket.write(`${line}\r\n`);
    const lines = createInterface({ input: socket, crlfDelay: Infinity })[Symbol.asyncIterator]();
    let to;
    say('220 ready');
    for (let { value } = await lines.next(); value !== undefined; { value } = await lines.next()) {
      const [verb] = value.toUpperCase().split(' ');
      if (verb === 'RCPT') say(rcpt(to = /<(.*?)>/.exec(value)[1]));
      else if (verb === 'DATA') {
        say('354 go on');
        await receive(lines, to, say, () => socket.destroy());
      } else if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      else say('250 yes');
    }
  }

  function up() {
    // A client that is killed tears its connection down.
    server = createServer((socket) => void serve(socket).catch(() => socket.destroy()));
    return new Promise((done) => server.listen(port, '127.0.0.1', () => {
      ({ port } = server.address());
      smtp.url = `smtp://127.0.0.1:${port}`;
      done();
    }));
  }

  function stop() {
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    return closed;
  }

  await up();
  return smtp;
}

async function read(raw, to) {
  const { messageId, subject, text } = await PostalMime.parse(raw);
  const links = text.matchAll(/\/(confirm|stop|unsubscribe|manage)(?:\?token=|\/)([\w-]{43})/g);
  return { id: messageId, to, subject, tokens: Object.fromEntries(Array.from(links, ([, action, token]) => [action, token])) };
}
