import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { PublishedReport } from '@lapor/schemas';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { actAt, admin, fileAt, forgetReports, passThrough } from './clock-work.test.support.ts';
import { ombudsmanBundle } from './ombudsman-bundle.ts';

const afterTheLimit = '2026-05-09T17:00:00Z';

onBothDatabases('the bundle for the Ombudsman', (opened) => {
  const engine = () => opened().gateway.engine;
  beforeEach(() => forgetReports(opened()));

  test('is there once the legal limit has passed, and not before', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z');
    await passThrough(opened(), '2026-05-09T16:59:59Z');
    assert.equal(await ombudsmanBundle(engine(), report.trackingId), undefined);
    await passThrough(opened(), afterTheLimit);
    assert.ok(await ombudsmanBundle(engine(), report.trackingId));
    assert.equal(await ombudsmanBundle(engine(), '42'), undefined);
  });

  test('tells in Indonesian what was written, by whom, and what was missed', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z', {
      content: 'Papan jembatan gantung lepas.\nAnak-anak takut menyeberang.',
      confidential: true,
      reporter: { name: 'Uni Rosnida', phone: '+6281234567890' },
      incident: { date: '2026-03-09', place: { regionCode: '13.71', landmark: 'di samping Pasar Lubuk Buaya' } },
    });
    await actAt(
      engine(),
      report,
      '2026-03-11T02:00:00Z',
      { type: 'dispose', to: 'sumbar.bmckt' },
      admin,
      'Jembatan provinsi.',
    );
    await actAt(
      engine(),
      report,
      '2026-03-12T02:00:00Z',
      { type: 'note', message: '-' },
      admin,
      'Catatan di antara petugas.',
    );
    await passThrough(opened(), '2026-03-27T17:00:00Z', afterTheLimit);
    const bundle = await ombudsmanBundle(engine(), report.trackingId);
    assert.equal(bundle?.writtenAt, afterTheLimit);
    assert.equal(bundle.language, 'id');
    assert.deepEqual(bundle.missed.map(({ kind }) => kind).sort(), ['completion', 'followUp', 'legalLimit']);
    assert.ok(z.safeParse(PublishedReport, JSON.parse(JSON.stringify(bundle.report))).success);
    for (const line of [
      `Nomor laporan: ${report.trackingId}`,
      'Batas waktu menurut undang-undang sudah lewat. Pelapor dapat mengadu kepada Ombudsman RI.',
      'Tanggal kejadian: Senin, 9 Maret 2026',
      'Wilayah kejadian: Kota Padang',
      'Patokan lokasi: di samping Pasar Lubuk Buaya',
      '    Papan jembatan gantung lepas.',
      '    Anak-anak takut menyeberang.',
      'Nama Anda: Uni Rosnida',
      'Nomor telepon: +6281234567890',
      'Batas menurut undang-undang (Sabtu, 9 Mei 2026): terlewat',
      '    Jembatan provinsi.',
      '10 Maret 2026 pukul 09.00 WIB: Laporan diterima. Penanggung jawabnya Pemerintah Provinsi Sumatera Barat.',
    ])
      assert.ok(bundle.text.split('\n').includes(line), `\`${line}\` is missing in\n${bundle.text}`);
    assert.doesNotMatch(bundle.text, /Catatan di antara petugas/);
    assert.doesNotMatch(JSON.stringify(bundle), /Catatan di antara petugas/);
  });

  test('speaks the reporter’s language', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z', { language: 'en' });
    await passThrough(opened(), afterTheLimit);
    const bundle = await ombudsmanBundle(engine(), report.trackingId);
    assert.equal(bundle?.language, 'en');
    assert.match(bundle.text, /^The limit set by law has passed\. The reporter can turn to the Ombudsman\.$/m);
    assert.match(bundle.text, /^Legal limit \(Saturday.? 9 May 2026\): missed$/m);
    assert.doesNotMatch(bundle.text, /Laporan|Pelapor/);
  });
});
