// Keeps a copy of the institution's reports: see README.md.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createDeskClient, isNotFound } from '@lapor/client';
import { isWebhookError, readWebhook } from '@lapor/client/webhooks';
import { openCopy } from './copy-of-reports.mjs';

const {
  LAPOR_GATEWAY: gateway,
  LAPOR_SECRET_KEY: secretKey,
  PUBLIC_URL,
  PORT = '0',
  DATABASE = 'reports.db',
} = process.env;
const client = createDeskClient({ gateway, secretKey });
const copy = openCopy(DATABASE);

/** Asks how a report stands now, whatever the event said. */
const refresh = async (trackingId) => {
  try {
    copy.keep(await client.desk.get(trackingId));
  } catch (error) {
    // It has gone to an institution of which this key may not know.
    if (!isNotFound(error)) throw error;
  }
};

const handleEvent = async (event) => {
  if (copy.hasSeen(event.id)) return;
  // A test, or a type that this version of the client does not know, names no report.
  if (event.type !== 'webhook.test' && event.data?.trackingId) await refresh(event.data.trackingId);
  // Only now: an event that could not be handled is to be delivered again.
  copy.noteSeen(event.id);
};

const receive = async (request, response) => {
  try {
    const body = await buffer(request);
    await handleEvent(await readWebhook({ headers: request.headers, body }, { secret: copy.setting('secret') ?? '' }));
    response.writeHead(204).end();
  } catch (error) {
    // Anything but 2xx has the gateway try again.
    response.writeHead(isWebhookError(error) ? error.status : 503).end();
  }
};

const server = createServer((request, response) => void receive(request, response));
server.listen(Number(PORT), '127.0.0.1');
await once(server, 'listening');

// The secret is shown once: an endpoint whose secret is lost is of no use, and another one is made.
if (copy.setting('secret') === undefined) {
  const url = PUBLIC_URL ?? `http://127.0.0.1:${server.address().port}/`;
  const { secret } = await client.webhooks.create({ url, description: 'Salinan untuk kantor' });
  copy.keepSetting('secret', secret);
}
for await (const { trackingId } of client.desk.list({ order: 'received', limit: 100 })) await refresh(trackingId);
console.log('in step');

process.once('SIGTERM', () => {
  server.close(() => copy.close());
  server.closeAllConnections();
});
