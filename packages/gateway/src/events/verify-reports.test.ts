import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { verifyReports } from './verify-reports.ts';

/** Files a report with a reply, and gives its number. */
const fileWithReply = async ({ call }: TestGateway): Promise<string> => {
  const { body } = await call('POST', '/v1/reports', { body: sampleReport() });
  await call('POST', `/v1/reports/${body.trackingId}/replies`, {
    key: body.token,
    body: { message: 'Tambahan: letaknya di sebelah timur pasar.' },
  });
  return body.trackingId;
};

onBothDatabases('verifying what is stored', (opened) => {
  const database = () => opened().gateway.engine.database;
  const findings = async () => (await verifyReports(opened().gateway.engine)).findings;

  test('finds nothing where nothing was touched', async () => {
    await fileWithReply(opened());
    const result = await verifyReports(opened().gateway.engine);
    assert.deepEqual(result.findings, []);
    assert.ok(result.reports > 0 && result.events > result.reports);
  });

  const damages: readonly (readonly [what: string, problem: string, statement: string, mend: string])[] = [
    [
      'a changed event',
      'brokenHash',
      `update report_event set event = jsonb_set(event, '{channel}', '"sms"') where report_id = $1 and sequence = 0`,
      `update report_event set event = jsonb_set(event, '{channel}', '"website"') where report_id = $1 and sequence = 0`,
    ],
    [
      'a changed text',
      'changedText',
      `update report_text set text = text || ' tidak' where report_id = $1`,
      `update report_text set text = left(text, length(text) - 6) where report_id = $1`,
    ],
    [
      'a hash from nowhere',
      'brokenHash',
      `update report_event set hash = '\\x00' where report_id = $1 and sequence = 1`,
      '',
    ],
  ];

  for (const [what, problem, statement, mend] of damages) {
    test(`finds ${what}`, async () => {
      const trackingId = await fileWithReply(opened());
      await database().query(statement, [trackingId]);
      const found = await findings();
      assert.deepEqual(
        found.map((finding) => [finding.trackingId, finding.faults[0]?.problem]),
        [[trackingId, problem]],
      );
      await (mend
        ? database().query(mend, [trackingId])
        : database().query('delete from report where id = $1', [trackingId]));
      assert.deepEqual(await findings(), []);
    });
  }

  test('finds a missing event', async () => {
    const trackingId = await fileWithReply(opened());
    await database().query('delete from report_event where report_id = $1 and sequence = 0', [trackingId]);
    const [finding] = await findings();
    assert.ok(finding?.faults.some((fault) => fault.problem === 'wrongSequence' || fault.problem === 'brokenHash'));
    await database().query('delete from report where id = $1', [trackingId]);
  });

  test('a deleted text is no damage: the chain stands without it', async () => {
    const trackingId = await fileWithReply(opened());
    await database().query('delete from report_text where report_id = $1', [trackingId]);
    assert.deepEqual(await findings(), []);
  });

  test('what is stored beside the events is found stale, and written anew when asked', async () => {
    const trackingId = await fileWithReply(opened());
    await database().query(`update report set status = 'completed', owner_id = 'padang', state = '{}' where id = $1`, [
      trackingId,
    ]);
    const stale = await findings();
    assert.deepEqual(
      stale.map((finding) => finding.trackingId),
      [trackingId],
    );
    assert.ok(['status', 'owner_id', 'state'].every((part) => stale[0]?.stale.includes(part)));
    assert.equal((await verifyReports(opened().gateway.engine, { rebuild: true })).rebuilt, 1);
    assert.deepEqual(await findings(), []);
    assert.equal((await opened().call('GET', `/v1/reports/${trackingId}`)).body.status.code, 'unverified');
  });

  test('a report at which the clock work would look too late, or never, is found and put right', async () => {
    const { engine } = opened().gateway;
    const trackingId = await fileWithReply(opened());
    const clockAt = async (): Promise<Date | null | undefined> =>
      (await database().query<{ clock_at: Date | null }>('select clock_at from report where id = $1', [trackingId]))[0]
        ?.clock_at;
    const right = await clockAt();
    assert.ok(right instanceof Date);
    for (const wrong of [null, '2099-01-01T00:00:00Z']) {
      await database().query('update report set clock_at = $2 where id = $1', [trackingId, wrong]);
      assert.deepEqual(await findings(), [{ trackingId, faults: [], stale: ['clock_at'] }]);
      assert.equal((await verifyReports(engine, { rebuild: true })).rebuilt, 1);
      assert.deepEqual(await clockAt(), right);
      assert.deepEqual(await findings(), []);
    }
    // Who looks too early finds out when to look again.
    await database().query(`update report set clock_at = '2026-01-01T00:00:00Z' where id = $1`, [trackingId]);
    assert.deepEqual(await findings(), []);
  });

  test('a closed report that would never be erased is found and put right', async () => {
    const trackingId = await fileWithReply(opened());
    await database().query('update report set clock_at = null where id = $1', [trackingId]);
    const { body: archived } = await opened().call('POST', `/v1/desk/reports/${trackingId}/actions`, {
      key: testKeys.admin,
      body: { type: 'archive', reasonCode: 'notClear', reason: 'Laporan tidak jelas.' },
    });
    assert.equal(archived.status.code, 'archived');
    await database().query('update report set clock_at = null where id = $1', [trackingId]);
    assert.deepEqual(
      (await findings()).map(({ stale }) => stale),
      [['clock_at']],
    );
    await verifyReports(opened().gateway.engine, { rebuild: true });
    assert.deepEqual(await findings(), []);
  });
});
