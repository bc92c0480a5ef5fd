import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { deskCalls } from './desk-calls.test.support.ts';
import { redactionMark } from './redact-text.ts';

const { admin, liaison } = testKeys;

onBothDatabases('redacting', (opened) => {
  const { submit, act, done, read, audit, upload } = deskCalls(opened);

  /** Every row of every table in which a text stands, whatever the column's type: as text, and of bytes their letters. */
  const tablesWith = async (needle: string): Promise<string[]> => {
    const { database } = opened().gateway.engine;
    const tables = await database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      [],
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::integer as count from "${name}" as whole where to_jsonb(whole)::text ilike '%' || $1 || '%' or to_jsonb(whole)::text like '%' || $2 || '%'`,
        [needle, Buffer.from(needle).toString('hex')],
      );
      if (row!.count > 0) found.push(name);
    }
    return found;
  };

  const rangeOf = (text: string, part: string) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  });

  test('takes a text out of every table, and the chain of events stays whole', async () => {
    const content = 'Pak Zulkarnaensyah di rumah nomor 17 menutup jalan desa sejak kemarin.';
    const { trackingId, token } = await submit({
      title: 'Jalan ditutup Zulkarnaensyah',
      content,
      incident: { date: '2026-03-09', place: { regionCode: '13.71', landmark: 'rumah Zulkarnaensyah' } },
    });
    const reply = await opened().call('POST', `/v1/reports/${trackingId}/replies`, {
      key: token,
      body: { message: 'Zulkarnaensyah marah-marah kepada saya.' },
    });
    assert.equal(reply.status, 201, JSON.stringify(reply.body));
    await done(admin, trackingId, { type: 'note', message: 'Hubungi Zulkarnaensyah.' });
    const file = await upload(admin, 'Zulkarnaensyah.jpg');
    await done(admin, trackingId, { type: 'note', message: 'Fotonya terlampir.', attachments: [file] });
    assert.deepEqual(
      (await tablesWith('Zulkarnaensyah')).sort(),
      ['report', 'report_text', 'upload'],
      'where it stands before, and nowhere else',
    );

    const seen = (await read(admin, trackingId)).body;
    const redacted = await done(admin, trackingId, {
      type: 'redact',
      reason: 'Nama orang lain.',
      redactions: [
        { what: 'text', field: 'title', ranges: [rangeOf(seen.title, 'Zulkarnaensyah')] },
        {
          what: 'text',
          field: 'content',
          ranges: [rangeOf(content, 'Pak Zulkarnaensyah'), rangeOf(content, 'nomor 17')],
        },
        { what: 'text', field: 'landmark', ranges: [{ start: 6, end: 20 }] },
        { what: 'message', sequence: 1, ranges: [{ start: 0, end: 14 }] },
        { what: 'message', sequence: 2, ranges: [rangeOf('Hubungi Zulkarnaensyah.', 'Zulkarnaensyah')] },
        { what: 'attachment', attachmentId: file },
      ],
    });
    assert.deepEqual(await tablesWith('Zulkarnaensyah'), []);
    assert.equal(redacted.content, `${redactionMark} di rumah ${redactionMark} menutup jalan desa sejak kemarin.`);
    assert.equal(redacted.title, `Jalan ditutup ${redactionMark}`);
    assert.equal(redacted.exactPlace?.landmark, `rumah ${redactionMark}`);
    assert.equal(redacted.notes[0]?.message, `Hubungi ${redactionMark}.`);
    assert.equal(redacted.notes[1]?.attachments[0]?.scan, 'refused');
    assert.equal(redacted.notes[1]?.attachments[0]?.url, undefined);

    const { engine } = opened().gateway;
    assert.equal(await engine.attachments.get(`${file.slice(-2)}/${file}/file-1`), undefined, 'the bytes are gone');
    const audited = await audit(admin, trackingId);
    assert.equal(audited.body.chainIsWhole, true);
    assert.deepEqual(audited.body.events.at(-1).parts, [
      'title',
      'content',
      'landmark',
      'message:1',
      'message:2',
      `attachment:${file}`,
    ]);
    assert.deepEqual(
      (await verifyReports(engine)).findings.filter((finding) => finding.trackingId === trackingId),
      [],
    );
    const publicly = await opened().call('GET', `/v1/reports/${trackingId}`);
    assert.match(publicly.body.timeline[1].message, /^\[dihapus\] marah-marah/);
    const searched = await opened().call('GET', '/v1/reports?q=Zulkarnaensyah');
    assert.deepEqual(searched.body.items, []);
  });

  test('masks anew what is public of what is left', async () => {
    const content = 'Jembatan rusak milik Budi, hubungi 081234567890 untuk keterangan.';
    const { trackingId } = await submit({ content });
    await done(admin, trackingId, {
      type: 'redact',
      reason: 'Nama.',
      redactions: [{ what: 'text', field: 'content', ranges: [rangeOf(content, 'Budi')] }],
    });
    const publicly = await opened().call('GET', `/v1/reports/${trackingId}`);
    assert.equal(
      publicly.body.content,
      `Jembatan rusak milik ${redactionMark}, hubungi [nomor telepon disamarkan] untuk keterangan.`,
    );
  });

  test('a text that was changed behind the gateway’s back is told from one that was redacted', async () => {
    const { trackingId } = await submit();
    await done(admin, trackingId, { type: 'note', message: 'Anggaran cukup.' });
    const { database } = opened().gateway.engine;
    await database.query(
      `update report_text set text = 'Anggaran kurang.' where report_id = (select id from report where tracking_id = $1)`,
      [trackingId],
    );
    assert.equal((await audit(admin, trackingId)).body.chainIsWhole, false);
    await database.query('delete from report where tracking_id = $1', [trackingId]);
  });

  test('names the parts that are not there and the ranges that end behind a text, and then takes out nothing', async () => {
    const { trackingId } = await submit({ incident: { date: '2026-03-09' } });
    const { body } = await act(admin, trackingId, {
      type: 'redact',
      reason: 'Salah.',
      redactions: [
        {
          what: 'text',
          field: 'title',
          ranges: [
            { start: 0, end: 3 },
            { start: 5, end: 500 },
          ],
        },
        { what: 'text', field: 'landmark', ranges: [{ start: 0, end: 3 }] },
      ],
    });
    assert.deepEqual(
      body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
      [
        ['/redactions/0/ranges/1/end', 'tooLarge'],
        ['/redactions/1/field', 'unknownReference'],
      ],
    );
    for (const redaction of [
      { what: 'message', sequence: 0, ranges: [{ start: 0, end: 1 }] },
      { what: 'attachment', attachmentId: 'upl_1' },
    ]) {
      const answer = await act(admin, trackingId, {
        type: 'redact',
        reason: 'Salah.',
        redactions: [{ what: 'text', field: 'title', ranges: [{ start: 0, end: 3 }] }, redaction],
      });
      assert.equal(answer.status, 422);
      assert.match(answer.body.errors[0].pointer, /^\/redactions\/1\//);
    }
    const seen = await read(admin, trackingId);
    assert.deepEqual([seen.body.title, seen.body.version], [sampleReport().title, 0]);
  });

  test('is for admins, and possible when a report is closed', async () => {
    const { trackingId } = await submit({ targetInstitutionId: 'sumbar.bmckt' });
    const redaction = {
      type: 'redact',
      reason: 'Nama.',
      redactions: [{ what: 'text', field: 'title', ranges: [{ start: 0, end: 3 }] }],
    };
    assert.equal((await act(liaison, trackingId, redaction)).status, 403);
    await done(admin, trackingId, { type: 'archive', reasonCode: 'other', reason: 'Uji.' });
    await done(admin, trackingId, redaction);
  });
});
