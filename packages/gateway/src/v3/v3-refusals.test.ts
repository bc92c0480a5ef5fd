import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { hostileBodies, hostileValue } from '../promises/hostile-values.test.support.ts';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import {
  callV3,
  fileSample,
  formOf,
  municipal,
  provincial,
  sampleComplaint,
  samplePdf,
} from './v3-program.test.support.ts';

const reading = [
  '/complaints',
  '/complaints/1000001/complaint',
  '/complaints/1000001/followups',
  '/masters/templates',
  '/masters/institutions/external',
  '/masters/categories',
  '/masters/locations',
  '/masters/classifications',
];
const writing = [
  '/complaints/complaint/file',
  '/complaints/complaint',
  '/complaints/process/1000001/reject',
  '/complaints/followup/add',
];

onBothDatabases('what the V3 door refuses', (opened) => {
  const every = [...reading.map((path) => ['GET', path] as const), ...writing.map((path) => ['POST', path] as const)];
  const ask = (method: 'GET' | 'POST', path: string, application: string | null, account: string | null) =>
    callV3(opened(), method, path, {
      secrets: { application, account },
      ...(method === 'POST' && { body: {} }),
    });

  test('every call with one secret, a wrong one, the same twice, a site’s key, or one of another institution', async () => {
    for (const [method, path] of every) {
      for (const [application, account, status, code] of [
        [null, null, 401, 'keyMissing'],
        [testKeys.national, null, 401, 'keyMissing'],
        [null, testKeys.admin, 401, 'keyMissing'],
        [testKeys.national, 'sk_unknown', 401, 'keyUnknown'],
        ['sk_unknown', testKeys.admin, 401, 'keyUnknown'],
        [testKeys.admin, testKeys.admin, 403, 'scopeInsufficient'],
        [testKeys.site, testKeys.admin, 403, 'scopeInsufficient'],
        [testKeys.admin, testKeys.site, 403, 'scopeInsufficient'],
        [testKeys.padangAdmin, testKeys.admin, 403, 'scopeInsufficient'],
        [testKeys.liaison, testKeys.admin, 403, 'scopeInsufficient'],
      ] as const) {
        const { body, ...answer } = await ask(method, path, application, account);
        assert.deepEqual([answer.status, body.code, body.success], [status, code, false], `${method} ${path}`);
        assert.ok(typeof body.message === 'string' && body.message.length > 10);
      }
    }
  });

  test('a secret may stand there with or without the word before it', async () => {
    for (const [authorization, token] of [
      [testKeys.national, `Bearer ${testKeys.admin}`],
      [`bearer ${testKeys.national}`, testKeys.admin],
    ] as const) {
      const request = new Request('http://localhost:1708/lapor/3.0.0/masters/categories', {
        headers: { authorization, token },
      });
      assert.equal((await opened().gateway.fetch(request, {})).status, 200);
    }
  });

  test('what another institution filed and handles: it is not there', async () => {
    const id = await fileSample(opened(), { is_secret: true, tags_raw: '#rahasia' });
    for (const path of [`/complaints/${id}/complaint`, `/complaints/${id}/followups`])
      assert.equal((await callV3(opened(), 'GET', path, { secrets: municipal })).status, 404);
    const say = (texts: Record<string, string | number>) =>
      callV3(opened(), 'POST', '/complaints/followup/add', { body: formOf(texts), secrets: municipal });
    assert.equal((await say({ complaint_id: id, content: 'Bukan milik saya.', rating: 5 })).status, 404);
    for (const search of [String(id), '#rahasia', 'jembatan']) {
      const path = `/complaints?search=${encodeURIComponent(search)}`;
      const { body } = await callV3(opened(), 'GET', path, { secrets: municipal });
      assert.deepEqual(body.results.data, [], search);
    }
  });

  test('a reporter’s word from whoever handles the complaint but did not file it', async () => {
    const { body: filed } = await opened().call('POST', '/v1/reports', {
      body: { classification: 'complaint', title: 'Lampu padam', content: 'Lampu jalan padam sejak Senin.' },
    });
    const id = filed.trackingId;
    assert.equal((await callV3(opened(), 'GET', `/complaints/${id}/complaint`)).status, 200, 'its handler sees it');
    for (const texts of [{ content: 'Saya pelapor.' }, { rating: 5 }, { template_code: 'reporter-withdrawal' }]) {
      const body = formOf({ complaint_id: id, ...texts });
      assert.equal((await callV3(opened(), 'POST', '/complaints/followup/add', { body })).status, 422);
    }
    assert.equal((await callV3(opened(), 'GET', '/complaints?search=lampu+padam')).body.results.total, 0);
  });

  test('a word that is to be secret on a complaint that is not: it could not be kept so', async () => {
    const id = await fileSample(opened());
    const say = (is_secret: string) =>
      callV3(opened(), 'POST', '/complaints/followup/add', {
        body: formOf({ complaint_id: id, content: 'Jangan disebarkan.', is_secret }),
      });
    const refused = await say('1');
    assert.deepEqual([refused.status, Object.keys(refused.body.errors)], [422, ['is_secret']]);
    assert.equal((await say('0')).status, 200);
  });

  test('files that are too many, too large, of no kind that is taken, or somebody else’s', async () => {
    const send = (files: readonly File[], secrets = provincial) =>
      callV3(opened(), 'POST', '/complaints/complaint/file', { body: formOf({}, { 'attachments[]': files }), secrets });
    const many = Array.from({ length: 12 }, (_, index) => samplePdf(`${index}.pdf`));
    assert.equal((await send(many)).status, 422);
    assert.equal((await send([new File(['MZ\u0090\u0000'], 'surat.exe')])).status, 422);
    const large = new File([new Uint8Array(3_000_000)], 'besar.pdf', { type: 'application/pdf' });
    assert.ok([413, 422].includes((await send([large])).status));
    assert.equal((await send([])).status, 422);
    const foreign = (await send([samplePdf('surat.pdf')], municipal)).body.results.docs[0].id;
    const stolen = await callV3(opened(), 'POST', '/complaints/complaint', {
      body: sampleComplaint({ attachments: `[${foreign}].` }),
    });
    assert.equal(stolen.status, 422);
    assert.ok(!JSON.stringify(stolen.body).includes('surat.pdf'));
  });

  test('numbers that nobody gave, dates that are none or have not come, and an address that is none', async () => {
    for (const [change, member] of [
      [{ category_id: 436 }, 'category_id'],
      [{ location_id: 34 }, 'location_id'],
      [{ disposition_id: 'abc' }, 'disposition_id'],
      [{ classification_id: 99 }, 'classification_id'],
      [{ classification_id: null }, 'classification_id'],
      [{ attachments: '[12345678].' }, 'attachments'],
      [{ attachments: { a: 1 } }, 'attachments'],
      [{ is_secret: 'mungkin' }, 'is_secret'],
      [{ date_of_incident: '31-02-2026' }, 'date_of_incident'],
      [{ date_of_incident: '2027-01-01' }, 'date_of_incident'],
      [{ emailUser: 'bukan alamat' }, 'emailUser'],
      [{ title: ['a'] }, 'title'],
      [{ content: '' }, 'content'],
    ] as const) {
      const { status, body } = await callV3(opened(), 'POST', '/complaints/complaint', {
        body: sampleComplaint(change),
      });
      assert.equal(status, 422, JSON.stringify(change));
      assert.deepEqual(Object.keys(body.errors), [member], JSON.stringify(body));
    }
  });

  test('anything at all, without ever breaking down, and it keeps nothing of it', async () => {
    const sound = sampleComplaint();
    const known = async () => (await opened().gateway.engine.database.query('select id from report')).length;
    const place = fc.constantFrom(...Object.keys(sound));
    const spoilt = fc.oneof(
      fc.tuple(place, hostileValue).map(([name, value]) => JSON.stringify({ ...sound, [name]: value }) ?? ''),
      fc.constantFrom(...hostileBodies),
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async (body) => {
        const count = await known();
        const answer = await callV3(opened(), 'POST', '/complaints/complaint', {
          body:
            Buffer.isBuffer(body) || typeof body !== 'string' ? Buffer.from(body as never).toString('latin1') : body,
        });
        assert.ok(answer.status < 500, `${answer.status} for ${String(body).slice(0, 200)}`);
        assert.equal((await known()) - count, answer.status === 200 ? 1 : 0);
      }),
      { numRuns: 120 },
    );
  });

  test('hostile texts in forms, paths and queries, without ever breaking down', async () => {
    const id = await fileSample(opened());
    const names = [
      'complaint_id',
      'content',
      'rating',
      'is_secret',
      'template_code',
      'institution_from_id',
      'institution_to_id',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 60 }), async (name, text) => {
        const body = formOf({ complaint_id: id, content: 'Uji.', [name]: text.toWellFormed() });
        const said = await callV3(opened(), 'POST', '/complaints/followup/add', { body });
        assert.ok(said.status < 500, `${said.status} for ${name} ${text}`);
        const encoded = encodeURIComponent(text.toWellFormed());
        for (const path of [
          `/complaints?search=${encoded}&page=${encoded}&page_size=${encoded}`,
          `/complaints/${encoded}/complaint`,
          `/complaints/${id}/followups?page=${encoded}`,
          `/masters/locations?parent_id=${encoded}`,
        ])
          assert.ok((await callV3(opened(), 'GET', path)).status < 500, path);
      }),
      { numRuns: 40 },
    );
  });
});

test('the headers of the secrets can be called otherwise, and then the usual ones open nothing', async () => {
  const opened = await openTestGateway(
    { memory: true },
    { v3: { authorizationHeader: 'auth', tokenHeader: 'x-lapor-token' } },
  );
  const headers = { auth: testKeys.national, 'x-lapor-token': testKeys.admin };
  const none = { application: null, account: null };
  const path = '/masters/categories';
  assert.equal((await callV3(opened, 'GET', path, { secrets: none, headers })).status, 200);
  assert.equal((await callV3(opened, 'GET', path)).status, 401);
  await opened.gateway.close();
});

test('who asks too often is told to wait, by key and, without one, by address', async () => {
  const limit = { calls: 3, seconds: 60 };
  const opened = await openTestGateway({ memory: true }, { rateLimits: { read: limit, write: limit, desk: limit } });
  for (const secrets of [provincial, { application: 'sk_guess', account: 'sk_guess' }]) {
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1)
      statuses.push((await callV3(opened, 'GET', '/masters/categories', { secrets })).status);
    assert.equal(statuses[3], 429, String(statuses));
  }
  await opened.gateway.close();
});
