import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import {
  callV3,
  fileSample,
  formOf,
  mastersOf,
  municipal,
  provincial,
  sampleComplaint,
  samplePdf,
  samplePhoto,
} from './v3-program.test.support.ts';

onBothDatabases('a program at the V3 door', (opened) => {
  const see = (path: string, secrets = provincial) => callV3(opened(), 'GET', path, { secrets });
  const say = (texts: Record<string, string | number>, secrets = provincial, files = {}) =>
    callV3(opened(), 'POST', '/complaints/followup/add', { body: formOf(texts, files), secrets });

  test('files a complaint with photos and documents, and finds it in the answer’s two places', async () => {
    const files = [await samplePhoto('jembatan.jpg'), samplePdf('surat.pdf'), await samplePhoto('papan.jpg')];
    const kept = await callV3(opened(), 'POST', '/complaints/complaint/file', {
      body: formOf({}, { 'attachments[]': files }),
    });
    assert.equal(kept.status, 200, JSON.stringify(kept.body));
    const { images, docs } = kept.body.results;
    assert.deepEqual([images.length, docs.length], [2, 1]);
    const numbers = [...images, ...docs].map(({ id }: { id: number }) => id);
    assert.ok(numbers.every((number) => Number.isInteger(number) && String(number).length === 8));

    const filed = await callV3(opened(), 'POST', '/complaints/complaint', {
      body: sampleComplaint({ attachments: `${JSON.stringify(numbers)}.` }),
    });
    assert.equal(filed.status, 200, JSON.stringify(filed.body));
    const id = filed.body.complaint_id;
    assert.equal(filed.body.results.complaint.id, id);
    assert.match(String(id), /^\d{7}$/);

    const { body } = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.admin });
    assert.equal(body.content, sampleComplaint().content);
    assert.deepEqual(
      body.attachments.map(({ name }: { name: string }) => name),
      ['jembatan.jpg', 'papan.jpg', 'surat.pdf'],
    );
    assert.deepEqual([body.channel, body.classification, body.incidentDate], ['api', 'complaint', '2026-03-09']);
    assert.equal(body.reporter.name, 'Rangkayo Basa');
  });

  test('may write the files’ numbers with a dot, without one, or say that there are none', async () => {
    for (const attachments of [false, '[]', '[].', 'false', '', null, undefined]) {
      assert.ok(await fileSample(opened(), { attachments }));
    }
    const { body } = await callV3(opened(), 'POST', '/complaints/complaint/file', {
      body: formOf({}, { 'attachments[]': [samplePdf('surat.pdf')] }),
    });
    const [{ id: number }] = body.results.docs;
    const filed = await fileSample(opened(), { attachments: `[${number}]` });
    const again = await callV3(opened(), 'POST', '/complaints/complaint', {
      body: sampleComplaint({ attachments: `[${number}].` }),
    });
    assert.equal(again.status, 422, 'a file belongs to one complaint');
    assert.equal(
      (await opened().call('GET', `/v1/desk/reports/${filed}`, { key: testKeys.admin })).body.attachments.length,
      1,
    );
  });

  test('learns numbers from the master data: the same ones each time, none of them a region’s code', async () => {
    for (const path of ['institutions/external', 'categories', 'locations', 'templates', 'classifications']) {
      const first = await mastersOf(opened(), path);
      assert.ok(first.size > 1, path);
      assert.deepEqual(await mastersOf(opened(), path), first);
      if (path !== 'classifications')
        assert.ok(
          [...first.values()].every((number) => /^\d{8}$/.test(String(number))),
          path,
        );
    }
    const locations = await see('/masters/locations?page_size=50');
    const { results } = locations.body;
    assert.deepEqual([results.data.length, results.total, results.per_page], [50, 553, 50]);
    const next = new URL(results.next_page_url);
    const second = await see(`/masters/locations${next.search}`);
    assert.equal(second.body.results.current_page, 2);
    assert.notEqual(second.body.results.data[0].id, results.data[0].id);
    assert.equal((await see('/masters/locations?page_size=50&page=12')).body.results.next_page_url, null);
  });

  test('names institution, category and place by their numbers', async () => {
    const institutions = await mastersOf(opened(), 'institutions/external');
    const categories = await mastersOf(opened(), 'categories');
    const locations = await mastersOf(opened(), 'locations');
    const id = await fileSample(opened(), {
      disposition_id: institutions.get('Dinas PUPR Kota Padang'),
      category_id: String(categories.get('Penerangan jalan')),
      location_id: locations.get('Kota Padang'),
      classification_id: '3',
    });
    const { body } = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.national });
    assert.equal(body.classification, 'aspiration');
    assert.equal(body.owner.id, 'padang.pupr');
    assert.equal(body.place.regionCode, '13.71');
    assert.equal(body.category.id, 'infrastruktur', 'V3 cannot answer questions, so the category above stands for it');
    const national = await fileSample(opened(), { location_id: locations.get('Nasional') });
    assert.ok(national > id);
  });

  test('takes tomorrow for today, since a day begins earlier elsewhere and clocks are ahead, but not what lies later', async () => {
    const id = await fileSample(opened(), { date_of_incident: '2026-03-11' });
    const { body } = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.national });
    assert.equal(body.incidentDate, '2026-03-10');
    await assert.rejects(fileSample(opened(), { date_of_incident: '2026-03-12' }), /date_of_incident/);
  });

  test('makes a second complaint when it sends one twice, as the real door does, and finds both by its tag', async () => {
    const tags_raw = '#jalan #Qx7w9k2mnbvcp4td';
    const ids = [await fileSample(opened(), { tags_raw }), await fileSample(opened(), { tags_raw })];
    assert.notEqual(ids[0], ids[1]);
    const found = await see(`/complaints?search=${encodeURIComponent('#qx7w9k2mnbvcp4td')}`);
    assert.deepEqual(
      found.body.results.data.map(({ id }: { id: number }) => id),
      ids.toReversed(),
    );
    assert.equal(found.body.results.total, 2);
    assert.equal((await see(`/complaints?search=${ids[0]}`)).body.results.data[0].id, ids[0]);
    assert.equal((await see('/complaints?search=qx7zzz')).body.results.total, 0);
    const elsewhere = await see(`/complaints?search=${encodeURIComponent('#qx7w9k2mnbvcp4td')}`, municipal);
    assert.deepEqual(elsewhere.body.results.data, []);
  });

  test('finds also a complaint whose answer never left because the gateway died', async () => {
    // An office that files and does not handle what it filed: only the note says that it may know.
    const office = { application: testKeys.admin, account: testKeys.liaison };
    const id = await fileSample(opened(), { tags_raw: '#hilang' }, office);
    const { database } = opened().gateway.engine;
    await database.query('update v3_complaint set report_id = null where report_id = $1', [id]);
    assert.equal((await see(`/complaints/${id}/complaint`, office)).status, 200);
    const found = await see('/complaints?search=%23hilang', office);
    assert.equal(found.body.results.data[0].id, id);
  });

  test('sees how a complaint stands, and each hop of it with a name and a day in WIB', async () => {
    const institutions = await mastersOf(opened(), 'institutions/external');
    const id = await fileSample(opened());
    const before = (await see(`/complaints/${id}/complaint`)).body.results;
    assert.deepEqual([before.data.status_code, before.data.status_name], [1, 'Belum Terverifikasi']);
    const office = institutions.get('Dinas Sosial') as number;
    const passed = await say({
      complaint_id: id,
      institution_from_id: institutions.get('Pemerintah Provinsi Sumatera Barat') as number,
      institution_to_id: office,
      template_code: 'complaint-disposition',
      content: 'Mohon ditangani.',
      rating: 0,
      is_secret: 0,
    });
    assert.equal(passed.status, 200, JSON.stringify(passed.body));
    const after = (await see(`/complaints/${id}/complaint`)).body.results;
    assert.deepEqual(after.data, {
      id,
      status_code: 3,
      status_name: 'Terdisposisi ke Dinas Sosial',
      disposition_id: office,
      disposition_name: 'Dinas Sosial',
    });
    assert.deepEqual(after.data_logs.at(-1), {
      type: 'disposed',
      institution_from: { name: 'Pemerintah Provinsi Sumatera Barat' },
      institution_to: { id: office, name: 'Dinas Sosial' },
      content: 'Mohon ditangani.',
      date: '10-03-2026 09:00:00',
    });
  });

  test('passes on what is outside its authority: a visible hop to the institution that it names', async () => {
    const institutions = await mastersOf(opened(), 'institutions/external');
    const id = await fileSample(opened(), { disposition_id: institutions.get('Dinas Sosial') });
    const reject = (body: object, secrets = provincial) =>
      callV3(opened(), 'POST', `/complaints/process/${id}/reject`, { body, secrets });
    const body = {
      is_request: 1,
      reason: institutions.get('Dinas Bina Marga, Cipta Karya, dan Tata Ruang'),
      reason_description: 'Jembatan adalah urusan Dinas Bina Marga.',
      not_authority: 1,
    };
    assert.equal((await reject({ ...body, not_authority: 0 })).status, 422);
    assert.equal((await reject({ ...body, reason: 99 })).status, 422);
    assert.equal((await reject({ ...body, reason_description: '' })).status, 422);
    assert.equal((await reject(body, municipal)).status, 404);
    const done = await reject(body);
    assert.equal(done.status, 200, JSON.stringify(done.body));
    const { results } = (await see(`/complaints/${id}/complaint`)).body;
    assert.equal(results.data_logs.at(-1).content, body.reason_description);
    assert.equal(results.data.disposition_name, 'Dinas Bina Marga, Cipta Karya, dan Tata Ruang');
  });

  test('reads everything that happened, page by page, and tells what its reporter and its institution say', async () => {
    const institutions = await mastersOf(opened(), 'institutions/external');
    const own = institutions.get('Pemerintah Provinsi Sumatera Barat') as number;
    const id = await fileSample(opened());
    const base = { complaint_id: id, rating: 0, is_secret: 0 };
    const answered = async (texts: Record<string, string | number>, files = {}) => {
      const { status, body } = await say({ ...base, ...texts }, provincial, files);
      assert.equal(status, 200, JSON.stringify(body));
    };
    await answered({
      institution_from_id: own,
      template_code: 'complaint-disposition',
      institution_to_id: institutions.get('Dinas Sosial') as number,
    });
    await answered({ institution_from_id: own, template_code: 'followup-process', content: 'Kami cek ke lapangan.' });
    await answered(
      { institution_from_id: own, content: 'Sudah diperbaiki.' },
      { 'attachment[0]': [await samplePhoto('bukti.jpg')] },
    );
    await answered({ user_id: 5, content: 'Masih goyang.' }, { 'attachment[0]': [samplePdf('catatan.pdf')] });
    await answered({ institution_from_id: own, content: 'Sudah dikencangkan.' });
    await answered({ user_id: 5, content: 'Terima kasih.', rating: 5 });

    const first = (await see(`/complaints/${id}/followups?page_size=3`)).body.results;
    assert.equal(first.data.length, 3);
    const second = (await see(`/complaints/${id}/followups${new URL(first.next_page_url).search}`)).body.results;
    const third = (await see(`/complaints/${id}/followups${new URL(second.next_page_url).search}`)).body.results;
    assert.equal(third.next_page_url, null);
    const all = [...first.data, ...second.data, ...third.data];
    assert.deepEqual(
      all.map(({ template_code: code }) => code),
      [
        'complaint-received',
        'complaint-disposition',
        'followup-process',
        'followup-response',
        'reporter-reply',
        'followup-response',
        'reporter-rating',
      ],
    );
    assert.equal(new Set(all.map((one) => one.id)).size, all.length);
    assert.deepEqual(JSON.parse(all[1].data), {
      status_old: 'Belum Terverifikasi',
      status_new: 'Terdisposisi ke Dinas Sosial',
    });
    assert.match(all[1].template_content, /\{\{institution_from\}\}.*\{\{institution_to\}\}/);
    assert.deepEqual(
      [all[1].institution_from_name, all[1].institution_to_name],
      ['Pemerintah Provinsi Sumatera Barat', 'Dinas Sosial'],
    );
    assert.equal(all[2].attachments, false);
    const [file] = all[3].attachments;
    assert.deepEqual([file.file_name, file.extension], ['bukti.jpg', 'jpg']);
    const link = await opened().gateway.fetch(new Request(file.path));
    assert.equal(link.headers.get('content-type'), 'image/jpeg');
    assert.equal(all[4].content, 'Masih goyang.');
    assert.equal(all[4].attachments[0].extension, 'pdf');
    assert.equal(all[6].rating, 5);
    assert.equal(all[0].created_at, '10-03-2026 09:00:00');
    assert.equal((await see(`/complaints/${id}/complaint`)).body.results.data.status_name, 'Selesai');
  });
});
