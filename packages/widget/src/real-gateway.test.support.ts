import { hash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type Gateway } from '@lapor/gateway';

/** A report as it arrived. */
export interface ArrivedReport {
  readonly classification: string;
  readonly title: string;
  readonly content: string;
  readonly regionCode: string | null;
  readonly landmark: string | null;
  /** Latitude, longitude and metres of doubt. */
  readonly position: readonly (number | null)[];
  /** A day, `2026-03-17`. */
  readonly incidentDate: string | null;
  readonly category: string | null;
  readonly answers: Readonly<Record<string, unknown>> | null;
  readonly isAnonymous: boolean;
  /** The sizes of its attachments. */
  readonly attachments: readonly number[];
}

/** A real gateway on the loopback that can be made unreachable for one site. */
export interface RealGateway {
  readonly url: string;
  /** A site of its own for one test. */
  newSite(options: { origin: string; settings?: object }): Promise<string>;
  /** Cuts every connection with this key from now on, or no more; where it `hears`, only after the request has been heard. */
  setDown(siteKey: string, isDown: boolean, hears?: boolean): void;
  reports(siteKey: string): Promise<ArrivedReport[]>;
  close(): Promise<void>;
}

const generous = { calls: 1_000_000, seconds: 60 };

const choices = (...values: string[]) => values.map((value) => ({ value, label: `Pilihan ${value}` }));

/** One question of each kind, and one of a kind that no form knows yet. */
const fireQuestions = [
  { id: 'burning', type: 'boolean', label: 'Apakah api masih menyala?', required: true },
  {
    id: 'hectares',
    type: 'number',
    label: 'Perkiraan luas (hektare)',
    hint: 'Boleh 0,5.',
    required: false,
    minimum: 0,
  },
  { id: 'since', type: 'date', label: 'Sejak kapan terlihat?', required: false },
  { id: 'owner', type: 'text', label: 'Milik siapa lahannya?', required: false, maxLength: 60 },
  { id: 'ground', type: 'choice', label: 'Jenis lahan', required: true, options: choices('gambut', 'mineral') },
  {
    id: 'near',
    type: 'choices',
    label: 'Apa yang ada di dekatnya?',
    required: true,
    options: choices('rumah', 'sekolah'),
  },
  { id: 'mood', type: 'smiley', label: 'Bagaimana perasaan Anda?', required: false },
];

const addSite = async (gateway: Gateway, origin: string, settings: object): Promise<string> => {
  const { database, sites, keys, directory } = gateway.engine;
  const id = `site-${randomBytes(6).toString('hex')}`;
  const siteKey = `pk_${randomBytes(20).toString('base64url')}`;
  await database.query(
    `insert into institution (id, name, kind, parent_id, region_code, is_coordinator, path)
     values ('sumbar', 'Pemerintah Provinsi Sumatera Barat', 'province', null, '13', true, array['sumbar']) on conflict do nothing`,
  );
  await database.query(
    `insert into category (id, name, questions) values ('bridges', 'Jembatan', '[]'::jsonb), ('fire', 'Kebakaran lahan', $1::jsonb),
     ('smoke', 'Kabut asap', $2::jsonb) on conflict do nothing`,
    [JSON.stringify(fireQuestions), JSON.stringify(fireQuestions.slice(0, 2))],
  );
  await database.query(
    `insert into site (id, institution_id, region_code, origins, settings, created_at) values ($1, 'sumbar', '13', $2, $3::jsonb, now())`,
    [id, [origin], JSON.stringify({ name: 'Lapor Sumbar', ...settings })],
  );
  await database.query(
    `insert into access_key (id, kind, hash, prefix, name, site_id, institution_id, role, created_at)
     values ($1, 'publishable', $2, 'pk_', $1, $1, null, null, now())`,
    [id, hash('sha256', siteKey, 'buffer')],
  );
  for (const cache of [directory, sites, keys]) cache.clear();
  return siteKey;
};

const reportsOf = async (gateway: Gateway, siteKey: string): Promise<ArrivedReport[]> => {
  const rows = await gateway.engine.database.query<Record<string, string> & { anonymous: boolean }>(
    `select report.classification, report.title, report.content, report.region_code, report.landmark, report.latitude, report.longitude, report.accuracy_metres, report.incident_date::text as day, report.category_id, report.answers::text as answers, report.anonymous,
            coalesce((select json_agg(upload.length order by upload.position) from upload where upload.report_id = report.id), '[]')::text as sizes
     from report join access_key on access_key.site_id = report.site_id where access_key.hash = $1 order by report.received_at`,
    [hash('sha256', siteKey, 'buffer')],
  );
  return rows.map((row) => ({
    classification: row['classification'] ?? '',
    title: row['title'] ?? '',
    content: row['content'] ?? '',
    regionCode: row['region_code'] ?? null,
    landmark: row['landmark'] ?? null,
    position: [row['latitude'], row['longitude'], row['accuracy_metres']].map((part) =>
      part === null ? null : Number(part),
    ),
    incidentDate: row['day'] ?? null,
    category: row['category_id'] ?? null,
    answers: JSON.parse(row['answers'] ?? 'null'),
    isAnonymous: row.anonymous,
    attachments: JSON.parse(row['sizes'] ?? '[]'),
  }));
};

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
};

const answer = async (
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
  isLost: boolean,
): Promise<void> => {
  const { method = 'GET', url = '/', headers } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  const told = Object.entries(headers).filter(
    ([name]) => !/^(connection|host|content-length|transfer-encoding)$/.test(name),
  ) as [string, string][];
  const answered = await gateway.fetch(
    new Request(`http://localhost${url}`, { method, headers: told, ...(hasBody && { body: await bodyOf(request) }) }),
    { address: '127.0.0.1' },
  );
  if (isLost) return void request.socket.destroy();
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
};

/** Opens a gateway in memory and lets it listen on the loopback. */
export const openRealGateway = async (): Promise<RealGateway> => {
  const down = new Map<string, { readonly hears: boolean }>();
  const opened = Promise.withResolvers<Gateway>();
  const server = createServer((request, response) => {
    const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const cut = down.get(key);
    if (cut && !cut.hears) return void request.socket.destroy();
    // It listens before the gateway is open, so that the gateway knows its own address.
    opened.promise
      .then((gateway) => answer(gateway, request, response, cut !== undefined))
      .catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = await createGateway({
    database: { memory: true },
    attachments: { memory: true },
    publicUrl: url,
    rateLimits: { read: generous, write: generous, desk: generous },
  });
  opened.resolve(gateway);
  return {
    url,
    newSite: ({ origin, settings = {} }) => addSite(gateway, origin, settings),
    setDown: (siteKey, isDown, hears = false) => void (isDown ? down.set(siteKey, { hears }) : down.delete(siteKey)),
    reports: (siteKey) => reportsOf(gateway, siteKey),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await gateway.close();
    },
  };
};
