import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { createVisitor, typedReport, valuesIn } from './visitor.test.support.ts';

type Opened = Awaited<ReturnType<typeof openTestGateway>>;
let opened: Opened;
const visitor = createVisitor(() => opened.gateway);
before(async () => void (opened = await openTestGateway()));
after(() => opened.gateway.close().catch(() => {}));

test('too many calls are told on a page, with how long to wait', async () => {
  const limit = { calls: 2, seconds: 60 };
  const limited = await openTestGateway({ memory: true }, { rateLimits: { read: limit, write: limit, desk: limit } });
  const hasty = createVisitor(() => limited.gateway);
  const page = await hasty.open();
  await hasty.open();
  const refused = await hasty.open();
  assert.equal(refused.status, 429);
  assert.match(refused.html, /<h1>Terlalu banyak permintaan<\/h1>/);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  for (let call = 0; call < 2; call += 1) await hasty.press(page, 'review', typedReport);
  const posted = await hasty.press(page, 'review', typedReport);
  assert.equal(posted.status, 429);
  assert.match(posted.html, /tombol kembali/);
  await limited.gateway.close();
});

test('who guesses keys is stopped after a few, and told for how long', async () => {
  const limit = { calls: 5, seconds: 60 };
  const limited = await openTestGateway({ memory: true }, { rateLimits: { read: limit, write: limit, desk: limit } });
  const guesser = createVisitor(() => limited.gateway);
  const guess = (letter: string) =>
    guesser.ask('/forms/status', {
      method: 'POST',
      body: new URLSearchParams({ number: '1000001', token: `rt_1000001_${letter.repeat(43)}`, action: 'open' }),
    });
  const statuses: number[] = [];
  for (const letter of 'abcdefg') statuses.push((await guess(letter)).status);
  assert.deepEqual(statuses, [404, 404, 404, 404, 404, 429, 429]);
  const refused = await guess('h');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.match(refused.html, /Terlalu banyak permintaan/);
  await limited.gateway.close();
});

test('while the database is away nothing is sent, and what was typed comes back to be sent later', async () => {
  const page = await visitor.press(await visitor.open(), 'review', typedReport);
  opened.clock.set('2026-03-10T02:01:00Z');
  const { database } = opened.gateway.engine;
  const away = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
  const { query, transaction } = database;
  Object.assign(database, { query: () => Promise.reject(away), transaction: () => Promise.reject(away) });
  const filing = opened.gateway.engine.fileReport;
  Object.assign(opened.gateway.engine, { fileReport: () => Promise.reject(away) });
  try {
    const photo = new File(['x'], 'jalan rusak.jpg', { type: 'image/jpeg' });
    const chosen = await visitor.press(await visitor.press(page, 'edit'), 'review', {
      ...typedReport,
      attachments: photo,
    });
    assert.equal(chosen.status, 503);
    assert.match(chosen.html, /Pilih lagi berkas ini, karena belum kami terima: jalan rusak\.jpg/);

    const sent = await visitor.press(page, 'send');
    assert.equal(sent.status, 503, sent.html);
    assert.equal(sent.headers.get('retry-after'), '5');
    assert.match(sent.html, /Laporan belum terkirim/);
    assert.equal(new Map(valuesIn(sent.html)).get('title'), typedReport.title);

    for (const cache of [opened.gateway.engine.keys, opened.gateway.engine.sites, opened.gateway.engine.directory])
      cache.clear();
    const form = await visitor.open();
    assert.equal(form.status, 503);
    assert.match(form.html, /Layanan sedang tidak tersedia/);
    assert.match(form.html, /Situs sumbar/);
    assert.match(form.html, /SMS ke 1708/);
    assert.equal((await visitor.open('', 'pk_never_seen')).status, 503);
  } finally {
    Object.assign(database, { query, transaction });
    Object.assign(opened.gateway.engine, { fileReport: filing });
  }
  const later = await visitor.press(page, 'send');
  assert.equal(later.status, 200, later.html);
});
