import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { messagesFor } from '@lapor/schemas/messages';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { createLog } from '../journal/log.ts';
import { isGsmText } from '../sms/gsm-alphabet.ts';
import { segmentsOf } from '../sms/segments-of.ts';
import { smpp } from '../sms/smpp-library.ts';
import { startSmsc, type SubmittedSms } from '../sms/smsc.test.support.ts';
import { until } from '../until.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { type Answer, answersIn, newPhone, partsFrom, smsFrom } from './phones.test.support.ts';
import type { SmsOptions } from './sms-options.ts';

const smsc = await startSmsc();
after(() => smsc.stop());

const options = (): SmsOptions => ({
  account: smsc.account(),
  source: { address: '1708' },
  site: 'sumbar',
  keyword: 'LAPOR',
  times: { firstPause: 20, longestPause: 100 },
});

const logged: string[] = [];
const log = createLog('debug', { write: (line: string) => void logged.push(line) });

const isNews = ({ text }: Answer) => text.startsWith('LAPOR! ');
/** Answers alone: the clock is moved, and so there is also news of what was filed before. */
const answers = () => answersIn(smsc.submitted).filter((answer) => !isNews(answer));
const newsTo = (phone: string) => answersIn(smsc.submitted).filter((answer) => isNews(answer) && answer.to === phone);

const long = `LAPOR Jembatan gantung di Jorong Koto Tuo putus sejak Senin. ${'Anak sekolah memutar tujuh kilometer. '.repeat(8)}Mohon segera diperbaiki.`;

onBothDatabases(
  'a report by SMS',
  (opened) => {
    const { query } = {
      query: (sql: string) => opened().gateway.engine.database.query<Record<string, never>>(sql, []),
    };
    const countReports = async () => Number((await query('select count(*) as count from report'))[0]?.['count']);
    /** Waits until nothing is left to be answered. */
    const settled = () =>
      until(
        async () => (await query('select id from short_message where due_at is not null')).length === 0,
        'everything is answered',
      );
    const deliver = async (fields: object) => {
      const { command_status: status } = await smsc.deliver({ ...fields });
      return status;
    };
    const say = async (phone: string, text: string) => {
      assert.equal(await deliver(smsFrom(phone, text)), 0);
      await settled();
    };
    const wait = (minutes: number) => {
      const { clock } = opened();
      clock.set(`${new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString().slice(0, 19)}Z`);
    };
    const runDue = () => opened().gateway.clockWork.runDue(opened().clock.now());
    const numberIn = (text = '') => /nomor (\d{7})/.exec(text)?.[1] ?? '';
    const tokenIn = (text = '') => /rt_\S+/.exec(text)?.[0] ?? '';
    const contentOf = async (text: string | undefined) =>
      (await opened().call('GET', `/v1/reports/${numberIn(text)}`, { key: tokenIn(text) })).body.own.content;

    before(async () => {
      await runDue();
      await smsc.bound();
    });
    beforeEach(() => {
      smsc.submitted.length = 0;
      smsc.react = () => 'take';
    });

    test('is filed, and its sender gets the number, the key and the way to follow it', async () => {
      const phone = newPhone();
      await say(phone, 'LAPOR Lampu jalan di depan pasar padam. Sudah tiga malam.');
      const [answer, ...more] = answers();
      assert.equal(more.length, 0);
      assert.equal(answer?.to, phone);
      const number = numberIn(answer?.text);
      assert.match(answer?.text ?? '', new RegExp(`STATUS ${number}, kirim ke 1708`));
      assert.match(answer?.text ?? '', new RegExp(`/forms/status\\?number=${number} `));
      const { status, body } = await opened().call('GET', `/v1/reports/${number}`, { key: tokenIn(answer?.text) });
      assert.equal(status, 200);
      assert.equal(body.title, 'Lampu jalan di depan pasar padam');
      assert.equal(body.own.content, 'Lampu jalan di depan pasar padam. Sudah tiga malam.');
      const [row] = await query(
        `select channel, phone, notify_by, event ->> 'channel' as told from report join report_identity on report_id = report.id join report_event using (report_id) where id = ${number}`,
      );
      assert.deepEqual({ ...row }, { channel: 'sms', phone: `+${phone}`, notify_by: 'sms', told: 'sms' });
    });

    test('is one report when the SMSC hands it over twice, and is answered once', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      const message = smsFrom(phone, 'LAPOR Sampah menumpuk di depan terminal.');
      assert.deepEqual(await Promise.all([deliver(message), deliver(message)]), [0, 0]);
      await settled();
      assert.equal(await deliver(message), 0);
      await settled();
      assert.equal(await countReports(), earlier + 1);
      assert.equal(answers().length, 1);
    });

    test('that is sent again later is the same report, and its number is told again', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      await say(phone, 'LAPOR Sampah menumpuk di depan terminal.');
      wait(10);
      await say(phone, 'LAPOR Sampah menumpuk di depan terminal.');
      const [first, second] = answers();
      assert.equal(second?.text, first?.text);
      assert.equal(await countReports(), earlier + 1);
      wait(25 * 60);
      await say(phone, 'LAPOR Sampah menumpuk di depan terminal.');
      assert.equal(await countReports(), earlier + 2);
    });

    test('in parts is one report, in whatever order and however often they come', async () => {
      for (const [text, reference] of [
        [long, 200],
        [`${long} Terima kasih 🙏🙏 ${'😀'.repeat(80)}`, 201],
      ] as const) {
        const phone = newPhone();
        const earlier = await countReports();
        const parts = partsFrom(phone, text, reference);
        assert.ok(parts.length > 2);
        for (const part of [...parts.toReversed(), ...parts]) assert.equal(await deliver(part), 0);
        await settled();
        assert.equal(await countReports(), earlier + 1);
        assert.equal(await contentOf(answers().at(-1)?.text), text.slice('LAPOR '.length));
      }
    });

    test('in parts whose characters are cut in the middle is read as it was written', async () => {
      const phone = newPhone();
      const text = `LAPOR Jalan rusak ${'😀'.repeat(60)}`;
      const octets = Buffer.from(text, 'utf16le').swap16();
      // Cut after 133 octets: in the middle of a UTF-16 unit, as no phone should.
      const cuts = [octets.subarray(0, 133), octets.subarray(133, 255), octets.subarray(255)];
      for (const [index, piece] of cuts.entries())
        assert.equal(
          await deliver({
            ...smsFrom(phone, ''),
            data_coding: 8,
            sar_msg_ref_num: 77,
            sar_total_segments: cuts.length,
            sar_segment_seqnum: index + 1,
            short_message: piece,
          }),
          0,
        );
      await settled();
      assert.equal(await contentOf(answers()[0]?.text), text.slice('LAPOR '.length));
    });

    test('in parts that all come at once is one report', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      assert.deepEqual(new Set(await Promise.all(partsFrom(phone, long, 9).map(deliver))), new Set([0]));
      await settled();
      assert.equal(await countReports(), earlier + 1);
    });

    test('of which a part is missing is filed after an hour, and says so', async () => {
      const phone = newPhone();
      const [first, , third] = partsFrom(phone, long, 3);
      await deliver(first!);
      await deliver(third!);
      wait(30);
      await runDue();
      assert.equal(answers().length, 0);
      wait(31);
      await runDue();
      await settled();
      assert.match(
        await contentOf(answers()[0]?.text),
        /^Jembatan gantung .* \[Bagian SMS ini tidak sampai\] .*diperbaiki\.$/s,
      );
    });

    test('whose beginning is missing is asked for again', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      await deliver(partsFrom(phone, long, 4)[1]!);
      wait(61);
      await runDue();
      await settled();
      assert.equal(answers()[0]?.text, messagesFor('id').sms.incomplete);
      assert.equal(await countReports(), earlier);
    });

    test('whose phone uses a reference again is another report', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      for (const text of [long, long.replaceAll('Jembatan', 'Jalan').replaceAll('kilometer', 'hari')]) {
        for (const part of partsFrom(phone, text, 5)) await deliver(part);
        await settled();
      }
      assert.equal(await countReports(), earlier + 2);
      // One that never became whole does not spoil the next under its reference.
      await deliver(partsFrom(phone, long.replaceAll('Jembatan', 'Pasar'), 6)[0]!);
      const next = long.replaceAll('Jembatan', 'Halte');
      for (const part of partsFrom(phone, next, 6)) await deliver(part);
      await settled();
      assert.equal(await contentOf(answers().at(-1)?.text), next.slice('LAPOR '.length));
    });

    test('of more parts than are taken is refused for good', async () => {
      const status = await deliver(partsFrom(newPhone(), `LAPOR ${'a'.repeat(4_000)}`, 7)[0]!);
      assert.equal(status, smpp.errors['ESME_RX_P_APPN']);
    });

    test('that is too short or too long is told what to do', async () => {
      const phone = newPhone();
      await say(phone, 'LAPOR banjir');
      assert.match(answers()[0]?.text ?? '', /terlalu pendek.*ketik LAPOR \(spasi\) isi aduan Anda, kirim ke 1708/);
    });

    test('keeps its place when the SMSC does not take the answer now', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      smsc.react = () => smpp.errors['ESME_RSYSERR'] ?? 0;
      assert.equal(await deliver(smsFrom(phone, 'LAPOR Pohon tumbang menutup jalan.')), 0);
      await until(async () => (await countReports()) === earlier + 1, 'it is filed all the same');
      await until(() => smsc.submitted.length > 0, 'the answer was tried');
      smsc.react = () => 'take';
      await until(
        async () =>
          (
            await query(
              "select id from short_message where due_at > now() + interval '5 seconds' and due_at < now() + interval '60 seconds'",
            )
          ).length === 1,
        'it waits for the next attempt',
      );
      await query('update short_message set due_at = now() where due_at is not null');
      await runDue();
      await settled();
      assert.equal(await countReports(), earlier + 1);
      assert.match(answers().at(-1)?.text ?? '', /kami terima, nomor/);
    });

    test('stays when its sender cannot be answered at all', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      smsc.react = () => smpp.errors['ESME_RINVDSTADR'] ?? 0;
      await say(phone, 'LAPOR Trotoar rusak di depan sekolah.');
      assert.equal(await countReports(), earlier + 1);
      assert.equal(smsc.submitted.length, 1);
      const [row] = await query('select outcome from short_message order by id desc limit 1');
      assert.equal(row?.['outcome'], 'unanswered');
    });

    test('leaves neither number nor text in the queue, and nothing of either, nor a key, in the log', async () => {
      const phone = newPhone();
      await say(phone, 'LAPOR Rahasia dapur umum di Kampung Melati.');
      for (const part of partsFrom(phone, long, 8)) await deliver(part);
      await settled();
      const rows = await query('select to_json(m)::text as row from short_message m');
      const parts = await query('select to_json(p)::text as row from short_message_part p where octets is not null');
      assert.equal(parts.length, 0);
      const kept = rows.map(({ row }) => String(row)).join('\n');
      for (const secret of [phone, 'Melati', 'Jembatan', 'rt_']) {
        assert.ok(!kept.includes(secret), secret);
        assert.ok(!logged.join('\n').includes(secret), secret);
      }
    });

    test('is forgotten as a message after three days', async () => {
      const { gateway, clock } = opened();
      await say(newPhone(), 'LAPOR Kabel listrik menjuntai di tepi jalan.');
      wait(4 * 24 * 60);
      await gateway.clockWork.runDue(clock.now());
      assert.equal((await query('select id from short_message')).length, 0);
      assert.equal((await query('select part from short_message_part')).length, 0);
    });

    describe('asked about by its number', () => {
      test('is told of to whoever sent it, and to nobody else', async () => {
        const phone = newPhone();
        await say(phone, 'LAPOR Drainase tersumbat di Jalan Melati.');
        const number = numberIn(answers()[0]?.text);
        await say(phone, `STATUS ${number}`);
        assert.equal(
          answers()[1]?.text,
          `Laporan ${number}: Belum terverifikasi. Penanggung jawab: Pemerintah Provinsi Sumatera Barat.`,
        );
        const other = newPhone();
        await say(other, `STATUS ${number}`);
        await say(other, 'STATUS 99');
        const { notFound } = messagesFor('id').sms;
        assert.deepEqual(
          answers()
            .slice(2)
            .map(({ text }) => text),
          [notFound({ trackingId: number }), notFound({ trackingId: '99' })],
        );
      });
    });

    test('that is confidential, and came by a page, is told of to its phone without who has it', async () => {
      const phone = newPhone();
      const { body } = await opened().call('POST', '/v1/reports', {
        body: sampleReport({ confidential: true, reporter: { phone: `+${phone}` } }),
      });
      await say(phone, `STATUS ${body.trackingId}`);
      assert.equal(answers()[0]?.text, `Laporan ${body.trackingId}: Belum terverifikasi.`);
    });

    describe('of which there is news', () => {
      const act = async (number: string, action: object) => {
        const { status, body } = await opened().call('POST', `/v1/desk/reports/${number}/actions`, {
          key: testKeys.admin,
          body: action,
        });
        assert.equal(status, 200, JSON.stringify(body));
        wait(10);
        await runDue();
      };

      test('is offered on SMS to those who report on a page', async () => {
        assert.deepEqual((await opened().call('GET', '/v1/site')).body.newsChannels, ['sms']);
      });

      test('is told of by SMS, after the answer at the door and without telling the same twice, until that is stopped', async () => {
        opened().clock.set('2026-06-09T02:00:00Z');
        const phone = newPhone();
        await say(phone, 'LAPOR Atap puskesmas bocor di ruang tunggu.');
        await runDue();
        wait(10);
        await runDue();
        assert.equal(answers().length, 1);
        assert.equal(newsTo(phone).length, 0);
        const number = numberIn(answers()[0]?.text);
        await act(number, { type: 'verify' });
        const [news, ...others] = newsTo(phone);
        assert.equal(others.length, 0);
        assert.match(
          news?.text ?? '',
          new RegExp(
            `^LAPOR! ${number}: Laporan Anda sudah diverifikasi\\. \\S+ Tidak mau dikabari lagi: kirim BERHENTI ke 1708\\.$`,
          ),
        );
        await say(phone, 'Berhenti');
        assert.equal(answers()[1]?.text, messagesFor('id').sms.stopped);
        await act(number, { type: 'dispose', to: 'sumbar.bmckt', reason: 'Bangunan milik provinsi.' });
        assert.equal(newsTo(phone).length, 1);
      });

      test('is told later when the SMSC is too busy, and never again to a phone that is not there', async () => {
        opened().clock.set('2026-06-10T02:00:00Z');
        const phone = newPhone();
        await say(phone, 'LAPOR Pagar taman kota roboh ke trotoar.');
        const number = numberIn(answers()[0]?.text);
        smsc.react = () => smpp.errors['ESME_RSYSERR'] ?? 0;
        await act(number, { type: 'verify' });
        const [queued] = await query(
          `select state, last_error from notification where report_id = ${number} order by id desc limit 1`,
        );
        assert.deepEqual({ ...queued }, { state: 'queued', last_error: 'ESME_RSYSERR' });
        smsc.react = () => smpp.errors['ESME_RINVDSTADR'] ?? 0;
        await query(`update notification set next_attempt_at = now() where state = 'queued'`);
        await runDue();
        const [refused] = await query(
          `select state, last_error from notification where report_id = ${number} order by id desc limit 1`,
        );
        assert.deepEqual({ ...refused }, { state: 'refused', last_error: 'ESME_RINVDSTADR' });
      });
    });

    describe('that is none', () => {
      test('is answered with how it is done, three times within a day', async () => {
        const phone = newPhone();
        for (let index = 0; index < 6; index += 1) await say(phone, `Halo ${index}`);
        assert.equal(answers().length, 3);
        assert.match(answers()[0]?.text ?? '', /^Untuk melapor, ketik LAPOR \(spasi\) isi aduan Anda, kirim ke 1708\./);
        wait(25 * 60);
        await say(phone, 'Halo lagi');
        assert.equal(answers().length, 4);
      });

      test('does not begin a talk between two machines', async () => {
        const phone = newPhone();
        let echoes = 0;
        smsc.react = ({ destination_addr, short_message }: SubmittedSms) => {
          const echo = `Balasan otomatis ${smsc.submitted.length}: ${short_message.message}`.slice(0, 100);
          if (destination_addr === phone)
            setImmediate(() => void deliver(smsFrom(phone, echo)).then(() => (echoes += 1)));
          return 'take';
        };
        await say(phone, 'Halo');
        await until(() => echoes === 3, 'every answer was answered');
        await settled();
        assert.equal(answers().length, 3);
      });
    });

    test('from a phone that sends too many is not taken, which is said once', async () => {
      const phone = newPhone();
      const earlier = await countReports();
      for (let index = 0; index < 24; index += 1) {
        assert.equal(await deliver(smsFrom(phone, `LAPOR Lubang nomor ${index} di jalan raya.`)), 0);
      }
      await settled();
      assert.equal(await countReports(), earlier + 20);
      assert.equal(answers().filter(({ text }) => text === messagesFor('id').sms.tooMany).length, 1);
      assert.equal(answers().length, 21);
      wait(61);
      await say(phone, 'LAPOR Lubang lain di jalan raya.');
      assert.equal(await countReports(), earlier + 21);
    });
  },
  {
    log,
    get sms() {
      return options();
    },
  },
);

describe('what is said by SMS', () => {
  const facts = {
    trackingId: '1000001',
    number: '1708',
    keyword: 'LAPOR',
    status: 'Ditindaklanjuti',
    owner: 'Pemerintah Provinsi Sumatera Barat',
    maximum: 10_000,
    url: 'https://lapor.sumbarprov.example/forms/status?number=1000001',
    token: `rt_1000001_${'k'.repeat(43)}`,
  };

  test('needs one message, with the key two, and letters that every phone has', () => {
    for (const language of ['id', 'en'] as const) {
      const { sms } = messagesFor(language);
      for (const [name, sentence] of Object.entries(sms)) {
        const text = typeof sentence === 'function' ? sentence(facts) : sentence;
        if (typeof text !== 'string') continue;
        assert.ok(isGsmText(text), `${language} ${name}`);
        assert.ok(segmentsOf(text, 1).length <= (name === 'receipt' ? 2 : 1), `${language} ${name}: ${text.length}`);
      }
    }
  });
});
