import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { actAt, type Filed, fileAt, forgetReports, passThrough } from '../clock-work/clock-work.test.support.ts';
import { eraseWhatIsOver } from '../clock-work/erasures.ts';
import { createLog } from '../journal/log.ts';
import { type Arrived, channelInto, type MailSink, startMailSink } from './mail-sink.test.support.ts';

const morning = '2026-03-10T02:00:00Z';
const address = 'rosnida@contoh.example';
const publicUrl = 'https://lapor.sumbar.example';
const officer = { kind: 'officer', institutionId: 'sumbar.bmckt', role: 'liaisonOfficer', keyId: 'test' } as const;

/** What must never stand in a mail, whatever was written about the report. */
const written = {
  title: 'Judul yang tidak boleh keluar',
  content: 'Isi yang tidak boleh keluar dari gateway, sampai kapan pun juga.',
  reporter: { name: 'Uni Rosnida', email: address, phone: '+6281234567890', notifyBy: 'email' },
};
const unwritable = /tidak boleh keluar|Rosnida|81234567890|\brt_\d/;

let sink: MailSink;
const lines: string[] = [];

const toSink = channelInto(() => sink);

onBothDatabases(
  'news by e-mail',
  (opened) => {
    const engine = () => opened().gateway.engine;
    const file = (change: object = {}, at = morning): Promise<Filed> => fileAt(opened(), at, { ...written, ...change });
    const act = (
      filed: Filed,
      at: string,
      ...[action, by, text]: [Parameters<typeof actAt>[3], Parameters<typeof actAt>[4]?, string?]
    ) => actAt(engine(), filed, at, action, by, text);
    const pass = (...moments: string[]) => passThrough(opened(), ...moments);
    const only = (): Arrived => {
      assert.equal(sink.arrived.length, 1);
      return sink.arrived[0]!;
    };
    const subjects = () => sink.arrived.map(({ mail }) => mail.subject);
    const rows = () =>
      engine().database.query<{ state: string; attempts: number; sequences: number[]; last_error: string | null }>(
        'select state, attempts, sequences, last_error from notification order by id',
        [],
      );
    const retryNow = () =>
      engine().database.query(`update notification set next_attempt_at = now() where state = 'queued'`, []);

    before(async () => void (sink = await startMailSink()));
    after(() => sink.end());
    beforeEach(async () => {
      sink.misbehave({});
      opened().clock.set(morning);
      await opened().gateway.clockWork.runDue(morning);
      await forgetReports(opened());
      sink.arrived.length = 0;
      lines.length = 0;
    });
    afterEach(() => {
      for (const line of lines) assert.doesNotMatch(line, new RegExp(`${unwritable.source}|${address}`));
    });

    test('the receipt of a report comes as a mail that says what machines and people need to know', async () => {
      const { trackingId } = await file();
      await pass(morning);
      const { mail, from, to, raw } = only();
      assert.deepEqual([from, to], ['lapor@sumbar.example', [address]]);
      assert.equal(mail.from?.text, '"LAPOR! Sumatera Barat" <lapor@sumbar.example>');
      assert.equal(mail.subject, `Laporan Anda sudah kami terima (nomor ${trackingId})`);
      assert.match(mail.text!, /sekarang ada di Pemerintah Provinsi Sumatera Barat\./);
      assert.match(mail.text!, /paling lambat Jumat, 13 Maret 2026\./);
      assert.ok(mail.text!.includes(`${publicUrl}/forms/status?lang=id&number=${trackingId}`));
      const header = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, ' ');
      assert.equal(header('auto-submitted'), 'Auto-Submitted: auto-generated');
      assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      assert.match(
        header('list-unsubscribe')!,
        /^List-Unsubscribe: <https:\/\/lapor\.sumbar\.example\/forms\/news\?[^>]+>$/,
      );
      assert.equal(header('content-language'), 'Content-Language: id');
      assert.match(mail.messageId!, new RegExp(`^<${trackingId}\\.[0-9a-f]{20}@sumbar\\.example>$`));
      assert.doesNotMatch(raw, unwritable);
    });

    test('the HTML is valid and accessible in both languages, and asks nobody for anything', async () => {
      await file();
      await file({ language: 'en' });
      await pass(morning);
      const validator = new HtmlValidate({
        extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
        rules: { 'void-style': 'off' },
      });
      const languages = new Set<string>();
      for (const { mail } of sink.arrived) {
        const html = mail.html || '';
        const { results } = await validator.validateString(html);
        assert.deepEqual(
          results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
          [],
        );
        assert.doesNotMatch(html, /<img|<link|<script|url\(|@import/);
        languages.add(/<html lang="(..)">/.exec(html)![1]!);
      }
      assert.deepEqual(languages, new Set(['id', 'en']));
    });

    test('a report’s whole way is told in its order, and all of it is one conversation', async () => {
      const filed = await file();
      await pass(morning);
      await act(filed, '2026-03-10T03:00:00Z', { type: 'verify' });
      await pass('2026-03-10T03:06:00Z');
      await act(
        filed,
        '2026-03-10T04:00:00Z',
        { type: 'dispose', to: 'sumbar.bmckt' },
        undefined,
        'Alasan yang tidak boleh keluar',
      );
      await pass('2026-03-10T04:06:00Z');
      await act(filed, '2026-03-11T02:00:00Z', { type: 'startFollowUp' }, officer);
      await pass('2026-03-11T02:06:00Z');
      await act(
        filed,
        '2026-03-12T02:00:00Z',
        { type: 'respond', message: 'Jawaban yang tidak boleh keluar' },
        officer,
        'Jawaban yang tidak boleh keluar',
      );
      await pass('2026-03-12T02:06:00Z');
      assert.deepEqual(subjects(), [
        `Laporan Anda sudah kami terima (nomor ${filed.trackingId})`,
        `Laporan Anda sudah diverifikasi (nomor ${filed.trackingId})`,
        `Laporan Anda diteruskan (nomor ${filed.trackingId})`,
        `Laporan Anda sedang ditindaklanjuti (nomor ${filed.trackingId})`,
        `Laporan Anda sudah dijawab (nomor ${filed.trackingId})`,
      ]);
      assert.match(sink.arrived[4]!.mail.text!, /Bina Marga.* sudah menjawab laporan Anda\./);
      assert.equal(new Set(sink.arrived.map(({ mail }) => mail.references)).size, 1);
      assert.equal(new Set(sink.arrived.map(({ mail }) => mail.messageId)).size, 5);
      for (const { raw } of sink.arrived) assert.doesNotMatch(raw, unwritable);
    });

    test('several events within a short time are told in one mail', async () => {
      const filed = await file();
      await pass(morning);
      sink.arrived.length = 0;
      await act(filed, '2026-03-10T03:00:00Z', { type: 'verify' });
      await pass('2026-03-10T03:01:00Z');
      await act(filed, '2026-03-10T03:02:00Z', { type: 'dispose', to: 'sumbar.bmckt' });
      await pass('2026-03-10T03:02:00Z', '2026-03-10T03:04:00Z');
      assert.equal(sink.arrived.length, 0);
      await pass('2026-03-10T03:05:00Z');
      const { mail } = only();
      assert.match(mail.text!, /sudah diperiksa[^]*Laporan Anda diteruskan ke Dinas Bina Marga/);
      assert.match(mail.subject!, /^Laporan Anda diteruskan/);
    });

    test('what happens in the night is told in the morning of the region, and a receipt at once', async () => {
      // 22.30 in Padang
      const filed = await file({}, '2026-03-10T15:30:00Z');
      await pass('2026-03-10T15:30:00Z');
      only();
      await act(filed, '2026-03-10T15:40:00Z', { type: 'verify' });
      await pass('2026-03-10T15:50:00Z', '2026-03-10T22:59:00Z');
      only();
      await pass('2026-03-10T23:00:00Z');
      assert.equal(sink.arrived.length, 2);
    });

    test('the reporter is reminded before a report closes by itself, and told that it closed', async () => {
      const filed = await file();
      await act(filed, morning, { type: 'dispose', to: 'sumbar.bmckt' });
      await act(filed, morning, { type: 'respond', message: 'Sudah.' }, officer, 'Sudah.');
      const days = Array.from({ length: 24 }, (_, day) =>
        new Date(Date.parse(morning) + day * 86_400_000).toISOString().replace('.000', ''),
      );
      await pass(...days);
      assert.deepEqual(subjects().slice(-2), [
        `Kami menunggu tanggapan Anda (nomor ${filed.trackingId})`,
        `Laporan Anda ditutup (nomor ${filed.trackingId})`,
      ]);
    });

    const untold: [string, object][] = [
      ['who is anonymous', { anonymous: true }],
      ['who chose no channel', { reporter: { ...written.reporter, notifyBy: undefined } }],
      ['who wants no news', { reporter: { ...written.reporter, notifyBy: 'none' } }],
      ['who chose a channel that this gateway does not have', { reporter: { ...written.reporter, notifyBy: 'sms' } }],
      ['who left no address', { reporter: { name: 'Uni Rosnida', notifyBy: 'email' } }],
    ];
    for (const [who, change] of untold) {
      test(`somebody ${who} is told nothing`, async () => {
        await file(change);
        await pass(morning);
        assert.equal(sink.arrived.length, 0);
        assert.deepEqual(await rows(), []);
      });
    }

    test('a mail about a confidential report names no institution', async () => {
      const filed = await file({ confidential: true });
      await act(filed, morning, { type: 'dispose', to: 'sumbar.bmckt' });
      await pass(morning, '2026-03-10T03:00:00Z');
      for (const { raw, mail } of sink.arrived)
        assert.doesNotMatch(`${raw}${mail.text}`, /Bina Marga|Pemerintah Provinsi|tidak boleh/);
      assert.ok(sink.arrived.length > 0);
    });

    test('once a report is withdrawn, or its reporter forgotten, what waited is not sent', async () => {
      const [withdrawn, forgotten] = [await file(), await file()];
      await pass(morning);
      sink.arrived.length = 0;
      for (const filed of [withdrawn, forgotten]) await act(filed, morning, { type: 'verify' });
      await pass('2026-03-10T02:01:00Z');
      await act(withdrawn, '2026-03-10T02:02:00Z', { type: 'withdraw' }, { kind: 'reporter' });
      await engine().database.query('delete from report_identity where report_id = $1', [forgotten.trackingId]);
      await pass('2026-03-10T03:00:00Z');
      assert.equal(sink.arrived.length, 0);
      assert.deepEqual(
        (await rows()).map(({ state }) => state),
        ['sent', 'sent', 'lapsed', 'lapsed'],
      );
    });

    test('what was sent to somebody is forgotten with who it was', async () => {
      const [{ trackingId }, other] = [await file(), await file()];
      await pass(morning);
      const { database, clockPolicy } = engine();
      await database.transaction((transaction) =>
        eraseWhatIsOver(transaction, trackingId, '2020-01-01T00:00:00Z', morning, clockPolicy.retention),
      );
      const left = await database.query<{ report_id: string }>('select report_id from notification', []);
      assert.deepEqual(left, [{ report_id: other.trackingId }]);
    });

    test('a server that is away, or busy, gets the same mail later', async () => {
      sink.misbehave({ recipient: () => ({ code: 451, text: `4.7.1 ${address}: greylisted` }) });
      await file();
      await pass(morning);
      assert.deepEqual(
        (await rows()).map(({ state, attempts, last_error }) => [state, attempts, last_error]),
        [['queued', 1, 'EENVELOPE RCPT TO 451 4.7.1']],
      );
      sink.misbehave({});
      await pass(morning);
      assert.equal(sink.arrived.length, 0, 'the pause is kept');
      await retryNow();
      await pass(morning);
      only();
    });

    test('what the receiving side refuses for good is recorded and not tried again', async () => {
      sink.misbehave({ recipient: () => ({ code: 550, text: `5.1.1 ${address}: no such mailbox` }) });
      const filed = await file();
      await pass(morning);
      await retryNow();
      await pass(morning);
      assert.deepEqual(
        (await rows()).map(({ state, attempts, last_error }) => [state, attempts, last_error]),
        [['refused', 1, 'EENVELOPE RCPT TO 550 5.1.1']],
      );
      const metrics = (await opened().call('GET', '/metrics', { key: null })).body;
      assert.match(metrics, /lapor_notification_attempts_total\{channel="email",outcome="refused"\} [1-9]/);
      // Asked twice, it is left alone.
      await act(filed, morning, { type: 'verify' });
      await pass('2026-03-10T03:00:00Z');
      await act(filed, '2026-03-10T04:00:00Z', { type: 'dispose', to: 'sumbar.bmckt' });
      const attempts = sink.attempts();
      await pass('2026-03-10T05:00:00Z');
      assert.equal(sink.attempts(), attempts);
      assert.deepEqual(
        (await rows()).map(({ state }) => state),
        ['refused', 'refused', 'lapsed'],
      );
    });

    test('a sender that is refused is the gateway’s trouble, and loses no mail', async () => {
      sink.misbehave({ sender: () => ({ code: 550, text: '5.7.1 not you' }) });
      await file();
      await pass(morning);
      assert.deepEqual(
        (await rows()).map(({ state, last_error }) => [state, last_error]),
        [['queued', 'EENVELOPE MAIL FROM 550 5.7.1']],
      );
    });

    for (const fault of ['hang', 'drop'] as const) {
      test(`a server that ${fault}s after the message gets it again under the same id`, async () => {
        sink.misbehave({ data: () => fault });
        const { trackingId } = await file();
        await pass(morning);
        assert.deepEqual(
          (await rows()).map(({ state, attempts }) => [state, attempts]),
          [['queued', 1]],
        );
        const firstIds = sink.arrived.map(({ mail }) => mail.messageId);
        sink.misbehave({});
        // What happens meanwhile is told apart, so that the repeated mail is the same one.
        await act({ trackingId, token: '' }, morning, { type: 'verify' });
        await pass(morning);
        await retryNow();
        await pass(morning);
        assert.match(sink.arrived.at(-1)!.mail.subject!, /sudah kami terima/);
        for (const id of firstIds) assert.equal(sink.arrived.at(-1)!.mail.messageId, id);
        assert.deepEqual(
          (await rows()).map(({ state, sequences }) => [state, sequences]),
          [
            ['sent', [0]],
            ['queued', [1]],
          ],
        );
      });
    }

    test('what could not be sent within three days is no news any more', async () => {
      sink.misbehave({ data: () => ({ code: 452, text: '4.3.1 full' }) });
      await file();
      await pass(morning);
      sink.misbehave({});
      await retryNow();
      await pass('2026-03-13T02:00:00Z');
      assert.equal(sink.arrived.length, 0);
      assert.deepEqual((await rows()).map(({ state, last_error }) => [state, last_error])[0], [
        'lapsed',
        'it could not be sent in time',
      ]);
    });

    test('an address is not flooded, however many reports are filed under it', async () => {
      for (let count = 0; count < 6; count += 1) await file();
      await pass(morning);
      assert.equal(sink.arrived.length, 4);
      await pass('2026-03-11T03:30:00Z');
      assert.equal(sink.arrived.length, 6);
    });

    test('an event that is handed over twice is told once', async () => {
      const { trackingId } = await file();
      await engine().database.query('insert into outbox (report_id, sequence, created_at) values ($1, 0, $2)', [
        trackingId,
        morning,
      ]);
      await pass(morning);
      only();
    });

    test('what another writer put into the database cannot add a header or a recipient', async () => {
      const { trackingId } = await file();
      await engine().database.query(`update report_identity set email = $2 where report_id = $1`, [
        trackingId,
        'rosnida@contoh.example>\r\nBcc: <orang@lain.example',
      ]);
      await engine().database.query(
        `update site set settings = jsonb_set(settings, '{name}', to_jsonb($1::text)) where id = 'sumbar'`,
        ['Situs\r\nBcc: orang@lain.example\r\n\r\n<script>alert(1)</script>'],
      );
      engine().sites.clear();
      await pass(morning);
      assert.equal(sink.arrived.length, 0);
      assert.deepEqual(
        (await rows()).map(({ state }) => state),
        ['refused'],
      );
      await file();
      await pass(morning);
      const { mail, to } = only();
      assert.deepEqual([to, mail.bcc], [[address], undefined]);
      assert.doesNotMatch(mail.html || '', /<script>/);
      await engine().database.query(`update site set settings = '{"name":"Situs sumbar"}' where id = 'sumbar'`, []);
      engine().sites.clear();
    });
  },
  {
    publicUrl,
    newsChannels: [toSink],
    notifications: { pauses: [3600], dailyPerAddress: 4 },
    log: createLog('debug', { write: (line) => void lines.push(line) }),
  },
);
