import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Boundaries, regencyAt } from '@lapor/schemas/regions';
import { onBothDatabases } from '../both-databases.test.support.ts';

interface Found {
  readonly items: readonly { code: string; fullName: string; within?: string }[];
}

onBothDatabases('the directory of regions', (opened) => {
  const list = async (query: Record<string, string>) => {
    const { status, body } = await opened().call('GET', `/v1/regions?${new URLSearchParams(query).toString()}`);
    assert.equal(status, 200);
    return (body as Found).items;
  };
  const named = async (q: string, parent = '13') =>
    (await list({ q, parent, limit: '8' })).map(({ fullName, within }) => `${fullName}, ${within}`);

  test('who types Padang sees the city and its namesakes apart, before any district or village', async () => {
    assert.deepEqual((await named('padang')).slice(0, 4), [
      'Kota Padang, Provinsi Sumatera Barat',
      'Kota Padang Panjang, Provinsi Sumatera Barat',
      'Kabupaten Padang Pariaman, Provinsi Sumatera Barat',
      'Kecamatan Padang Laweh, Kabupaten Dharmasraya, Provinsi Sumatera Barat',
    ]);
  });

  test('districts and villages of a province are found with all that they lie in', async () => {
    assert.deepEqual(await named('padang utara'), ['Kecamatan Padang Utara, Kota Padang, Provinsi Sumatera Barat']);
    assert.deepEqual(await named('padang besi'), [
      'Kelurahan Padang Besi, Kecamatan Lubuk Kilangan, Kota Padang, Provinsi Sumatera Barat',
    ]);
    assert.deepEqual(await named('padang besi', '13.71.07'), await named('padang besi'));
  });

  test('a slip is forgiven, but no village is guessed for it', async () => {
    assert.equal((await named('padnag utara'))[0], 'Kecamatan Padang Utara, Kota Padang, Provinsi Sumatera Barat');
    assert.deepEqual(await named('padang besj'), []);
  });

  test('two letters begin no village', async () => {
    const codes = (await list({ q: 'pa', parent: '13', limit: '100' })).map(({ code }) => code);
    assert.ok(codes.includes('13.71') && codes.includes('13.71.04'));
    assert.deepEqual(
      codes.filter((code) => code.length > 8),
      [],
    );
  });

  test('a list below a parent does not tell where it lies, which its reader knows', async () => {
    assert.equal((await list({ parent: '13' }))[0]?.within, undefined);
  });

  test('the borders of a province tell the regency around a point', async () => {
    const { status, headers, body } = await opened().call('GET', '/v1/regions/13/boundaries');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/json');
    assert.match(headers.get('cache-control') ?? '', /max-age=86400/);
    const boundaries = (typeof body === 'string' ? JSON.parse(body) : body) as Boundaries;
    assert.equal(regencyAt({ latitude: -0.949, longitude: 100.354 }, boundaries)?.code, '13.71');
    const again = await opened().call('GET', '/v1/regions/13/boundaries', {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
  });

  test('only a province has borders to ask for', async () => {
    for (const code of ['13.71', '99', '13.71.04'])
      assert.equal((await opened().call('GET', `/v1/regions/${code}/boundaries`)).status, 404, code);
  });
});
