import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { openProgram } from './open311-program.test.support.ts';

/** What the published JSON Schemas of GeoReport v2 say of one service request: which members there are, and of what type. */
const shape: Readonly<Record<string, readonly string[]>> = {
  service_request_id: ['string'],
  status: ['string'],
  status_notes: ['string', 'null'],
  service_name: ['string'],
  service_code: ['string'],
  description: ['string', 'null'],
  agency_responsible: ['string', 'null'],
  service_notice: ['string', 'null'],
  requested_datetime: ['string'],
  updated_datetime: ['string'],
  expected_datetime: ['string', 'null'],
  address: ['string', 'null'],
  address_id: ['string', 'null'],
  zipcode: ['string', 'null'],
  lat: ['number', 'null'],
  long: ['number', 'null'],
  media_url: ['string', 'null'],
};

const typeOf = (value: unknown): string => (value === null ? 'null' : typeof value);

const requireShape = (request: Record<string, unknown>): void => {
  assert.deepEqual(Object.keys(request).sort(), Object.keys(shape).sort());
  for (const [name, types] of Object.entries(shape)) {
    assert.ok(types.includes(typeOf(request[name])), `${name} is ${typeOf(request[name])}`);
    assert.notEqual(request[name], '', name);
  }
  for (const name of ['requested_datetime', 'updated_datetime'])
    assert.match(String(request[name]), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, name);
};

const pothole = {
  api_key: testKeys.site,
  service_code: '_umum',
  lat: '-0.91234',
  long: '100.35678',
  address_string: 'Jalan Khatib Sulaiman 5',
  description: 'Lubang besar di depan pasar. Sudah dua orang jatuh.',
};

onBothDatabases('service requests at the Open311 door', (opened) => {
  const program = () => openProgram(opened());
  const sumbar = () => openProgram(opened(), { jurisdiction_id: 'sumbar' });

  test('a posted request is a report with its words, place and reporter', async () => {
    const posted = await program().post('requests.json', {
      ...pothole,
      service_code: 'lampu-jalan',
      'attribute[nomor-tiang]': 'PJU-117',
      email: 'rina@contoh.example',
      first_name: 'Rina',
      last_name: 'Permata',
      phone: '0812-3456-7890',
      device_id: 'tt222111',
    });
    assert.equal(posted.status, 200, posted.text);
    const [{ service_request_id: id, service_notice: notice, account_id: account }] = posted.body;
    assert.match(id, /^\d+$/);
    assert.match(notice, new RegExp(`number=${id}`));
    assert.equal(account, null);
    const { body: report } = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.admin });
    assert.equal(report.channel, 'open311');
    assert.equal(report.title, 'Lubang besar di depan pasar');
    assert.equal(report.content, pothole.description);
    assert.deepEqual(report.answers, { 'nomor-tiang': 'PJU-117' });
    assert.equal(report.reporter.name, 'Rina Permata');
    assert.equal(report.reporter.phone, '+6281234567890');
    assert.equal(report.place.landmark, pothole.address_string);
    assert.ok(!JSON.stringify(report).includes('tt222111'), 'what identifies a device is not kept');
  });

  test('JSON has the published shape, and XML says the same', async () => {
    await program().post('requests.json', { ...pothole, service_code: 'infrastruktur' });
    await opened().call('POST', '/v1/reports', { body: sampleReport({ incident: undefined }) });
    const json = await sumbar().get('requests.json');
    assert.ok(json.body.length >= 2);
    for (const request of json.body) requireShape(request);
    assert.ok(
      json.body.some(({ lat, long }: Record<string, unknown>) => lat === null && long === null),
      'a report without a position is listed all the same',
    );
    assert.ok(
      json.body.some(({ lat, long }: Record<string, unknown>) => lat === -0.912 && long === 100.357),
      'a position is rounded as everywhere in public',
    );
    const xml = await sumbar().get('requests.xml');
    assert.deepEqual(
      xml.body.service_requests.request,
      json.body.map((request: object) =>
        Object.fromEntries(Object.entries(request).map(([name, value]) => [name, value === null ? '' : String(value)])),
      ),
    );
  });

  test('line ends of other systems read the same in XML and JSON', async () => {
    const description = 'Baris pertama yang cukup panjang.\r\nBaris kedua.\rBaris ketiga.';
    const { body } = await program().post('requests.json', { ...pothole, description });
    const path = `requests/${body[0].service_request_id}`;
    const json = (await sumbar().get(`${path}.json`)).body[0].description;
    assert.equal(json, 'Baris pertama yang cukup panjang.\nBaris kedua.\nBaris ketiga.');
    assert.equal((await sumbar().get(`${path}.xml`)).body.service_requests.request[0].description, json);
  });

  test('each filter finds what it says, and nothing else', async () => {
    const { clock, call } = opened();
    const start = clock.now();
    clock.set('2027-01-10T00:00:00Z');
    const old = (await program().post('requests.json', { ...pothole, description: 'Laporan yang lama sekali.' }))
      .body[0];
    clock.set('2027-03-01T00:00:00Z');
    const light = (
      await program().post('requests.json', { ...pothole, service_code: 'lampu-jalan', 'attribute[nomor-tiang]': '1' })
    ).body[0];
    const closed = (await program().post('requests.json', { ...pothole, description: 'Laporan yang diarsipkan.' }))
      .body[0];
    await call('POST', `/v1/desk/reports/${closed.service_request_id}/actions`, {
      key: testKeys.admin,
      body: { type: 'archive', reasonCode: 'tooGeneral', reason: 'Hanya percobaan.' },
    });
    clock.set('2027-04-20T00:00:00Z');
    const ids = async (query: Record<string, string>) => {
      const { body, text } = await sumbar().get('requests.json', query);
      assert.ok(Array.isArray(body), text);
      return body.map((request: { service_request_id: string }) => request.service_request_id);
    };
    const [oldId, lightId, closedId] = [old, light, closed].map(({ service_request_id: id }) => id);
    assert.deepEqual(await ids({}), [closedId, lightId], 'the last 90 days');
    assert.deepEqual(await ids({ status: 'closed' }), [closedId]);
    assert.deepEqual(await ids({ status: 'open' }), [lightId]);
    assert.deepEqual(await ids({ status: 'open,closed' }), [closedId, lightId]);
    assert.deepEqual(await ids({ service_code: 'lampu-jalan' }), [lightId]);
    assert.deepEqual(await ids({ service_code: '_umum' }), [closedId]);
    assert.deepEqual(await ids({ service_code: '_umum,lampu-jalan' }), [closedId, lightId]);
    assert.deepEqual(await ids({ start_date: '2027-01-01T00:00:00Z', end_date: '2027-01-31T00:00:00Z' }), [oldId]);
    assert.deepEqual(await ids({ start_date: '2027-01-10T07:00:00+07:00', end_date: '2027-01-10' }), [oldId]);
    assert.deepEqual(await ids({ end_date: '2027-02-01T00:00:00Z' }), [oldId]);
    assert.deepEqual(await ids({ start_date: '2027-02-01T00:00:00Z' }), [closedId, lightId]);
    assert.deepEqual(await ids({ service_request_id: `${oldId}, ${lightId}`, status: 'closed' }), [lightId, oldId]);
    assert.deepEqual(await ids({ page_size: '1' }), [closedId]);
    assert.deepEqual(await ids({ page_size: '1', page: '2' }), [lightId]);
    assert.deepEqual(await ids({ page_size: '1', page: '3' }), []);
    assert.deepEqual(
      await ids({ service_request_id: '', status: '' }),
      [closedId, lightId],
      'an empty one counts as not sent',
    );
    const padang = await openProgram(opened(), { jurisdiction_id: 'padang' }).get('requests.json');
    assert.deepEqual(padang.body, [], 'another jurisdiction has none of them');
    const shown = (await sumbar().get(`requests/${closedId}.json`, { extensions: 'true' })).body[0];
    assert.equal(shown.status, 'closed');
    assert.equal(shown.extended_attributes.detailed_status, 'archived');
    clock.set(start);
  });

  test('what cannot be read is refused by name', async () => {
    const faults: [Record<string, string>, RegExp][] = [
      [{ start_date: 'kemarin' }, /start_date/],
      [{ end_date: '2026-02-30T00:00:00Z' }, /end_date/],
      [{ start_date: '0000-01-01T00:00:00Z' }, /start_date/],
      [{ start_date: '2026-01-01T00:00:00' }, /start_date/],
      [{ start_date: '2026-01-01T00:00:00Z', end_date: '2026-05-01T00:00:00Z' }, /90/],
      [{ start_date: '2026-02-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }, /end_date/],
      [{ status: 'proses' }, /open/],
      [{ page_size: '1001' }, /page_size/],
      [{ page: '0' }, /page/],
    ];
    for (const [query, words] of faults) {
      const { status, body } = await sumbar().get('requests.json', query);
      assert.equal(status, 400, JSON.stringify(query));
      assert.match(body[0].description, words);
    }
  });

  test('a request without rights, service or half a position is refused as the specification says', async () => {
    const cases: [Record<string, string>, number, RegExp][] = [
      [{ api_key: '' }, 403, /api_key/],
      [{ api_key: 'pk_salah' }, 403, /api_key/],
      [{ api_key: `rt_1_${'x'.repeat(43)}` }, 403, /api_key/],
      [{ service_code: '' }, 400, /service_code/],
      [{ service_code: 'tidak-ada' }, 404, /service_code/],
      [{ jurisdiction_id: 'padang' }, 403, /jurisdiction_id/],
      [{ jurisdiction_id: 'atlantis' }, 404, /jurisdiction_id/],
      [{ long: '' }, 400, /long/],
      [{ lat: 'utara' }, 400, /lat/],
      [{ lat: '91' }, 400, /lat/],
      [{ email: 'bukan surel' }, 400, /email/],
      [{ phone: '12' }, 400, /phone/],
      [{ service_code: 'lampu-jalan' }, 400, /attribute\[nomor-tiang\]/],
    ];
    for (const [change, status, words] of cases) {
      const json = await program().post('requests.json', { ...pothole, ...change });
      assert.equal(json.status, status, `${JSON.stringify(change)}: ${json.text}`);
      assert.equal(json.body[0].code, status);
      assert.match(json.body[0].description, words);
      const xml = await program().post('requests.xml', { ...pothole, ...change });
      assert.equal(xml.status, status);
      assert.equal(xml.body.errors.error[0].description, json.body[0].description);
    }
    const elsewhere = await program().post('requests.json', pothole, { origin: 'https://palsu.example' });
    assert.equal(elsewhere.status, 403, "a page's key works only on the page's own origins");
  });

  test('a request without a place, or without words, is accepted', async () => {
    const { api_key, service_code } = pothole;
    const { status, body } = await program().post('requests.json', { api_key, service_code });
    assert.equal(status, 200);
    const shown = (await sumbar().get(`requests/${body[0].service_request_id}.json`)).body[0];
    assert.equal(shown.description, 'Laporan umum');
  });

  test('the same request sent again is the same report, and a changed one is another', async () => {
    const id = async (fields: Record<string, string>) =>
      (await program().post('requests.json', { ...pothole, ...fields })).body[0].service_request_id;
    const own = { 'attribute[fixmystreet_id]': '8001', description: 'Pohon tumbang di jalan besar.' };
    const first = await id(own);
    assert.equal(await id(own), first);
    assert.notEqual(await id({ ...own, description: 'Pohon tumbang menutup seluruh jalan.' }), first);
    const device = { device_id: 'd-1', description: 'Sampah menumpuk di tepi kali.' };
    assert.equal(await id(device), await id(device));
    opened().clock.set('2026-03-11T05:00:00Z');
    const later = await id(device);
    opened().clock.set('2026-03-10T02:00:00Z');
    assert.notEqual(await id(device), later, 'on another day it is another report');
    const unsigned = { description: 'Trotoar rusak di depan sekolah.' };
    assert.notEqual(await id(unsigned), await id(unsigned));
  });

  test('a request that is under way already gets a token, which becomes its number', async () => {
    const fields = { ...pothole, device_id: 'd-2', description: 'Dikirim dua kali bersamaan.' };
    const answers = await Promise.all([1, 2, 3].map(() => program().post('requests.json', fields)));
    const numbers = new Set<string>();
    for (const { status, body } of answers) {
      assert.equal(status, 200);
      const [{ token, service_request_id: id }] = body;
      assert.equal(token === undefined, id !== undefined);
      numbers.add(id ?? (await program().get(`tokens/${token}.json`)).body[0].service_request_id);
    }
    assert.equal(numbers.size, 1);
    assert.equal((await program().get('tokens/0.json')).status, 404);
    assert.equal((await program().get(`tokens/${'0'.repeat(64)}.xml`)).status, 404);
  });

  test('photos that come along are kept, once however often they come, and shown to nobody outside', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const form = () => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ ...pothole, external_id: '77' })) data.append(name, value);
      data.append('photo1', new Blob([pixel], { type: 'image/png' }), 'lubang.png');
      return data;
    };
    const first = await program().postForm('requests.json', form());
    assert.equal(first.status, 200, first.text);
    const id = first.body[0].service_request_id;
    assert.equal((await program().postForm('requests.json', form())).body[0].service_request_id, id);
    const { body } = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.admin });
    assert.equal(body.attachments.length, 1);
    assert.equal((await sumbar().get(`requests/${id}.json`)).body[0].media_url, null);
  });

  test('addresses of photos are for the officers alone', async () => {
    const url = 'https://foto.example/rahasia-1.jpg';
    const fields = { ...pothole, external_id: '78', media_url: url };
    const { body } = await program().post('requests.json', fields);
    await program().post('requests.json', fields);
    const id = body[0].service_request_id;
    const desk = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.admin });
    assert.equal(JSON.stringify(desk.body).split(url).length - 1, 1, 'noted once');
    for (const path of [`requests/${id}.json`, `servicerequestupdates.json`])
      assert.ok(!(await sumbar().get(path)).text.includes(url));
  });

  test('a secret key files for its own institution, and for sites that it may speak for', async () => {
    const own = await program().post('requests.json', { ...pothole, api_key: testKeys.liaison });
    assert.equal(own.status, 200, own.text);
    const site = await program().post('requests.json', {
      ...pothole,
      api_key: testKeys.admin,
      jurisdiction_id: 'sumbar',
    });
    assert.equal(site.status, 200);
    const other = await program().post('requests.json', {
      ...pothole,
      api_key: testKeys.padangAdmin,
      jurisdiction_id: 'sumbar',
    });
    assert.equal(other.status, 403);
  });
});
