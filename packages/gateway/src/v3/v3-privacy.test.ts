import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { createLog } from '../journal/log.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import {
  callV3,
  fileSample,
  formOf,
  mastersOf,
  municipal,
  provincial,
  type Secrets,
} from './v3-program.test.support.ts';

/** An invented person. */
const person = { nameUser: 'Sutan Bagindo Uji', emailUser: 'sutan.bagindo@contoh.example', phoneUser: '081299887766' };
const planted = [...Object.values(person), '+6281299887766', '1371010101900001'];

const logged: string[] = [];

onBothDatabases(
  'what is private at the V3 door',
  (opened) => {
    const found = (text: string): string[] => planted.filter((secret) => text.includes(secret));

    const everything = async (id: number, secrets: Secrets): Promise<string> => {
      let all = '';
      for (const path of [
        `/complaints/${id}/complaint`,
        `/complaints/${id}/followups?page_size=100`,
        '/complaints?page_size=100',
        `/complaints?search=${id}`,
      ]) {
        const { body, headers } = await callV3(opened(), 'GET', path, { secrets });
        all += JSON.stringify([body, [...headers]]);
      }
      return all;
    };

    for (const is_anonymous of [true, false])
      for (const is_secret of [true, false])
        test(`who reported never comes out (anonymous ${is_anonymous}, confidential ${is_secret}), and is told to v1 as it grants it`, async () => {
          const institutions = await mastersOf(opened(), 'institutions/external');
          const id = await fileSample(opened(), {
            ...person,
            is_anonymous,
            is_secret,
            disposition_id: institutions.get('Dinas Sosial'),
            nik: '1371010101900001',
            user: { nik: '1371010101900001' },
          });
          for (const secrets of [
            provincial,
            municipal,
            { application: testKeys.admin, account: testKeys.otherLiaison },
          ])
            assert.deepEqual(found(await everything(id, secrets)), []);
          const report = await opened().call('GET', `/v1/reports/${id}`);
          assert.equal(report.status, is_secret ? 404 : 200);
          assert.deepEqual(found(JSON.stringify(report.body)), []);
          const ofOffice = await opened().call('GET', `/v1/desk/reports/${id}`, { key: testKeys.otherLiaison });
          assert.equal(ofOffice.body.reporter?.name, is_anonymous ? undefined : person.nameUser);
          assert.ok(!JSON.stringify(ofOffice.body).includes('1371010101900001'), 'NIK');
        });

    test('an identity number that a program sends along is kept nowhere', async () => {
      await fileSample(opened(), { nik: '1371010101900001', nikUser: '1371010101900001' });
      const { database } = opened().gateway.engine;
      for (const table of ['report', 'report_event', 'report_identity', 'v3_complaint', 'v3_number', 'idempotency']) {
        const rows = await database.query<{ row: string }>(
          `select to_jsonb(row)::text as row from ${table} as row`,
          [],
        );
        assert.deepEqual(
          rows.filter(({ row }) => row.includes('1371010101900001')),
          [],
          table,
        );
      }
    });

    test('a note among officers is no follow-up', async () => {
      const id = await fileSample(opened());
      const body = { type: 'note', message: 'Catatan dalam: jangan disebarkan.' };
      assert.equal(
        (await opened().call('POST', `/v1/desk/reports/${id}/actions`, { key: testKeys.admin, body })).status,
        200,
      );
      assert.ok(!(await everything(id, provincial)).includes('Catatan dalam'));
    });

    test('when a report’s texts are erased its tags go too', async () => {
      const id = await fileSample(opened(), { tags_raw: '#sutan-bagindo' });
      const { database } = opened().gateway.engine;
      await database.query(`update report set title = '', content = '', erased_at = now() where id = $1`, [id]);
      const [row] = await database.query<{ tags: string[] }>('select tags from v3_complaint where report_id = $1', [
        id,
      ]);
      assert.deepEqual(row?.tags, []);
    });

    test('neither secrets nor people stand in the log', async () => {
      await fileSample(opened(), person);
      await callV3(opened(), 'POST', '/complaints/complaint', { body: '{"nameUser":"Sutan Bagindo Uji",' });
      await callV3(opened(), 'POST', '/complaints/followup/add', { body: formOf({ content: person.nameUser }) });
      const log = logged.join('');
      assert.ok(log.includes('v3FileComplaint'));
      assert.deepEqual(found(log), []);
      for (const secret of [testKeys.national, testKeys.admin]) assert.ok(!log.includes(secret));
    });
  },
  { log: createLog('debug', { write: (line: string) => void logged.push(line) }) },
);
