import type { Instant, Language } from '@lapor/schemas';
import { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
import type { DatabaseLocation } from './database/connect.ts';
import { filledMemory } from './database/filled-memory.test.support.ts';
import type { GatewayClock } from './time/gateway-clock.ts';
import { hashKey } from './keys/hash-key.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends GatewayClock {
  set(now: Instant): void;
}

/** A clock standing at the given moment. */
export const testClock = (start: Instant = '2026-03-10T02:00:00Z'): TestClock => {
  let now = start;
  return { now: () => now, set: (next) => void (now = next) };
};

const institutions = [
  ['nasional', 'Kementerian PANRB', 'national', null, null, true, ['nasional']],
  ['sumbar', 'Pemerintah Provinsi Sumatera Barat', 'province', null, '13', true, ['sumbar']],
  [
    'sumbar.bmckt',
    'Dinas Bina Marga, Cipta Karya, dan Tata Ruang',
    'office',
    'sumbar',
    '13',
    false,
    ['sumbar', 'sumbar.bmckt'],
  ],
  ['sumbar.sosial', 'Dinas Sosial', 'office', 'sumbar', '13', false, ['sumbar', 'sumbar.sosial']],
  ['padang', 'Pemerintah Kota Padang', 'regency', null, '13.71', true, ['padang']],
  ['padang.pupr', 'Dinas PUPR Kota Padang', 'office', 'padang', '13.71', false, ['padang', 'padang.pupr']],
] as const;

const categories = [
  ['infrastruktur', 'Pekerjaan Umum dan Penataan Ruang', null, '[]'],
  [
    'lampu-jalan',
    'Penerangan jalan',
    'infrastruktur',
    '[{"id":"nomor-tiang","type":"text","label":"Nomor tiang","required":true,"maxLength":20}]',
  ],
] as const;

/** Keys of the test gateway. Secret keys are named for the institution and role that they belong to. */
export const testKeys = {
  site: 'pk_test_sumbar',
  padangSite: 'pk_test_padang',
  national: 'sk_test_national',
  admin: 'sk_test_sumbar_admin',
  liaison: 'sk_test_bmckt_liaison',
  otherLiaison: 'sk_test_sosial_liaison',
  padangAdmin: 'sk_test_padang_admin',
} as const;

const keyRows = [
  [testKeys.site, 'publishable', 'sumbar', null, null],
  [testKeys.padangSite, 'publishable', 'padang', null, null],
  [testKeys.national, 'secret', null, 'nasional', 'nationalAdmin'],
  [testKeys.admin, 'secret', null, 'sumbar', 'institutionAdmin'],
  [testKeys.liaison, 'secret', null, 'sumbar.bmckt', 'liaisonOfficer'],
  [testKeys.otherLiaison, 'secret', null, 'sumbar.sosial', 'liaisonOfficer'],
  [testKeys.padangAdmin, 'secret', null, 'padang', 'institutionAdmin'],
] as const;

/** Fills an empty gateway with a small government, its sites and its keys. */
export const fillTestGateway = async ({ engine: { database, directory, sites, keys } }: Gateway): Promise<void> => {
  for (const row of institutions) {
    await database.query(
      'insert into institution (id, name, kind, parent_id, region_code, is_coordinator, path) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
      row,
    );
  }
  for (const row of categories) {
    await database.query(
      'insert into category (id, name, parent_id, questions) values ($1, $2, $3, $4::jsonb) on conflict do nothing',
      row,
    );
  }
  for (const [id, region, origin] of [
    ['sumbar', '13', 'https://sumbar.example'],
    ['padang', '13.71', 'https://padang.example'],
  ] as const) {
    await database.query(
      `insert into site (id, institution_id, region_code, origins, settings, created_at) values ($1, $1, $2, $3, $4::jsonb, '2026-01-01T00:00:00Z') on conflict do nothing`,
      [id, region, [origin], JSON.stringify({ name: `Situs ${id}` })],
    );
  }
  for (const [key, kind, site, institution, role] of keyRows) {
    await database.query(
      `insert into access_key (id, kind, hash, prefix, name, site_id, institution_id, role, created_at)
       values ($1, $2, $3, $4, $1, $5, $6, $7, '2026-01-01T00:00:00Z') on conflict do nothing`,
      [key.slice(3), kind, hashKey(key), key.slice(0, 9), site, institution, role],
    );
  }
  for (const cache of [directory, sites, keys]) cache.clear();
};

/** What a test may set of a call; the rest is filled in. */
export interface TestCall {
  /** A key or token; `null` sends none. */
  readonly key?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly language?: Language;
}

/** An answer as tests look at it. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every kind; the schemas are checked where that is the point
  readonly body: any;
}

let attempts = 0;

/** A name for an attempt that no other test uses. */
export const newAttempt = (): string => `attempt-${(attempts += 1)}-${crypto.randomUUID()}`;

/** Opens a filled gateway and gives a function that calls it as a program would. */
export const openTestGateway = async (
  location: DatabaseLocation = { memory: true },
  options: Partial<GatewayOptions> = {},
) => {
  const clock = testClock();
  const generous = { calls: 1_000_000, seconds: 60 };
  const gateway = await createGateway({
    database: 'memory' in location ? await filledMemory() : location,
    attachments: { memory: true },
    clock,
    rateLimits: { read: generous, write: generous, desk: generous },
    ...options,
  });
  await fillTestGateway(gateway);

  const call = async (
    method: string,
    path: string,
    { key = testKeys.site, body, headers = {}, language = 'id' }: TestCall = {},
  ): Promise<TestAnswer> => {
    const request = new Request(`http://localhost:1708${path}`, {
      method,
      headers: {
        'accept-language': language,
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': newAttempt() }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const response = await gateway.fetch(request, { address: '127.0.0.1' });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: text && isJson ? JSON.parse(text) : text };
  };
  return { gateway, clock, call };
};

/** A report that any site takes, invented. */
export const sampleReport = (change: object = {}) => ({
  classification: 'complaint',
  title: 'Jembatan gantung rusak',
  content: 'Papan jembatan gantung di Koto Tangah banyak yang lepas. Anak-anak takut menyeberang ke sekolah.',
  incident: { date: '2026-03-09', place: { regionCode: '13.71', landmark: 'di samping Pasar Lubuk Buaya' } },
  ...change,
});
