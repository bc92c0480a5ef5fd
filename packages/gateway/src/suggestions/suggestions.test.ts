import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Suggestions } from '@lapor/schemas';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';

const draft = {
  title: 'Jembatan gantung rusak',
  content: 'Papan jembatan gantung banyak yang lepas',
  incident: { place: { regionCode: '13.71' } },
};

/** Words that stand nowhere else. */
const secret = 'kuitansi palsu bendahara zamrud';

onBothDatabases('suggestions to a draft', (opened) => {
  const desk = deskCalls(opened);
  const suggest = (body: unknown, options: object = {}) =>
    opened().call('POST', '/v1/suggestions', { body, ...options });
  const similarTo = async (body: unknown, options: object = {}): Promise<string[]> =>
    (await suggest(body, options)).body.similar.map((report: { trackingId: string }) => report.trackingId);

  test('fit the contract, for a full draft and for an empty one', async () => {
    for (const body of [draft, {}]) {
      const answer = await suggest(body);
      assert.equal(answer.status, 200);
      assert.ok(z.safeParse(Suggestions, answer.body).success, JSON.stringify(answer.body));
    }
    assert.deepEqual((await suggest({})).body.similar, []);
    assert.equal((await suggest({})).body.leaveToCoordinator, true);
  });

  test('tell where personal data stands without repeating it, and what is missing, in both languages', async () => {
    const body = {
      title: 'Telepon 0812-0000-0117',
      content: 'Tolong.',
      incident: { place: { landmark: 'surel budi@contoh.id' } },
    };
    const answer = await suggest(body);
    assert.deepEqual(
      answer.body.personalData.map(({ field, kind }: { field: string; kind: string }) => [field, kind]),
      [
        ['title', 'phoneNumber'],
        ['landmark', 'email'],
      ],
    );
    const [{ start, end, message }] = answer.body.personalData;
    assert.equal(body.title.slice(start, end), '0812-0000-0117');
    assert.match(message, /nomor telepon/);
    assert.ok(!JSON.stringify(answer.body).includes('0117'));
    assert.deepEqual(
      answer.body.missing.map(({ code }: { code: string }) => code),
      ['what', 'when', 'evidence'],
    );
    const english = await suggest(body, { language: 'en' });
    assert.match(english.body.personalData[0].message, /telephone number/);
    assert.match(english.body.missing[0].message, /What happened/);
  });

  test('name open public reports about the same thing, and neither those elsewhere nor about something else', async () => {
    const same = await desk.submit({
      title: 'Jembatan gantung putus',
      content: 'Papan jembatan gantung banyak yang lepas, berbahaya.',
    });
    const village = await desk.submit({
      title: 'Jembatan gantung berlubang',
      content: 'Papan jembatan gantung lepas.',
      incident: { place: { regionCode: '13.71.11.1009' } },
    });
    const elsewhere = await desk.submit({
      title: 'Jembatan gantung putus',
      content: 'Papan jembatan gantung lepas.',
      incident: { place: { regionCode: '13.06' } },
    });
    const other = await desk.submit({ title: 'Sampah menumpuk', content: 'Sampah pasar tidak diangkut seminggu.' });
    const found = await similarTo(draft);
    assert.ok(found.includes(same.trackingId) && found.includes(village.trackingId));
    assert.ok(!found.includes(elsewhere.trackingId) && !found.includes(other.trackingId));
    assert.ok(
      (await similarTo({ ...draft, incident: { place: { regionCode: '13.71.11.1009' } } })).includes(
        village.trackingId,
      ),
    );
    // Without a place the whole region of the site counts as near.
    assert.ok((await similarTo({ title: draft.title, content: draft.content })).includes(elsewhere.trackingId));
  });

  test('never name a confidential report, nor anything of it', async () => {
    const content = `Ada ${secret} pada proyek jembatan gantung ini.`;
    const hidden = await desk.submit({ title: `Laporan ${secret}`, content, confidential: true });
    for (const body of [
      { title: secret, content, incident: { place: { regionCode: '13.71' } } },
      { content: secret },
      { ...draft, content: `${draft.content} ${secret}` },
    ]) {
      const answer = await suggest(body);
      const text = JSON.stringify(answer.body);
      assert.ok(!text.includes(hidden.trackingId) && !text.includes('zamrud'), text);
    }
  });

  test('show similar reports with personal data masked', async () => {
    const masked = await desk.submit({
      title: 'Trotoar jebol depan halte',
      content: 'Trotoar depan halte jebol, hubungi 0812-0000-0117 segera.',
    });
    const answer = await suggest({ title: 'Trotoar depan halte jebol', incident: { place: { regionCode: '13.71' } } });
    assert.ok(answer.body.similar.some((report: { trackingId: string }) => report.trackingId === masked.trackingId));
    assert.ok(!JSON.stringify(answer.body).includes('0117'));
  });

  test('leave out reports that are closed, and those of more than thirty days ago', async () => {
    const closed = await desk.submit({
      title: 'Halte bus roboh',
      content: 'Halte bus di simpang roboh tertiup angin.',
    });
    const open = await desk.submit({ title: 'Halte bus roboh total', content: 'Halte bus di simpang roboh.' });
    await desk.done(testKeys.admin, closed.trackingId, {
      type: 'archive',
      reasonCode: 'duplicate',
      reason: 'Sudah ada laporan lain.',
    });
    const body = { title: 'Halte bus roboh', incident: { place: { regionCode: '13.71' } } };
    assert.deepEqual(await similarTo(body), [open.trackingId]);
    const now = opened().gateway.engine.clock.now();
    opened().clock.set('2026-05-10T02:00:00Z');
    assert.deepEqual(await similarTo(body), []);
    opened().clock.set(now);
  });

  test('say nothing of institutions and reports where the site does not want it', async () => {
    const { database, sites } = opened().gateway.engine;
    const setFeatures = async (features: object) => {
      await database.query(
        `update site set settings = jsonb_set(settings, '{features}', $1::jsonb) where id = 'padang'`,
        [JSON.stringify(features)],
      );
      sites.clear();
    };
    const body = { ...draft, content: `${draft.content} 0812-0000-0117` };
    await setFeatures({ publicList: false });
    assert.deepEqual(await similarTo(body, { key: testKeys.padangSite }), []);
    await setFeatures({ suggestions: false });
    const off = await suggest(body, { key: testKeys.padangSite });
    assert.deepEqual([off.body.institutions, off.body.similar], [[], []]);
    assert.equal(off.body.personalData.length, 1);
    await setFeatures({});
  });

  test('are refused only for what is too long or misspelt, never for what is written', async () => {
    assert.equal((await suggest({ content: 'a'.repeat(20_001) })).status, 422);
    assert.equal((await suggest({ content: 'a'.repeat(1_000_000) })).status, 413);
    assert.equal((await suggest({ kategori: 'x' })).status, 422);
    assert.equal((await suggest(draft, { key: testKeys.admin })).status, 403);
    assert.equal((await suggest('{"title":"jembatan \\ud800 gantung","content":"\\u0000 rusak"}')).status, 200);
  });

  test('take hostile texts: operators, quotes, wild directions, endless words', async () => {
    const hostile = fc.constantFrom(
      "'); drop table report; --",
      '" or "" or',
      '-jembatan & !gantung | <->',
      '\u202ejembatan\u202c',
      '%_\\',
      ':*',
      "''''",
      '"',
      'or',
      'jembatan gantung',
      '\u0000',
      '𝒿ℯ',
      'a'.repeat(3000),
      'و'.repeat(50),
      '\\',
    );
    const text = fc.oneof(
      fc.array(hostile, { maxLength: 8 }).map((parts) => parts.join(' ').slice(0, 900)),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.constantFrom('13.71', '13', '99.99', '13.71.11'),
        async (title, content, regionCode) => {
          const answer = await suggest({
            title,
            content,
            categoryId: 'tidak-ada',
            incident: { place: { regionCode, landmark: title.slice(0, 200) } },
          });
          assert.equal(answer.status, 200, JSON.stringify({ title, content, answer: answer.body }));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('leave nothing of the draft behind', async () => {
    const { database } = opened().gateway.engine;
    const word = 'kesunyian-mahoni';
    await suggest({ title: word, content: `${word} ${word}`, incident: { place: { landmark: word } } });
    const tables = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
      [],
    );
    assert.ok(tables.length > 10);
    for (const { name } of tables) {
      assert.deepEqual(
        await database.query(`select 1 from ${name} as row where row::text like '%kesunyian%' limit 1`, []),
        [],
        name,
      );
    }
  });
});
