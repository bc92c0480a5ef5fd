import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { openProgram } from './open311-program.test.support.ts';

/** What a city's reporting site of its own does, in the order in which FixMyStreet does it: XML throughout, times of two hours. */
const openStreetSite = (opened: Parameters<typeof openProgram>[0]) => {
  const reading = openProgram(opened, { jurisdiction_id: 'sumbar' });
  const writing = openProgram(opened, { jurisdiction_id: 'sumbar', api_key: testKeys.admin });
  return {
    services: async () => (await reading.get('services.xml')).body.services.service as Record<string, string>[],
    definition: async (code: string) => (await reading.get(`services/${code}.xml`)).body.service_definition,
    async report(fields: Record<string, string>): Promise<string> {
      const { body, text } = await writing.post('requests.xml', fields);
      assert.ok(body.service_requests, text);
      return body.service_requests.request[0].service_request_id;
    },
    async requests(start: string, end: string) {
      const { body } = await reading.get('requests.xml', { start_date: start, end_date: end });
      return (body.service_requests.request ?? []) as Record<string, string>[];
    },
    async updates(start: string, end: string) {
      const { body } = await reading.get('servicerequestupdates.xml', { start_date: start, end_date: end });
      return (body.service_request_updates.request_update ?? []) as Record<string, string>[];
    },
    update: (fields: Record<string, string>, key: string = testKeys.admin) =>
      openProgram(opened, { jurisdiction_id: 'sumbar', api_key: key }).post('servicerequestupdates.xml', fields),
  };
};

const updateIdOf = ({ body, text }: Awaited<ReturnType<ReturnType<typeof openStreetSite>['update']>>): string => {
  assert.ok(body.service_request_updates, text);
  return body.service_request_updates.request_update[0].update_id;
};

onBothDatabases('a street site that speaks Open311', (opened) => {
  const act = (id: string, body: object) =>
    opened().call('POST', `/v1/desk/reports/${id}/actions`, { key: testKeys.admin, body });

  test('reports, follows what happens, and carries what its users say', async () => {
    const { clock, call } = opened();
    const site = openStreetSite(opened());
    const services = await site.services();
    const light = services.find(({ service_code: code }) => code === 'lampu-jalan');
    assert.equal(light?.['metadata'], 'true');
    const definition = await site.definition('lampu-jalan');
    const [attribute] = definition.attributes.attribute;
    assert.equal(attribute.required, 'true');

    const fields = {
      service_code: 'lampu-jalan',
      lat: '-0.95',
      long: '100.35',
      description: 'title: Lampu padam\r\n\r\ndetail: Gelap sekali di tikungan.\r\n',
      email: 'warga@contoh.example',
      first_name: 'Warga',
      last_name: 'Contoh',
      'attribute[title]': 'Lampu padam di tikungan',
      'attribute[fixmystreet_id]': '4711',
      'attribute[easting]': '531267',
      [`attribute[${attribute.code}]`]: 'PJU-9',
    };
    const id = await site.report(fields);
    assert.equal(await site.report(fields), id, 'sent again after a time-out it is the same');
    const listed = await site.requests('2026-03-10T01:00:00Z', '2026-03-10T03:00:00Z');
    assert.equal(listed.find((request) => request['service_request_id'] === id)?.['status'], 'open');

    clock.set('2026-03-10T03:00:00Z');
    await act(id, { type: 'verify' });
    await act(id, { type: 'startFollowUp', plan: 'Petugas berangkat besok.' });
    await act(id, { type: 'respond', message: 'Lampu sudah kami ganti.' });
    const window = ['2026-03-10T02:30:00Z', '2026-03-10T04:30:00Z'] as const;
    const mine = (await site.updates(...window)).filter((update) => update['service_request_id'] === id);
    assert.ok(mine.some(({ description }) => description === 'Lampu sudah kami ganti.'));
    assert.deepEqual([...new Set(mine.map(({ status }) => status))], ['open']);
    assert.equal(mine.at(-1)?.['external_status_code'], 'followedUp');
    assert.equal(new Set(mine.map(({ update_id: each }) => each)).size, mine.length);
    assert.deepEqual(await site.updates('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'), []);

    clock.set('2026-03-10T03:10:00Z');
    const said = { service_request_id: id, update_id: '9001', status: 'OPEN', description: 'Masih padam,\r\ntolong.' };
    const updateId = updateIdOf(await site.update(said));
    assert.equal(updateIdOf(await site.update(said)), updateId, 'carried once');
    const seen = (await site.updates(...window)).filter((update) => update['update_id'] === updateId);
    assert.equal(seen.length, 1, 'told under the same name as it was answered with');
    assert.equal(seen[0]?.['description'], 'Masih padam,\ntolong.');

    await act(id, { type: 'respond', message: 'Kami periksa lagi.' });
    await act(id, { type: 'complete' });
    const closed = (await site.updates(...window)).filter((update) => update['service_request_id'] === id);
    assert.equal(closed.at(-1)?.['status'], 'closed');
    const thanks = await site.update({
      service_request_id: id,
      update_id: '9002',
      status: 'CLOSED',
      description: 'Terima kasih.',
    });
    assert.equal(thanks.status, 200, thanks.text);
    assert.equal((await call('GET', `/v1/reports/${id}`)).body.status.code, 'completed', 'thanks open nothing');
    await site.update({ service_request_id: id, update_id: '9003', status: 'OPEN', description: 'Padam lagi.' });
    assert.notEqual(
      (await call('GET', `/v1/reports/${id}`)).body.status.code,
      'completed',
      'a problem that is back opens it',
    );
    clock.set('2026-03-10T02:00:00Z');
  });

  test('an update without words says what its status means, and one without either is refused', async () => {
    const site = openStreetSite(opened());
    const id = await site.report({ service_code: '_umum', description: 'Selokan tersumbat di gang.' });
    assert.equal((await site.update({ service_request_id: id, status: 'CLOSED' })).status, 200);
    const updates = await site.updates('2026-03-10T00:00:00Z', '2026-03-10T23:00:00Z');
    assert.ok(updates.some(({ description }) => description === 'Pelapor menyatakan masalahnya sudah selesai.'));
    assert.equal((await site.update({ service_request_id: id })).status, 400);
  });

  test('only a secret key of the same government may carry what reporters say, and only of reports from this door', async () => {
    const site = openStreetSite(opened());
    const id = await site.report({ service_code: '_umum', description: 'Jembatan goyang di kampung.' });
    const update = { service_request_id: id, description: 'Halo.', status: 'OPEN' };
    const expected: [string, number][] = [
      [testKeys.site, 403],
      ['sk_salah', 403],
      [testKeys.padangAdmin, 404],
      [testKeys.national, 200],
      [testKeys.liaison, 200],
    ];
    for (const [key, status] of expected)
      assert.equal((await site.update({ ...update, update_id: key }, key)).status, status, key);
    const website = await opened().call('POST', '/v1/reports', {
      body: {
        classification: 'complaint',
        title: 'Lewat situs biasa',
        content: 'Laporan yang masuk lewat situs, bukan Open311.',
      },
    });
    const other = await site.update({ ...update, service_request_id: website.body.trackingId });
    assert.equal(other.status, 404);
    assert.equal((await site.update({ description: 'x' })).status, 400);
  });

  test('an update may bring photos, and they are kept once', async () => {
    const site = openStreetSite(opened());
    const id = await site.report({ service_code: '_umum', description: 'Pagar taman roboh sebagian.' });
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const send = () => {
      const form = new FormData();
      const fields = { api_key: testKeys.admin, service_request_id: id, update_id: '77', description: 'Ini fotonya.' };
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('photo1', new Blob([pixel], { type: 'image/png' }), 'pagar.png');
      return openProgram(opened()).postForm('servicerequestupdates.json', form);
    };
    const first = await send();
    assert.equal(first.status, 200, first.text);
    assert.deepEqual((await send()).body, first.body);
    const { body } = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.admin });
    assert.equal(body.attachments.length, 1);
  });
});
