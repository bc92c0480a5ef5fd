import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFakeGateway, type Disturbance, type FakeGatewayOptions } from '@lapor/client/testing';

/** What is answered in the place of the truth. */
export interface Lie {
  /** The beginning of the path and the method, as in `GET /v1/site`. */
  readonly of: string;
  /** Members that differ; the others stay as they are. */
  readonly differs?: object;
  /** Words in the answer with those that stand in their place. */
  readonly swap?: Readonly<Record<string, string>>;
  /** Or another body altogether. */
  readonly body?: unknown;
}

/** How a faulty gateway is made. */
export interface FaultyOptions {
  readonly site?: FakeGatewayOptions['site'];
  readonly disturbances?: readonly Disturbance[];
  readonly lies?: readonly Lie[];
}

/** A gateway on the loopback that keeps the contract, and then does what it is told to do wrong. */
export interface FaultyGateway {
  readonly url: string;
  readonly siteKey: string;
  /** Ends everything that goes wrong. */
  calm(): void;
  /** Titles of the reports that it has. */
  titles(): string[];
  close(): void;
}

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
};

const corsFor = ({ headers }: IncomingMessage): Record<string, string> => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
  'access-control-expose-headers': '*, location, retry-after, upload-offset, upload-length',
});

/** Opens one. */
export const openFaultyGateway = async ({ site, disturbances, lies = [] }: FaultyOptions): Promise<FaultyGateway> => {
  let url = '';
  let told = lies;
  const siteKey = `pk_${crypto.randomUUID()}`;
  const fake = createFakeGateway({
    siteKey,
    ...(disturbances && { disturbances }),
    site: { regionCode: '13', ...site },
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const { method = 'GET', url: path = '/', headers } = request;
    const cors = corsFor(request);
    if (method === 'OPTIONS') return response.writeHead(204, cors).end();
    const body = await bodyOf(request);
    const carried = await fake.answer(
      new Request(new URL(path, fake.address), {
        method,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
        ...(body.length > 0 && { body }),
      }),
    );
    if (carried === 'dropped') return request.socket.destroy();
    const lie = told.find(({ of }) => `${method} ${path}`.startsWith(of));
    const own = Object.fromEntries(carried.headers);
    if (!lie) return response.writeHead(carried.status, { ...own, ...cors }).end(await carried.text());
    const truth = await carried.text();
    const isPart = lie.differs !== undefined || lie.swap !== undefined;
    let text = JSON.stringify(isPart ? { ...(JSON.parse(truth) as object), ...lie.differs } : lie.body);
    for (const [word, other] of Object.entries(lie.swap ?? {})) text = text.replaceAll(word, other);
    return response.writeHead(carried.status, { 'content-type': 'application/json', ...cors }).end(text);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    siteKey,
    calm() {
      fake.calm();
      told = [];
      // What hangs is given up with its connection.
      server.closeAllConnections();
    },
    titles: () => fake.reports.map(({ report }) => report.title),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
