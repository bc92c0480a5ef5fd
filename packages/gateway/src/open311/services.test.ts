import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { openProgram } from './open311-program.test.support.ts';

const questions = [
  { id: 'nomor-tiang', type: 'text', label: 'Nomor tiang', required: true, maxLength: 20 },
  { id: 'cerita', type: 'text', label: 'Ceritakan', required: false, maxLength: 2000 },
  { id: 'jumlah', type: 'number', label: 'Berapa lampu?', required: false },
  { id: 'sejak', type: 'date', label: 'Sejak kapan?', required: false },
  { id: 'bahaya', type: 'boolean', label: 'Berbahaya?', required: false },
  { id: 'warna', type: 'choice', label: 'Warna?', required: false, options: [{ value: 'putih', label: 'Putih' }] },
  { id: 'waktu', type: 'choices', label: 'Kapan?', required: false, options: [{ value: 'malam', label: 'Malam' }] },
];

onBothDatabases('services at the Open311 door', (opened) => {
  before(async () => {
    const { database, directory } = opened().gateway.engine;
    await database.query(
      `insert into category (id, name, parent_id, institution_id, selectable, questions, position) values
       ('pju', 'Lampu & "tiang"', 'infrastruktur', null, true, $1::jsonb, 5),
       ('judul', 'Hanya judul', null, null, false, '[]', 6),
       ('parkir-padang', 'Parkir', null, 'padang', true, '[]', 7)`,
      [JSON.stringify(questions)],
    );
    directory.clear();
  });

  test('discovery leads to the door, in both forms, from any page', async () => {
    const program = openProgram(opened());
    const { body, headers, status } = await program.get('discovery.json');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    const [endpoint] = body.endpoints;
    assert.equal(endpoint.specification, 'http://wiki.open311.org/GeoReport_v2');
    assert.equal(endpoint.url, 'http://localhost:1708/open311/v2');
    assert.deepEqual(endpoint.formats, ['text/xml', 'application/json']);
    const xml = await program.get('discovery.xml');
    assert.equal(xml.headers.get('content-type'), 'text/xml; charset=utf-8');
    assert.match(xml.text, /^<\?xml version="1\.0" encoding="utf-8"\?>/);
    assert.deepEqual(xml.body.discovery.endpoints.endpoint[0].formats.format, endpoint.formats);
  });

  test('services of a jurisdiction are its selectable categories, and one for everything else', async () => {
    const program = openProgram(opened(), { jurisdiction_id: 'sumbar' });
    const { body } = await program.get('services.json');
    assert.deepEqual(
      body.map((service: { service_code: string }) => service.service_code),
      ['infrastruktur', 'lampu-jalan', 'pju', '_umum'],
    );
    const pju = body[2];
    assert.equal(pju.metadata, true);
    assert.equal(body[0].metadata, false);
    assert.equal(pju.type, 'realtime');
    assert.equal(pju.group, 'Pekerjaan Umum dan Penataan Ruang');
    assert.equal(body[0].group, null, 'what is not there is null, never an empty text');
    const padang = await openProgram(opened(), { jurisdiction_id: 'padang' }).get('services.json');
    assert.ok(padang.body.some((service: { service_code: string }) => service.service_code === 'parkir-padang'));
  });

  test('XML says the same as JSON', async () => {
    const program = openProgram(opened(), { jurisdiction_id: 'sumbar' });
    const json = (await program.get('services.json')).body as Record<string, string | boolean | null>[];
    const xml = (await program.get('services.xml')).body.services.service as Record<string, string>[];
    assert.deepEqual(
      xml,
      json.map((service) =>
        Object.fromEntries(Object.entries(service).map(([name, value]) => [name, value === null ? '' : String(value)])),
      ),
    );
  });

  test('each kind of question becomes the datatype of the specification', async () => {
    const program = openProgram(opened(), { jurisdiction_id: 'sumbar' });
    const { body } = await program.get('services/pju.json');
    assert.equal(body.service_code, 'pju');
    assert.deepEqual(
      body.attributes.map(({ code, datatype, order }: Record<string, unknown>) => [code, datatype, order]),
      [
        ['nomor-tiang', 'string', 1],
        ['cerita', 'text', 2],
        ['jumlah', 'number', 3],
        ['sejak', 'datetime', 4],
        ['bahaya', 'singlevaluelist', 5],
        ['warna', 'singlevaluelist', 6],
        ['waktu', 'multivaluelist', 7],
      ],
    );
    assert.equal(body.attributes[0].required, true);
    assert.equal(body.attributes[0].variable, true);
    assert.deepEqual(body.attributes[5].values, [{ key: 'putih', name: 'Putih' }]);
    const xml = await program.get('services/pju.xml');
    assert.equal(xml.body.service_definition.attributes.attribute[6].values.value[0].key, 'malam');
  });

  test('a jurisdiction must be named where there are several, and must exist', async () => {
    const program = openProgram(opened());
    const missing = await program.get('services.json');
    assert.equal(missing.status, 400);
    assert.match(missing.body[0].description, /jurisdiction_id/);
    assert.equal(missing.body[0].code, 400);
    const unknown = await program.get('services.xml', { jurisdiction_id: 'atlantis' });
    assert.equal(unknown.status, 404);
    assert.equal(unknown.body.errors.error[0].code, '404');
    assert.equal((await program.get('services.json', { api_key: 'pk_test_padang' })).status, 200);
  });

  test('what is not there, and what is not done, is told in the form that was asked for', async () => {
    const program = openProgram(opened(), { jurisdiction_id: 'sumbar' });
    assert.equal((await program.get('services/tidak-ada.json')).status, 404);
    assert.equal((await program.get('services/judul.json')).status, 404, 'a heading is no service');
    assert.equal((await program.get('constructor.json')).body[0].code, 404);
    assert.equal((await program.get('services/a.xml')).body.errors.error[0].code, '404');
    const posted = await program.post('services.json', {});
    assert.equal(posted.status, 405);
    assert.equal(posted.headers.get('allow'), 'GET');
    const english = await program.get('services/tidak-ada.json', {}, { 'accept-language': 'en' });
    assert.match(english.body[0].description, /not known/);
  });

  test('without an ending the headers choose, and XML where they do not', async () => {
    const program = openProgram(opened(), { jurisdiction_id: 'sumbar' });
    assert.match((await program.get('services')).headers.get('content-type') ?? '', /xml/);
    const json = await program.get('services', {}, { accept: 'application/json' });
    assert.match(json.headers.get('content-type') ?? '', /json/);
  });
});
