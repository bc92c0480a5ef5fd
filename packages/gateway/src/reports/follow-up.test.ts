import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { newAttempt, sampleReport } from '../test-gateway.test.support.ts';
import { actOnReport } from './act-on-report.ts';
import { lockReport } from './report-row.ts';

/** A report that an office has answered, as its reporter sees it. */
const answered = async ({ call, gateway, clock }: TestGateway) => {
  const { body: receipt } = await call('POST', '/v1/reports', { body: sampleReport() });
  const officer = { kind: 'officer', institutionId: 'nasional', role: 'nationalAdmin' } as const;
  const steps = [
    { type: 'verify' },
    { type: 'dispose', to: 'sumbar.bmckt' },
    { type: 'respond', message: 'Papan jembatan sudah kami ganti.' },
  ] as const;
  for (const action of steps) {
    await gateway.engine.database.transaction(async (transaction) => {
      const row = await lockReport(transaction, receipt.trackingId);
      const text = 'message' in action ? action.message : undefined;
      await actOnReport(gateway.engine, transaction, row!, {
        action,
        by: officer,
        now: clock.now(),
        language: 'id',
        text,
      });
    });
  }
  return { path: `/v1/reports/${receipt.trackingId}`, key: receipt.token as string };
};

onBothDatabases('following a report', (opened) => {
  test('a reply keeps the report open and starts the institution’s clock again', async () => {
    const { path, key } = await answered(opened());
    const { status, body } = await opened().call('POST', `${path}/replies`, {
      key,
      body: { message: 'Masih ada dua papan yang lepas.' },
    });
    assert.equal(status, 201);
    assert.equal(body.status.code, 'reporterReplied');
    assert.equal(body.timeline.at(-1).message, 'Masih ada dua papan yang lepas.');
    assert.deepEqual(
      body.deadlines
        .filter((deadline: { state: string; kind: string }) => deadline.state === 'running')
        .map((deadline: { kind: string }) => deadline.kind)
        .sort(),
      ['completion', 'followUp', 'legalLimit'],
    );
  });

  test('a confirmation closes the report, and a dispute opens it again with the old completion date', async () => {
    const { path, key } = await answered(opened());
    const before = await opened().call('GET', path, { key });
    const closed = await opened().call('POST', `${path}/confirmation`, {
      key,
      body: { rating: 4, comment: 'Terima kasih.' },
    });
    assert.equal(closed.body.status.code, 'completed');
    assert.equal(closed.body.rating, 4);
    const again = await opened().call('POST', `${path}/dispute`, { key, body: { reason: 'Ternyata rusak lagi.' } });
    assert.equal(again.body.status.code, 'reporterReplied');
    const dueOf = (body: { deadlines: { kind: string; dueOn: string }[] }) =>
      body.deadlines.find((deadline) => deadline.kind === 'completion')?.dueOn;
    assert.equal(dueOf(again.body), dueOf(before.body));
  });

  test('what cannot be done now is refused with the reason in words, and changes nothing', async () => {
    const { body: receipt } = await opened().call('POST', '/v1/reports', { body: sampleReport() });
    const path = `/v1/reports/${receipt.trackingId}`;
    const refused = await opened().call('POST', `${path}/confirmation`, {
      key: receipt.token,
      body: { rating: 5 },
      language: 'en',
    });
    assert.equal(refused.status, 409);
    assert.equal(refused.body.code, 'actionNotPossible');
    assert.ok(refused.body.detail.length > 20);
    assert.equal((await opened().call('GET', path, { key: receipt.token })).body.timeline.length, 1);
  });

  test('the same reply sent twice under one name stands once', async () => {
    const { path, key } = await answered(opened());
    const headers = { 'idempotency-key': newAttempt() };
    const body = { message: 'Sekali saja.' };
    const first = await opened().call('POST', `${path}/replies`, { key, body, headers });
    const again = await opened().call('POST', `${path}/replies`, { key, body, headers });
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(again.body, first.body);
    const { body: now } = await opened().call('GET', path, { key });
    assert.equal(now.timeline.filter((event: { type: string }) => event.type === 'replied').length, 1);
  });

  test('a token opens no other report, and the page’s key opens nobody’s reply', async () => {
    const mine = await answered(opened());
    const other = await answered(opened());
    for (const way of ['replies', 'dispute', 'confirmation', 'withdrawal']) {
      const body =
        way === 'replies'
          ? { message: 'x' }
          : way === 'dispute'
            ? { reason: 'x' }
            : way === 'confirmation'
              ? { rating: 1 }
              : {};
      assert.equal((await opened().call('POST', `${other.path}/${way}`, { key: mine.key, body })).status, 404);
      assert.equal((await opened().call('POST', `${other.path}/${way}`, { body })).status, 403);
    }
    assert.equal((await opened().call('GET', other.path, { key: mine.key })).status, 404);
  });

  test('support counts a caller once, and says nothing of who it was', async () => {
    const { path } = await answered(opened());
    assert.deepEqual((await opened().call('POST', `${path}/support`)).body, { supportCount: 1 });
    assert.deepEqual((await opened().call('POST', `${path}/support`)).body, { supportCount: 1 });
    const rows = await opened().gateway.engine.database.query<{ event: { by: object } }>(
      `select event from report_event where event ->> 'type' = 'supported'`,
      [],
    );
    assert.ok(rows.every((row) => JSON.stringify(row.event.by) === '{"kind":"public"}'));
  });

  test('a withdrawn report is archived at its reporter’s request and stays so', async () => {
    const { path, key } = await answered(opened());
    const { body } = await opened().call('POST', `${path}/withdrawal`, { key, body: {} });
    assert.equal(body.status.code, 'archived');
    assert.equal(
      (await opened().call('POST', `${path}/dispute`, { key, body: { reason: 'Berubah pikiran.' } })).status,
      409,
    );
  });
});
