import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { sampleReport } from '../test-gateway.test.support.ts';

const titles = (body: { items: { title: string }[] }): string[] => body.items.map((item) => item.title);

onBothDatabases('the public list', (opened) => {
  before(async () => {
    const places = ['13.71', '13.71.01', '13.06', '35.29'];
    for (let index = 0; index < 12; index += 1) {
      const body = sampleReport({
        title: `Laporan nomor ${index}`,
        content:
          index === 5
            ? 'Lampu penerangan padam di depan masjid raya, hubungi 0812 3456 7890.'
            : 'Jalan berlubang di dekat pasar, sudah dua minggu begini.',
        classification: index % 3 === 0 ? 'aspiration' : 'complaint',
        confidential: index === 7,
        incident: { place: { regionCode: places[index % 4] } },
      });
      assert.equal((await opened().call('POST', '/v1/reports', { body })).status, 201);
    }
  });

  test('is newest first, without what is confidential, and by default of the site’s own region', async () => {
    const { body } = await opened().call('GET', '/v1/reports?limit=100');
    assert.deepEqual(
      titles(body),
      [10, 9, 8, 6, 5, 4, 2, 1, 0].map((index) => `Laporan nomor ${index}`),
    );
  });

  test('pages hold every report once, also while new ones come in', async () => {
    const seen: string[] = [];
    let path = '/v1/reports?limit=4';
    for (;;) {
      const { body } = await opened().call('GET', path);
      seen.push(...titles(body));
      if (body.nextCursor === null) break;
      if (seen.length === 4)
        await opened().call('POST', '/v1/reports', { body: sampleReport({ title: 'Baru masuk' }) });
      path = `/v1/reports?limit=4&cursor=${body.nextCursor}`;
    }
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.filter((title) => title.startsWith('Laporan nomor')).length, 9);
  });

  test('filters by region, classification, status and words', async () => {
    const found = async (query: string) =>
      titles((await opened().call('GET', `/v1/reports?limit=100&${query}`)).body).filter((title) =>
        title.startsWith('Laporan'),
      );
    assert.deepEqual(await found('region=35.29'), ['Laporan nomor 11', 'Laporan nomor 3']);
    assert.deepEqual(await found('region=13.71.01'), ['Laporan nomor 9', 'Laporan nomor 5', 'Laporan nomor 1']);
    assert.deepEqual(await found('classification=aspiration'), [
      'Laporan nomor 9',
      'Laporan nomor 6',
      'Laporan nomor 0',
    ]);
    assert.deepEqual(await found('status=completed'), []);
    assert.deepEqual(await found('q=lampu+masjid'), ['Laporan nomor 5']);
    assert.equal((await found('institution=sumbar')).length, 9);
    assert.deepEqual(await found('institution=padang'), []);
    assert.deepEqual(await found('from=2026-03-11'), []);
    assert.equal((await found('from=2026-03-10&until=2026-03-10')).length, 9);
  });

  test('what was masked can be neither read nor found', async () => {
    const { body } = await opened().call('GET', '/v1/reports?limit=100&q=lampu');
    assert.ok(!JSON.stringify(body).includes('3456'));
    assert.match(body.items[0].excerpt, /disamarkan/);
    assert.deepEqual((await opened().call('GET', '/v1/reports?q=081234567890')).body.items, []);
    assert.deepEqual((await opened().call('GET', '/v1/reports?q=7890')).body.items, []);
  });

  test('a cursor of other filters, and filters of no sense, are refused by name', async () => {
    const { body } = await opened().call('GET', '/v1/reports?limit=2');
    assert.equal(
      (await opened().call('GET', `/v1/reports?limit=2&q=jalan&cursor=${body.nextCursor}`)).body.code,
      'cursorInvalid',
    );
    const { status, body: problem } = await opened().call('GET', '/v1/reports?limit=0&region=xx&from=kemarin&apa=ini');
    assert.equal(status, 422);
    assert.deepEqual(
      problem.errors.map((error: { pointer: string; in: string }) => `${error.in}${error.pointer}`).sort(),
      ['query/apa', 'query/from', 'query/limit', 'query/region'],
    );
  });
});
