// A server of bare `node:http` that answers every call with the bytes which the fake gateway gave for it once: the time that a
// gateway takes is none of what is measured here.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '../src/index.ts';
import { createFakeGateway } from '../src/testing/index.ts';

const gateway = createFakeGateway();
const { address, siteKey, fetch } = gateway;
const client = createClient({ gateway: address, siteKey, fetch });
const report = {
  classification: 'complaint',
  title: 'Lampu jalan mati',
  content: 'Lampu jalan di depan pasar mati.',
} as const;
for (let index = 0; index < 20; index += 1) await client.reports.submit({ ...report });

interface Canned {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const canned = new Map<string, Canned>();

const answerOf = async (method: string, url: string): Promise<Canned> => {
  const headers = { authorization: `Bearer ${siteKey}`, 'content-type': 'application/json', 'idempotency-key': 'satu' };
  const response = await fetch(address + url, {
    method,
    headers,
    ...(method === 'POST' && { body: JSON.stringify(report) }),
  });
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
};

const server = createServer((request, response) => {
  const { method = 'GET', url = '/' } = request;
  const answer = canned.get(`${method} ${url}`);
  // The body is read to its end, as a gateway would; it decides nothing.
  request.resume().on('end', () => response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body));
});
for (const [method, url] of [
  ['GET', '/v1/site'],
  ['GET', '/v1/reports?limit=20'],
  ['POST', '/v1/reports'],
] as const) {
  canned.set(`${method} ${url}`, await answerOf(method, url));
}
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
