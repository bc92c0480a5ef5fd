import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server of another make keeps of one request. */
export interface ListedRequest {
  readonly id: string;
  readonly token: string;
  readonly fields: FormData;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How it differs from other servers. */
export interface Habits {
  /** Answers a request with a token instead of its number. */
  tells: 'number' | 'token' | 'nothing';
  /** How often it is asked for a token before that has a number. */
  patience: number;
  /** A list is cut after so many. */
  most: number;
}

const readForm = async (incoming: IncomingMessage): Promise<FormData> => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const type = incoming.headers['content-type'] ?? '';
  return new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData();
};

/**
 * A server of GeoReport v2 of another make than ours, on a real socket, in JSON: it numbers requests late when it is told to, and
 * its list of requests is as long as somebody fills it, cut where the specification lets it be cut.
 */
export const startListedServer = async () => {
  const requests: ListedRequest[] = [];
  const calls: string[] = [];
  const habits: Habits = { tells: 'number', patience: 0, most: 1_000 };
  let asked = 0;
  const told = ({ id, token }: ListedRequest): object => {
    if (habits.tells === 'nothing') return {};
    return habits.tells === 'token' ? { token } : { service_request_id: id };
  };
  const list = (query: URLSearchParams): object[] => {
    const [from, until] = ['start_date', 'end_date'].map((name) => Date.parse(query.get(name) ?? ''));
    return requests
      .filter(
        ({ at, fields }) => at >= from! && at <= until! && fields.get('service_code') === query.get('service_code'),
      )
      .toSorted((one, other) => other.at - one.at)
      .slice(0, habits.most)
      .map(({ id, fields, at }) => ({
        service_request_id: id,
        status: 'open',
        description: fields.get('description'),
        requested_datetime: new Date(at).toISOString(),
      }));
  };
  const answer = async (incoming: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
    calls.push(`${incoming.method} ${pathname}`);
    if (pathname.endsWith('/services.json')) return [200, [{ service_code: 'umum', service_name: 'Umum' }]];
    if (pathname.includes('/tokens/')) {
      asked += 1;
      const request = requests.find(({ token }) => pathname.endsWith(`/${token}.json`));
      if (request === undefined) return [404, [{ code: 404, description: 'no such token' }]];
      return [200, [{ token: request.token, ...(asked > habits.patience && { service_request_id: request.id }) }]];
    }
    if (incoming.method === 'POST') {
      const fields = await readForm(incoming);
      const number = requests.length + 1;
      const request = { id: `SR-${number}`, token: `t${number}`, fields, at: Date.now() };
      requests.push(request);
      asked = 0;
      return [201, [told(request)]];
    }
    if (pathname.endsWith('/requests.json')) return [200, list(searchParams)];
    const one = requests.find(({ id }) => pathname.endsWith(`/requests/${id}.json`));
    return one === undefined ? [404, []] : [200, [{ service_request_id: one.id, status: 'open' }]];
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming).then(
      ([status, body]) => outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2`,
    requests,
    calls,
    habits,
    /** Requests of others, spread evenly over a time. */
    fill(count: number, from: number, until: number) {
      for (let index = 0; index < count; index += 1) {
        const fields = new FormData();
        fields.set('service_code', 'umum');
        fields.set('description', `Laporan orang lain ${index}`);
        const number = requests.length + 1;
        const at = from + ((until - from) * index) / count;
        requests.push({ id: `SR-${number}`, token: `t${number}`, fields, at });
      }
    },
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
};
