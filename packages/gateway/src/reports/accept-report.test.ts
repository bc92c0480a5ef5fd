import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Receipt } from '@lapor/schemas';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { newAttempt, sampleReport, testKeys } from '../test-gateway.test.support.ts';

onBothDatabases('accepting a report', (opened) => {
  test('answers with a receipt of the contract', async () => {
    const answer = await opened().call('POST', '/v1/reports', { body: sampleReport() });
    assert.equal(answer.status, 201);
    assert.ok(z.safeParse(Receipt, answer.body).success);
    assert.equal(answer.body.status.code, 'unverified');
    assert.equal(answer.body.owner.id, 'sumbar');
    assert.equal(answer.headers.get('location'), `http://localhost:1708/v1/reports/${answer.body.trackingId}`);
  });

  test('a repetition with the same name gets the same bytes and files nothing', async () => {
    const headers = { 'idempotency-key': newAttempt() };
    const body = sampleReport({ title: 'Jalan longsor' });
    const first = await opened().call('POST', '/v1/reports', { body, headers });
    const again = await opened().call('POST', '/v1/reports', { body, headers });
    assert.equal(again.status, 201);
    assert.equal(JSON.stringify(again.body), JSON.stringify(first.body));
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    const other = await opened().call('POST', '/v1/reports', { body: sampleReport({ title: 'Hal lain' }), headers });
    assert.equal(other.body.code, 'idempotencyKeyReused');
  });

  test('twenty callers with one name at the same time file one report', async () => {
    const headers = { 'idempotency-key': newAttempt() };
    const body = sampleReport({ title: 'Serentak dua puluh kali' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => opened().call('POST', '/v1/reports', { body, headers })),
    );
    const numbers = new Set(answers.filter((answer) => answer.status === 201).map((answer) => answer.body.trackingId));
    assert.equal(numbers.size, 1);
    assert.ok(answers.every((answer) => answer.status === 201 || answer.body.code === 'idempotencyInProgress'));
    const rows = await opened().gateway.engine.database.query(
      `select id from report where title = 'Serentak dua puluh kali'`,
      [],
    );
    assert.equal(rows.length, 1);
  });

  test('a target that does not exist is no reason to refuse: the coordinator owns the report', async () => {
    const answer = await opened().call('POST', '/v1/reports', {
      body: sampleReport({ targetInstitutionId: 'tidak-ada' }),
    });
    assert.equal(answer.status, 201);
    assert.equal(answer.body.owner.id, 'sumbar');
    const chosen = await opened().call('POST', '/v1/reports', {
      body: sampleReport({ targetInstitutionId: 'padang.pupr' }),
    });
    assert.equal(chosen.body.owner.id, 'padang.pupr');
  });

  test('a region or category that does not exist, and a day that has not come, are named', async () => {
    const body = sampleReport({
      categoryId: 'tidak-ada',
      incident: { date: '2026-03-11', place: { regionCode: '99.99' } },
    });
    const { status, body: problem } = await opened().call('POST', '/v1/reports', { body });
    assert.equal(status, 422);
    assert.deepEqual(
      problem.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
      [
        ['/incident/place/regionCode', 'unknownReference'],
        ['/incident/date', 'inFuture'],
        ['/categoryId', 'unknownReference'],
      ],
    );
  });

  test('answers are judged by the questions of their category', async () => {
    const missing = await opened().call('POST', '/v1/reports', { body: sampleReport({ categoryId: 'lampu-jalan' }) });
    assert.deepEqual(
      missing.body.errors.map((error: { pointer: string }) => error.pointer),
      ['/answers/nomor-tiang'],
    );
    const whole = await opened().call('POST', '/v1/reports', {
      body: sampleReport({ categoryId: 'lampu-jalan', answers: { 'nomor-tiang': 'PJU-117' } }),
    });
    assert.equal(whole.status, 201);
  });

  test('who reported stands apart from what was reported', async () => {
    const { body } = await opened().call('POST', '/v1/reports', {
      body: sampleReport({ title: 'Dengan nama', reporter: { name: 'Uni Rosnida', email: 'uni@contoh.example' } }),
    });
    const [row] = await opened().gateway.engine.database.query<{ whole: string }>(
      'select to_jsonb(report)::text as whole from report where tracking_id = $1',
      [body.trackingId],
    );
    assert.ok(!row!.whole.includes('Rosnida') && !row!.whole.includes('uni@'));
    const publicly = await opened().call('GET', `/v1/reports/${body.trackingId}`);
    assert.ok(!JSON.stringify(publicly.body).includes('Rosnida'));
    const own = await opened().call('GET', `/v1/reports/${body.trackingId}`, { key: body.token });
    assert.equal(own.body.own.reporter.name, 'Uni Rosnida');
  });

  test('a confidential report is not there for the public, and is for its reporter', async () => {
    const { body } = await opened().call('POST', '/v1/reports', {
      body: sampleReport({ title: 'Rahasia sekali', confidential: true }),
    });
    assert.equal((await opened().call('GET', `/v1/reports/${body.trackingId}`)).status, 404);
    assert.equal((await opened().call('GET', `/v1/reports/${body.trackingId}`, { key: body.token })).status, 200);
    const list = await opened().call('GET', '/v1/reports?limit=100');
    assert.ok(!JSON.stringify(list.body).includes('Rahasia sekali'));
  });

  test('a page of another origin cannot use the site’s key', async () => {
    const answer = await opened().call('POST', '/v1/reports', {
      body: sampleReport(),
      headers: { origin: 'https://palsu.example' },
    });
    assert.equal(answer.body.code, 'originNotAllowed');
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
    const own = await opened().call('POST', '/v1/reports', {
      body: sampleReport(),
      headers: { origin: 'https://sumbar.example' },
    });
    assert.equal(own.headers.get('access-control-allow-origin'), 'https://sumbar.example');
    assert.equal(
      (
        await opened().call('GET', '/v1/site', {
          key: testKeys.padangSite,
          headers: { origin: 'https://sumbar.example' },
        })
      ).status,
      403,
    );
  });
});
