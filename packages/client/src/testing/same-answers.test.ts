import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoKeys, sampleReport, withDemoGateway } from '../demo-gateway.test.support.ts';
import { type Client, createClient, createDeskClient, type DeskClient, isLaporError } from '../index.ts';
import type { Send } from '../http/revalidating.ts';
import { createFakeGateway } from './index.ts';

const url = withDemoGateway();

/** One exchange, with everything that is another each time made the same. */
interface Exchange {
  readonly call: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const told = [
  'content-type',
  'content-language',
  'idempotency-replayed',
  'upload-offset',
  'upload-length',
  'tus-resumable',
];

/** Numbers, tokens and moments get the name of their kind and the place in which they first came up. */
const createNormaliser = () => {
  const names = new Map<string, string>();
  const nameOf = (kind: string) => (text: string) => {
    if (!names.has(text))
      names.set(text, `${kind}${[...names.values()].filter((name) => name.startsWith(kind)).length}`);
    return names.get(text) ?? '';
  };
  const tidy = (text: string): string =>
    text
      .replaceAll(/https?:\/\/(127\.0\.0\.1|localhost|lapor\.example)(:\d+)?/g, 'GATEWAY')
      .replaceAll(/\?expires=\d+&signature=[\w-]+/g, '?SIGNED')
      .replaceAll(/\bWyJ[\w-]+/g, 'CURSOR')
      .replaceAll(/urn:lapor:request:[\w-]+/g, 'urn:lapor:request:ID')
      .replaceAll(/\brt_[\w-]{16,}/g, nameOf('TOKEN'))
      .replaceAll(/\bupl_[\w-]{16,}/g, nameOf('UPLOAD'))
      .replaceAll(/\b\d{7}\b/g, nameOf('REPORT'))
      // The day counts, the second does not.
      .replaceAll(/T\d\d:\d\d:\d\d(\.\d+)?Z/g, 'T…Z');
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return tidy(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [tidy(name), walk(one)]));
  };
  return { tidy, walk };
};

/** A function that sends, and what went over the wire. */
const recording = (send: Send) => {
  const exchanges: Exchange[] = [];
  const { tidy, walk } = createNormaliser();
  const fetch: Send = async (input, init) => {
    const response = await send(input, init);
    const text = await response.clone().text();
    const { pathname, search } = new URL(input);
    exchanges.push({
      call: tidy(`${init.method} ${pathname}${search}`),
      status: response.status,
      headers: Object.fromEntries(
        told.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)?.toLowerCase()]] : [])),
      ),
      body: /json/.test(response.headers.get('content-type') ?? '') ? walk(JSON.parse(text)) : text.length > 0,
    });
    return response;
  };
  return { fetch, exchanges };
};

const pdf = (length: number) =>
  new File(
    [new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(length, 'x'), Buffer.from('\n%%EOF\n')]))],
    'surat.pdf',
    { type: 'application/pdf' },
  );

/** Lets a refusal pass: it was recorded, and is compared. */
const tried = async <Result>(work: Promise<Result>): Promise<Result | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (!isLaporError(error)) throw error;
    return undefined;
  }
};

/** What a site, its visitors and its officers do in a day, and what they do wrong. */
const aDay = async (client: Client, desk: DeskClient, english: Client): Promise<void> => {
  await client.site.get();
  await client.regions.list({ parent: '13', limit: 100 }).page();
  await client.regions.get('13.71');
  await tried(client.regions.get('99'));
  await client.institutions.list({ limit: 100 }).page();
  await client.categories.list({ q: 'jalan' }).page();
  await tried(client.categories.list({ cursor: 'bukan-penanda' }).page());
  const upload = await client.attachments.upload(pdf(300_000));
  const other = await client.attachments.upload(pdf(100));
  await tried(client.attachments.upload(new File(['teks'], 'a.txt', { type: 'text/plain' })));
  await client.attachments.delete(other.id);
  await tried(client.attachments.delete(other.id));

  const report = {
    ...sampleReport({ title: 'Jembatan gantung rusak', attachments: [upload.id] }),
    reporter: { name: 'Upik Banun', email: 'upik@contoh.example' },
    incident: {
      place: {
        regionCode: '13.06',
        landmark: 'di samping pasar',
        position: { latitude: -0.30512, longitude: 100.36918 },
      },
    },
  };
  const idempotencyKey = 'percobaan-pertama';
  const { trackingId, token } = await client.reports.submit(report, { idempotencyKey });
  await client.reports.submit(report, { idempotencyKey });
  await tried(client.reports.submit({ ...report, title: 'Judul lain' }, { idempotencyKey }));
  await tried(client.reports.submit({ ...report, attachments: [upload.id] }, { idempotencyKey: 'kedua' }));
  await tried(client.reports.submit({ classification: 'complaint', title: '', content: 'x' }));
  await tried(english.reports.submit({ classification: 'complaint', title: 'a', content: '' }));
  await tried(
    client.reports.submit({
      ...sampleReport({ title: 'Salah' }),
      categoryId: 'tidak-ada',
      incident: { date: '2199-01-01', place: { regionCode: '99.99' } },
    }),
  );
  await tried(client.reports.submit({ ...sampleReport(), hadiah: true } as never));

  await client.reports.get(trackingId);
  await client.reports.get(trackingId, { token });
  await english.reports.get(trackingId);
  await tried(client.reports.get('1'));
  await tried(client.reports.get('bukan nomor'));
  await client.reports.support(trackingId);
  await client.reports.support(trackingId);
  await tried(client.reports.confirm(trackingId, { rating: 5 }, { token }));
  await tried(client.reports.reply(trackingId, { message: 'Apa kabar?' }, { token: 'rt_1_tidakadatokenini' }));
  const message = await client.reports.reply(trackingId, { message: 'Hubungi 081267123456.' }, { token });
  await client.reports.get(message.trackingId);

  const read = await desk.desk.get(trackingId);
  await desk.desk.act(trackingId, { type: 'verify' }, { ifVersion: read.version });
  await tried(desk.desk.act(trackingId, { type: 'verify' }, { ifVersion: read.version }));
  await tried(desk.desk.act(trackingId, { type: 'complete' }));
  await desk.desk.act(trackingId, { type: 'note', message: 'Tanya wali nagari.' });
  await tried(desk.desk.act(trackingId, { type: 'dispose', to: 'tidak-ada' }));
  await desk.desk.act(trackingId, { type: 'dispose', to: 'sumbar.dinas-bmcktr', reason: 'Jembatan provinsi.' });
  await desk.desk.act(trackingId, { type: 'startFollowUp', plan: 'Papan dipesan.' });
  await desk.desk.act(trackingId, { type: 'correct', title: 'Jembatan gantung Koto Tuo rusak' });
  await desk.desk.act(trackingId, { type: 'respond', message: 'Papan sudah diganti.' });
  await client.reports.dispute(trackingId, { reason: 'Satu papan lepas lagi.' }, { token });
  await desk.desk.actOnAll([trackingId, '1'], { type: 'respond', message: 'Sudah dipaku ulang.' });
  await client.reports.confirm(trackingId, { rating: 4, comment: 'Terima kasih.' }, { token });
  await client.reports.get(trackingId);
  await client.reports.get(trackingId, { token });

  const secret = await client.reports.submit({
    ...sampleReport({ title: 'Pungutan liar' }),
    anonymous: true,
    confidential: true,
  });
  await tried(client.reports.get(secret.trackingId));
  await tried(client.reports.support(secret.trackingId));
  await client.reports.withdraw(secret.trackingId, {}, { token: secret.token });
  const [one, two] = [
    await client.reports.submit(sampleReport({ title: 'Lampu mati' })),
    await client.reports.submit(sampleReport({ title: 'Lampu padam' })),
  ];
  await desk.desk.act(two.trackingId, { type: 'mergeInto', trackingId: one.trackingId, reason: 'Lampu yang sama.' });
  await tried(desk.desk.act(two.trackingId, { type: 'mergeInto', trackingId: two.trackingId }));
  await client.reports.get(two.trackingId);
  await desk.desk.act(two.trackingId, { type: 'undoMerge' });
  await desk.desk.act(one.trackingId, {
    type: 'redact',
    reason: 'Menyebut nama.',
    redactions: [{ what: 'text', field: 'content', ranges: [{ start: 0, end: 5 }] }],
  });
  await client.reports.get(one.trackingId);
};

const siteCannot = async (client: Client): Promise<void> => {
  await tried(client.reports.list({ limit: 2 }).page());
};

/** Walks through the day at one gateway, and tells what went over the wire. */
const walkedAt = async (
  gateway: string,
  send: Send,
  keys: { siteKey: string; secretKey: string },
): Promise<Exchange[]> => {
  const { fetch, exchanges } = recording(send);
  const { siteKey, secretKey } = keys;
  const common = { gateway, fetch, retries: 0 };
  const client = createClient({ ...common, siteKey });
  await aDay(
    client,
    createDeskClient({ ...common, secretKey, revalidate: false }),
    createClient({ ...common, siteKey, language: 'en' }),
  );
  for (const other of [createClient({ ...common, siteKey: 'pk_tidak_ada' }), createClient({ ...common, secretKey })]) {
    await tried(other.site.get());
    await siteCannot(other);
  }
  return exchanges;
};

test('the fake gateway answers as the real one does, word for word', async () => {
  const real = createClient({ gateway: url(), siteKey: demoKeys.siteKey });
  const [site, institutions, categories] = await Promise.all([
    real.site.get(),
    real.institutions.list({ limit: 100 }).toArray(),
    real.categories.list({ limit: 100 }).toArray(),
  ]);
  const fake = createFakeGateway({ site, institutions, categories });
  const expected = await walkedAt(url(), (input, init) => fetch(input, init), demoKeys);
  const actual = await walkedAt(fake.address, fake.fetch, fake);
  for (const [index, exchange] of expected.entries())
    assert.deepEqual(actual[index], exchange, `call ${index}: ${exchange.call}`);
  assert.equal(actual.length, expected.length);
  assert.ok(expected.length > 60);
});
