import { hash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type Gateway } from '@lapor/gateway';

/**
 * What goes wrong with a call, as often as `times` says.
 *
 * - `cutBefore`: the connection breaks before the gateway hears of the call.
 * - `cutDuring`: it breaks in the middle of what is sent; the gateway sees half of it.
 * - `cutAfter`: the gateway does what it is asked, and its answer is lost.
 * - `portal`: the sign-in page of a hotel's network answers, with 200.
 * - `status`: a proxy answers with that status.
 * - `late`: the answer comes when the caller has long given up.
 */
export interface Fault {
  /** A regular expression for method and path: `POST /v1/reports$`. */
  readonly on: string;
  readonly kind: 'cutBefore' | 'cutDuring' | 'cutAfter' | 'portal' | 'status' | 'late';
  readonly status?: number;
  /** Milliseconds, for `late`. */
  readonly delay?: number;
  /** @default 1 */
  readonly times?: number;
  /** How many such calls go through first. */
  readonly skip?: number;
}

/** A report as it arrived. */
export interface ArrivedReport {
  readonly title: string;
  readonly content: string;
  readonly attempts: number;
  /** The sizes of its attachments. */
  readonly attachments: readonly number[];
}

/** A site of its own for one test. */
export interface OfflineSite {
  readonly siteKey: string;
  /** How often each call was made: `POST /v1/reports` → 3. */
  readonly calls: Record<string, number>;
}

const generous = { calls: 1_000_000, seconds: 60 };

const addSite = async (gateway: Gateway, origin: string, challenge: boolean): Promise<string> => {
  const { database, sites, keys, directory } = gateway.engine;
  const id = `site-${randomBytes(6).toString('hex')}`;
  const siteKey = `pk_${randomBytes(20).toString('base64url')}`;
  await database.query(
    `insert into institution (id, name, kind, parent_id, region_code, is_coordinator, path)
     values ('sumbar', 'Pemerintah Provinsi Sumatera Barat', 'province', null, '13', true, array['sumbar']) on conflict do nothing`,
  );
  await database.query(
    `insert into site (id, institution_id, region_code, origins, settings, created_at) values ($1, 'sumbar', '13', $2, $3::jsonb, now())`,
    [id, [origin], JSON.stringify({ name: id, features: { challenge } })],
  );
  await database.query(
    `insert into access_key (id, kind, hash, prefix, name, site_id, institution_id, role, created_at)
     values ($1, 'publishable', $2, 'pk_', $1, $1, null, null, now())`,
    [id, hash('sha256', siteKey, 'buffer')],
  );
  for (const cache of [directory, sites, keys]) cache.clear();
  return siteKey;
};

/** The reports of a site, with what is attached to each. */
const reportsOf = async (gateway: Gateway, siteKey: string): Promise<ArrivedReport[]> => {
  const rows = await gateway.engine.database.query<{ title: string; content: string; sizes: string }>(
    `select report.title, report.content,
            coalesce((select json_agg(upload.length order by upload.position) from upload where upload.report_id = report.id), '[]')::text as sizes
     from report join access_key on access_key.site_id = report.site_id where access_key.hash = $1 order by report.received_at`,
    [hash('sha256', siteKey, 'buffer')],
  );
  return rows.map(({ title, content, sizes }) => ({ title, content, attempts: 1, attachments: JSON.parse(sizes) }));
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** A real gateway behind a network that can be told to fail. */
export interface OfflineGateway {
  readonly url: string;
  readonly gateway: Gateway;
  newSite(options: { origin: string; challenge?: boolean }): Promise<string>;
  /** From now on, for the calls with this key. */
  fail(siteKey: string, faults: readonly Fault[]): void;
  reports(siteKey: string): Promise<ArrivedReport[]>;
  /** How often each kind of call was made with this key. */
  calls(siteKey: string): Record<string, number>;
  close(): Promise<void>;
}

/** Opens a gateway in memory and lets it listen on the loopback, with a network in between. */
export const openOfflineGateway = async (): Promise<OfflineGateway> => {
  const pending = new Map<string, { fault: Fault; skip: number; times: number }[]>();
  const counted = new Map<string, Record<string, number>>();

  const faultOf = (key: string, call: string): Fault | undefined => {
    for (const entry of pending.get(key) ?? []) {
      if (entry.times === 0 || !new RegExp(entry.fault.on).test(call)) continue;
      if (entry.skip > 0) entry.skip -= 1;
      else {
        entry.times -= 1;
        return entry.fault;
      }
    }
    return undefined;
  };

  const ask = async (gateway: Gateway, request: IncomingMessage, body: Buffer): Promise<Response> => {
    const { method = 'GET', url = '/', headers } = request;
    const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
    return gateway.fetch(
      new Request(`http://localhost${url}`, {
        method,
        headers: Object.entries(headers).filter(
          ([name]) => !/^(connection|host|content-length|transfer-encoding)$/.test(name),
        ) as [string, string][],
        ...(hasBody && { body: new Uint8Array(body) }),
      }),
      { address: '127.0.0.1' },
    );
  };

  const answer = async (gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = request;
    const key = headers.authorization?.replace('Bearer ', '') ?? '';
    const path = url.split('?')[0]!.replace(/^(\/v1\/uploads)\/.+/, '$1/{id}');
    const call = `${method} ${path}`;
    const counts = counted.get(key) ?? {};
    counted.set(key, { ...counts, [call]: (counts[call] ?? 0) + 1 });
    const fault = method === 'OPTIONS' ? undefined : faultOf(key, call);
    const cors = { 'access-control-allow-origin': headers.origin ?? '*' };

    if (fault?.kind === 'cutBefore') return void request.socket.destroy();
    if (fault?.kind === 'portal')
      return void response
        .writeHead(200, { ...cors, 'content-type': 'text/html' })
        .end('<!doctype html><title>Wi-Fi gratis</title><form>Masuk</form>');
    if (fault?.kind === 'status')
      return void response
        .writeHead(fault.status ?? 503, { ...cors, 'content-type': 'text/html' })
        .end('<h1>Galat</h1>');
    const body = await bodyOf(request);
    if (fault?.kind === 'cutDuring') {
      await ask(gateway, request, body.subarray(0, body.length / 2)).catch(() => {});
      return void request.socket.destroy();
    }
    const answered = await ask(gateway, request, body);
    if (fault?.kind === 'cutAfter') return void request.socket.destroy();
    if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.delay ?? 3000));
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  };

  let open: (gateway: Gateway) => void = () => {};
  const opening = new Promise<Gateway>((resolve) => {
    open = resolve;
  });
  const server = createServer((request, response) => {
    // It listens before the gateway is open, so that the gateway knows its own address.
    opening.then((gateway) => answer(gateway, request, response)).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = await createGateway({
    database: { memory: true },
    attachments: { memory: true },
    publicUrl: url,
    rateLimits: { read: generous, write: generous, desk: generous },
  });
  open(gateway);
  return {
    url,
    gateway,
    newSite: ({ origin, challenge = false }) => addSite(gateway, origin, challenge),
    fail: (siteKey, faults) =>
      void pending.set(
        siteKey,
        faults.map((fault) => ({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 })),
      ),
    reports: (siteKey) => reportsOf(gateway, siteKey),
    calls: (siteKey) => counted.get(siteKey) ?? {},
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await gateway.close();
    },
  };
};
