/** The service on its own: `npm run newsletter`. Says `listening <address>` when it answers; SIGTERM and SIGINT end it once everything under way is done. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { limitConnections } from './limits.mjs';
import { startService } from './service.mjs';

/** For requests under way, then for mails under way. What was answered is stored; a mail that is cut off is sent again. */
const REQUESTS_MS = 3000;
const EVERYTHING_MS = 10_000;

async function main() {
  const { app, config, stop } = await startService(process.env);
  const timeouts = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1000 };
  const server = createServer(timeouts, getRequestListener(app.fetch));
  // Behind a proxy all connections are the proxy's.
  if (!config.trustProxy) limitConnections(server);

  function end() {
    server.close(() => void stop());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), REQUESTS_MS).unref();
    setTimeout(() => process.exit(0), EVERYTHING_MS).unref();
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);

  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve);
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  console.log(`listening ${config.publicUrl.href}`);
  if (!config.smtpUrl) console.log(`mails     ${config.publicUrl.href.replace(/\/$/, '')}/mails`);
}

main().catch((error) => {
  console.error(`newsletter: ${error.message}`);
  process.exitCode = 1;
});
