import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Message, Parcel } from '../parcel.ts';
import {
  type CannedAnswer,
  type ReceivedCall,
  sampleSettings,
  startCannedUpstream,
} from './canned-upstream.test.support.ts';
import { createSp4nConnector } from './sp4n-connector.ts';

const ends: (() => Promise<void>)[] = [];
after(async () => {
  for (const end of ends) await end();
});

const connected = async (answer: (call: ReceivedCall) => CannedAnswer, change: object = {}) => {
  const upstream = await startCannedUpstream(answer);
  const connector = createSp4nConnector(sampleSettings({ baseUrl: upstream.baseUrl, ...change }));
  ends.push(
    () => connector.close(),
    () => upstream.close(),
  );
  return { connector, calls: upstream.calls };
};

const soon = () => AbortSignal.timeout(5_000);

const file = (name: string, mediaType: string) => ({
  id: name,
  name,
  mediaType,
  read: async () => new TextEncoder().encode(`isi ${name}`),
});

const parcel = (change: Partial<Parcel> = {}): Parcel => ({
  trackingId: '1000001',
  marker: 'bcdfghjkmnpqrstv',
  classification: 'complaint',
  title: 'Jembatan gantung rusak',
  content: 'Papan jembatan banyak yang lepas.',
  categoryId: 'lampu-jalan',
  regionCode: '13.71.04',
  landmark: 'di samping pasar',
  incidentDate: '2026-03-09',
  receivedOn: '2026-03-10',
  anonymous: false,
  confidential: false,
  owner: { id: 'sumbar', name: 'Sumatera Barat' },
  reporter: { name: 'Siti Contoh', email: 'siti@contoh.example', phone: '+62811000111' },
  files: [],
  ...change,
});

const message = (change: Partial<Message> = {}): Message => ({
  kind: 'reply',
  marker: 'zzzzghjkmnpqrstv',
  trackingId: '1000001',
  upstreamId: '9165816',
  text: 'Belum diperbaiki.',
  heard: { known: { label: 'Ditindaklanjuti', institutionId: 305, logs: 2 } },
  confidential: false,
  owner: { id: 'sumbar', name: 'Sumatera Barat' },
  files: [],
  ...change,
});

const ok = (body: unknown): CannedAnswer => ({ status: 200, body });

test('files go up in one call, and the ids of pictures and documents come back together', async () => {
  const { connector, calls } = await connected(() => ok({ results: { images: [{ id: 11 }], docs: [{ id: '12' }] } }));
  const files = [file('foto.jpg', 'image/jpeg'), file('surat.pdf', 'application/pdf')];
  assert.deepEqual(await connector.forward('files', parcel({ files }), {}, soon()), {
    result: 'done',
    facts: { files: [11, 12] },
  });
  assert.equal(calls.length, 1);
  assert.equal(calls[0]?.path, '/lapor/3.0.0/complaints/complaint/file');
  assert.equal(calls[0]?.headers.authorization, 'Bearer rahasia-satu');
  assert.equal(calls[0]?.headers['token'], 'rahasia-dua');
  assert.equal(calls[0]?.body.match(/name="attachments\[\]"/g)?.length, 2);
});

test('a report without files makes no call for them', async () => {
  const { connector, calls } = await connected(() => ok({}));
  assert.deepEqual(await connector.forward('files', parcel(), {}, soon()), { result: 'done', facts: { files: [] } });
  assert.equal(calls.length, 0);
});

test('a report carries the ids of its settings, its mark, and who reports in fields of their own', async () => {
  const { connector, calls } = await connected(() => ok({ results: { complaint: { id: 9165816 } } }));
  assert.deepEqual(await connector.forward('create', parcel(), { files: [11, 12] }, soon()), {
    result: 'done',
    upstreamId: '9165816',
    facts: { unmapped: [] },
  });
  assert.deepEqual(JSON.parse(calls[0]!.body), {
    title: 'Jembatan gantung rusak',
    content: 'Papan jembatan banyak yang lepas.\n\nPatokan lokasi: di samping pasar',
    channel: 13,
    is_new_user_slider: true,
    nameUser: 'Siti Contoh',
    emailUser: 'siti@contoh.example',
    phoneUser: '+62811000111',
    is_disposisi_slider: true,
    classification_id: 6,
    disposition_id: 200,
    category_id: 436,
    location_id: 1371,
    date_of_incident: '2026-03-09',
    tags_raw: '#bcdfghjkmnpqrstv',
    is_anonymous: false,
    is_secret: false,
    attachments: '[11,12].',
  });
});

test('an anonymous report names nobody anywhere, whatever is known of its reporter', async () => {
  const { connector, calls } = await connected(() => ok({ complaint_id: '9165817' }));
  await connector.forward('create', parcel({ anonymous: true }), {}, soon());
  const body = JSON.parse(calls[0]!.body);
  assert.doesNotMatch(calls[0]!.body, /Siti|siti@|0811|62811/);
  assert.equal(body.is_anonymous, true);
  assert.equal(body.user_id, 77);
  assert.equal(body.attachments, false);
});

test('what has no id there is left to the coordinator and told, never dropped', async () => {
  const { connector, calls } = await connected(() => ok({ complaint_id: 1 }));
  const outcome = await connector.forward(
    'create',
    parcel({ categoryId: 'sampah', regionCode: '51.02', owner: { id: 'padang', name: 'Padang' } }),
    {},
    soon(),
  );
  assert.deepEqual(outcome.result === 'done' && outcome.facts, {
    unmapped: ['category:sampah', 'region:51.02', 'institution:padang'],
  });
  const body = JSON.parse(calls[0]!.body);
  assert.deepEqual([body.category_id, body.location_id, body.disposition_id], [15, 34, null]);
});

for (const [what, answer, result] of [
  ['a page of HTML', { status: 200, body: '<html>OK</html>' }, 'unknown'],
  ['an answer without a number', ok({ results: {} }), 'unknown'],
  ['an error of the server', { status: 500, body: {} }, 'unknown'],
  ['a line that breaks', 'break', 'unknown'],
  ['a refusal of the report', { status: 422, body: {} }, 'refused'],
  ['a key that is not accepted', { status: 401, body: {} }, 'away'],
  ['a limit', { status: 429, body: {}, headers: { 'retry-after': '30' } }, 'away'],
] as const satisfies readonly (readonly [string, CannedAnswer, string])[]) {
  test(`${what} is ${result}, and no reason cites a secret or the report`, async () => {
    const { connector } = await connected(() => answer);
    const outcome = await connector.forward('create', parcel(), {}, soon());
    assert.equal(outcome.result, result);
    assert.doesNotMatch(JSON.stringify(outcome), /rahasia|Siti|Jembatan/);
  });
}

test('a server that is not there took nothing', async () => {
  const connector = createSp4nConnector(sampleSettings());
  ends.push(() => connector.close());
  assert.equal((await connector.forward('create', parcel(), {}, soon())).result, 'away');
});

test('a look finds the report by its mark alone, and never by a longer one', async () => {
  const tagged = (...tags: string[]) =>
    ok({ results: { data: tags.map((tag, id) => ({ id: id + 5, tags_raw: tag })) } });
  const look = async (answer: CannedAnswer, change: object = {}) => {
    const { connector, calls } = await connected(() => answer, change);
    return { finding: await connector.lookUp('create', parcel(), {}, soon()), calls };
  };
  const { finding, calls } = await look(tagged('#lain', '#bcdfghjkmnpqrstv #lapor'));
  assert.deepEqual(finding, { result: 'found', upstreamId: '6' });
  assert.equal(calls[0]?.path, '/lapor/3.0.0/complaints?search=%23bcdfghjkmnpqrstv');
  assert.deepEqual((await look(tagged('#bcdfghjkmnpqrstvw'))).finding, { result: 'absent' });
  assert.deepEqual((await look(tagged('#bcdfghjkmnpqrstv', '#bcdfghjkmnpqrstv'))).finding, {
    result: 'found',
    upstreamId: '5',
  });
  assert.equal((await look({ status: 500, body: '' })).finding.result, 'away');
  assert.equal((await look(ok([]))).finding.result, 'away');
  assert.equal((await look(ok({}), { lookUpPath: undefined })).finding.result, 'blind');
});

test('all reports with its mark are counted, the first filed first, and a look that leads nowhere finds none', async () => {
  const counted = async (answer: CannedAnswer) => {
    const { connector, calls } = await connected(() => answer);
    const copies = await connector.countCopies!(parcel(), soon());
    assert.equal(calls.length, 1);
    return copies;
  };
  const listed = (...ids: (number | string)[]) =>
    ok({ results: { data: ids.map((id) => ({ id, tags_raw: '#bcdfghjkmnpqrstv' })) } });
  assert.deepEqual(await counted(listed('10000000', 9165820, 9165816)), {
    result: 'counted',
    upstreamIds: ['9165816', '9165820', '10000000'],
  });
  for (const status of [400, 404, 405, 422])
    assert.deepEqual(await counted({ status, body: {} }), { result: 'counted', upstreamIds: [] });
  for (const answer of [
    { status: 401, body: {} },
    { status: 429, body: {} },
    { status: 500, body: '' },
    ok([]),
    'break',
  ] as const)
    assert.equal((await counted(answer)).result, 'away');
  const { connector } = await connected(() => ok({}), { lookUpPath: undefined });
  assert.equal(connector.countCopies, undefined);
});

test('a reply goes to whoever has the report there, under its template', async () => {
  const { connector, calls } = await connected(() => ok({}));
  assert.deepEqual(await connector.send(message({ files: [file('bukti.png', 'image/png')] }), soon()), {
    result: 'done',
  });
  const { path, body } = calls[0]!;
  assert.equal(path, '/lapor/3.0.0/complaints/followup/add');
  const value = (name: string) => new RegExp(`name="${name}"\r\n\r\n([^\r]*)`).exec(body)?.[1];
  assert.deepEqual(
    ['complaint_id', 'institution_from_id', 'institution_to_id', 'template_code', 'rating', 'is_secret'].map(value),
    ['9165816', '200', '305', 'T-BALAS', '0', '0'],
  );
  assert.equal(value('content'), 'Belum diperbaiki.');
  assert.match(body, /name="attachment\[0\]"; filename="bukti.png"/);
});

test('a message is there when more follow-ups say its words than messages before it', async () => {
  const page = (contents: string[], next: string | null) =>
    ok({ results: { data: contents.map((content, id) => ({ id, content })), next_page_url: next } });
  const { connector, calls } = await connected(({ path }) =>
    path.endsWith('page=1')
      ? page(['<p>Belum  diperbaiki.</p>', 'Kami cek.'], 'x?page=2')
      : page(['belum diperbaiki.'], null),
  );
  const before = { kind: 'reply', marker: 'a', text: 'Belum diperbaiki.' } as const;
  assert.deepEqual(await connector.lookUpMessage(message(), [before], soon()), { result: 'found' });
  assert.equal(calls.length, 2);
  const twice = [before, { ...before, marker: 'b' }];
  assert.deepEqual(await connector.lookUpMessage(message(), twice, soon()), { result: 'absent' });
});

test('a report that is outside our authority is given back there when the settings say so', async () => {
  const { connector, calls } = await connected(() => ok({}), { returns: true });
  assert.equal(connector.carries('return'), true);
  await connector.send(message({ kind: 'return', returnedTo: 'sumbar.bmckt', text: 'Jalan nasional.' }), soon());
  assert.equal(calls[0]?.path, '/lapor/3.0.0/complaints/process/9165816/reject');
  assert.deepEqual(JSON.parse(calls[0].body), {
    is_request: 1,
    reason: 201,
    reason_description: 'Bukan wewenang instansi ini.\n\nJalan nasional.',
    not_authority: 1,
  });
});

const detail = (status: string, logs = 1, name: string | null = 'Dinas PU') =>
  ok({
    results: {
      data: { status_code: 3, status_name: status, disposition_id: 305, disposition_name: name },
      data_logs: Array.from({ length: logs }, () => ({ institution_to: { id: 305, name }, content: '' })),
    },
  });

const followUp = (id: number, content: string, more: object = {}) => ({
  id,
  institution_from_name: 'Dinas PU',
  institution_to_name: 'Pelapor',
  content,
  template_code: 'X',
  created_at: `10-03-2026 09:00:${String(id % 60).padStart(2, '0')}`,
  ...more,
});

test('each poll is one call, and everything is told once and in its order', async () => {
  let state = 'Terverifikasi';
  let logs = 1;
  let items: object[] = [];
  const { connector, calls } = await connected(({ path }) => {
    if (path.includes('/followups')) {
      const page = Number(path.split('page=')[1]);
      const shown = items.toReversed().slice((page - 1) * 2, page * 2);
      return ok({
        results: { data: shown, next_page_url: items.length > page * 2 ? `http://x/?page=${page + 1}` : null },
      });
    }
    return detail(state, logs);
  });
  let cursor = {};
  const sent = [{ kind: 'reply', marker: 'm1', text: 'Sudah tiga hari gelap.' }] as const;
  const sweep = async () => {
    const told: string[] = [];
    for (;;) {
      const before = calls.length;
      const polled = await connector.poll('9165816', cursor, sent, soon());
      assert.equal(calls.length, before + 1);
      assert.ok(polled.result === 'told', JSON.stringify(polled));
      cursor = JSON.parse(JSON.stringify(polled.cursor));
      told.push(...polled.news.map(({ code, rawLabel, text }) => `${code} ${rawLabel} ${text ?? ''}`.trim()));
      if (!polled.hasMore) return told;
    }
  };
  assert.deepEqual(await sweep(), ['verified Terverifikasi']);
  assert.deepEqual(await sweep(), []);
  [state, logs] = ['Ditindaklanjuti oleh Instansi', 3];
  items = [
    followUp(1, '<p>Kami&nbsp;cek.</p>', { data: '{"status_old":"Terverifikasi","status_new":"Diproses"}' }),
    followUp(2, 'Sudah tiga  hari gelap.', { institution_from_name: 'Sumatera Barat' }),
    followUp(3, '', {
      template_content: '{{institution_from}} mengubah status menjadi {{ status_new }}',
      data: '{"status_new":"Ditindaklanjuti oleh Instansi"}',
    }),
  ];
  // The list is told newest first and in pages: how the report stands now is told at the end once more.
  assert.deepEqual((await sweep()).toSorted(), [
    'followedUp Ditindaklanjuti oleh Instansi',
    'followedUp Ditindaklanjuti oleh Instansi Dinas PU mengubah status menjadi Ditindaklanjuti oleh Instansi',
    'inProgress Diproses Dinas PU: Kami cek.',
  ]);
  assert.deepEqual([...(await sweep()), ...(await sweep()), ...(await sweep())], []);
  state = 'Menunggu Sidang Adat';
  assert.deepEqual(await sweep(), ['unknown Menunggu Sidang Adat']);
});

test('a follow-up that changes nothing else is heard with the next look through them', async () => {
  let items: object[] = [];
  const { connector } = await connected(({ path }) =>
    path.includes('/followups') ? ok({ results: { data: items, next_page_url: null } }) : detail('Diproses'),
  );
  let cursor = {};
  const told: string[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    if (turn === 2) items = [followUp(9, 'Alat sudah dipesan.')];
    const polled = await connector.poll('1', cursor, [], soon());
    assert.ok(polled.result === 'told');
    cursor = polled.cursor;
    told.push(...polled.news.flatMap(({ text }) => text ?? []));
  }
  assert.deepEqual(told, ['Dinas PU: Alat sudah dipesan.']);
});

test('our words twice by the same hand are told as doubled, on whatever page and in whatever sweep, and others’ are news', async () => {
  let items: object[] = [];
  const { connector } = await connected(({ path }) => {
    if (!path.includes('/followups')) return detail('Diproses', items.length);
    const page = Number(path.split('page=')[1]);
    const next = items.length > page ? `x?page=${page + 1}` : null;
    return ok({ results: { data: items.slice(page - 1, page), next_page_url: next } });
  });
  const sent = [{ kind: 'reply', marker: 'm1', text: 'Terima kasih.' }] as const;
  const mine = { institution_from_name: 'Sumatera Barat' };
  let cursor = {};
  const hear = async () => {
    const heard = { news: [] as string[], doubled: [] as object[] };
    for (let turn = 0; turn < 12; turn += 1) {
      const polled = await connector.poll('1', cursor, sent, soon());
      assert.ok(polled.result === 'told');
      cursor = JSON.parse(JSON.stringify(polled.cursor));
      heard.news.push(...polled.news.flatMap(({ text }) => text ?? []));
      heard.doubled.push(...(polled.doubled ?? []));
    }
    return heard;
  };
  items = [followUp(1, 'Terima kasih.', mine), followUp(2, 'terima  kasih.', mine), followUp(3, 'Terima kasih.')];
  assert.deepEqual(await hear(), {
    news: ['Dinas PU: Terima kasih.'],
    doubled: [{ marker: 'm1', entryIds: ['1', '2'] }],
  });
  items = [
    ...items,
    followUp(4, 'Terima kasih.', mine),
    followUp(5, 'Terima kasih.', { ...mine, created_at: '10-03-2026 10:00:00' }),
  ];
  assert.deepEqual(await hear(), {
    news: ['Sumatera Barat: Terima kasih.'],
    doubled: [{ marker: 'm1', entryIds: ['1', '4'] }],
  });
});

test('a report that is not known there is unreadable, and the whole system is not away for it', async () => {
  const { connector } = await connected(() => ({ status: 404, body: {} }));
  assert.equal((await connector.poll('1', {}, [], soon())).result, 'unreadable');
});
