import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { openProgram } from './open311-program.test.support.ts';

/** Invented people and secrets, each easy to find again. */
const planted = {
  name: 'Zainab Contohwati',
  email: 'zainab.contohwati@contoh.example',
  phone: '+6281399990001',
  nik: '1371015501990003',
  secret: 'kata-rahasia-mangkuk-biru',
};

onBothDatabases('what the Open311 door tells', (opened) => {
  const sumbar = () => openProgram(opened(), { jurisdiction_id: 'sumbar' });

  test('is nothing of who reported, nothing confidential, no token, and no note', async () => {
    const { call } = opened();
    const reporter = { name: planted.name, email: planted.email, phone: planted.phone };
    const filed = await call('POST', '/v1/reports', {
      body: sampleReport({
        reporter,
        content: `Lampu padam sejak kemarin. NIK saya ${planted.nik}, telepon ${planted.phone}.`,
      }),
    });
    const hidden = await call('POST', '/v1/reports', {
      body: sampleReport({ reporter, confidential: true, content: `Ini ${planted.secret} yang panjang sekali.` }),
    });
    const posted = await sumbar().post('requests.json', {
      api_key: testKeys.site,
      service_code: '_umum',
      confidential: 'true',
      description: `Lewat Open311: ${planted.secret} yang panjang.`,
      email: planted.email,
    });
    await call('POST', `/v1/desk/reports/${filed.body.trackingId}/actions`, {
      key: testKeys.admin,
      body: { type: 'note', message: `Catatan: ${planted.secret}` },
    });
    await call('POST', `/v1/reports/${filed.body.trackingId}/replies`, {
      key: filed.body.token,
      body: { message: `Hubungi saya di ${planted.email} atau ${planted.phone}.` },
    });
    const hiddenIds = [hidden.body.trackingId, posted.body[0].service_request_id];
    const paths = [
      'discovery.json',
      'services.json',
      'requests.json',
      'requests.xml',
      'servicerequestupdates.json',
      'servicerequestupdates.xml',
      `requests/${filed.body.trackingId}.json`,
      `requests/${filed.body.trackingId}.xml`,
      ...hiddenIds.flatMap((id) => [`requests/${id}.json`, `requests/${id}.xml`]),
    ];
    const secrets = [...Object.values(planted), filed.body.token, hidden.body.token, '081399990001'];
    for (const path of paths) {
      const { text } = await sumbar().get(path, path.includes('requests.') ? { extensions: 'true' } : {});
      for (const secret of secrets) assert.ok(!text.includes(secret), `${path} tells ${secret}`);
    }
    for (const id of hiddenIds) {
      assert.equal((await sumbar().get(`requests/${id}.json`)).status, 404);
      assert.deepEqual((await sumbar().get('requests.json', { service_request_id: id })).body, []);
      assert.deepEqual((await sumbar().get('servicerequestupdates.json', { service_request_id: id })).body, []);
    }
  });

  test('is never an error of ours, whatever is sent', async () => {
    const name = fc.constantFrom(
      'api_key',
      'service_code',
      'lat',
      'long',
      'address_string',
      'description',
      'email',
      'first_name',
      'phone',
      'media_url',
      'attribute[nomor-tiang]',
      'attribute[classification]',
      'attribute[date]',
      'attribute[region_code]',
      'jurisdiction_id',
      'service_request_id',
      'update_id',
      'status',
      'start_date',
      'end_date',
      'page',
      'page_size',
      'extensions',
      '__proto__',
    );
    const value = fc.oneof(
      fc.constantFrom(
        testKeys.site,
        testKeys.admin,
        'lampu-jalan',
        '_umum',
        'sumbar',
        'open',
        'true',
        '1000001',
        '2026-01-01',
        '-0.9',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '0'.repeat(400),
        '💧'.repeat(300),
        '\u0000',
        '\ud800',
        '2026-13-45T99:99:99Z',
        '9'.repeat(30),
        "');drop table report;--",
      ),
    );
    const path = fc.oneof(
      fc.constantFrom('requests.json', 'requests.xml', 'servicerequestupdates.xml', 'services.xml', 'discovery.json'),
      fc.string({ unit: 'binary', maxLength: 12 }).map((id) => `requests/${encodeURIComponent(id.toWellFormed())}.xml`),
      fc.string({ maxLength: 12 }).map((id) => `services/${encodeURIComponent(id)}.json`),
    );
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.array(fc.tuple(name, value), { maxLength: 8 }),
        fc.boolean(),
        async (where, fields, isPost) => {
          const given: [string, string][] = [['jurisdiction_id', 'sumbar'], ['api_key', testKeys.admin], ...fields];
          const { status, text } = isPost
            ? await openProgram(opened()).post(where, given)
            : await openProgram(opened()).get(where, Object.fromEntries(given));
          assert.ok(status < 500, `${isPost ? 'POST' : 'GET'} ${where} ${JSON.stringify(fields)}: ${status} ${text}`);
        },
      ),
      {
        numRuns: 150,
        // The database knows no text with this character, wherever it comes from.
        examples: [
          ['requests/%00.xml', [], false],
          // No header can carry this one.
          [
            'requests.json',
            [
              ['jurisdiction_id', ''],
              ['api_key', 'Ā'],
            ],
            false,
          ],
          ['tokens/%00.json', [], false],
          ['services/%00.json', [], false],
          ['requests.json', [['service_code', '\u0000']], false],
          ['requests.json', [['service_request_id', '1,\u0000']], false],
          ['requests.json', [['description', 'Lampu\u0000padam']], true],
          ['servicerequestupdates.json', [['service_request_id', '\u0000']], true],
        ],
      },
    );
  });
});
