import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessKeyWithSecret } from '@lapor/schemas';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { newAttempt, testKeys } from '../test-gateway.test.support.ts';

const { admin, liaison, national, padangAdmin } = testKeys;

onBothDatabases('administering keys', (opened) => {
  const path = '/v1/desk/keys';
  const create = (key: string, body: object, headers: Record<string, string> = {}) =>
    opened().call('POST', path, { key, body, headers });
  const revoke = (key: string, id: string) => opened().call('DELETE', `${path}/${id}`, { key });
  const works = async (key: string) =>
    (await opened().call('GET', key.startsWith('pk_') ? '/v1/site' : '/v1/desk/reports', { key })).status;
  const secret = (change: object = {}) => ({
    kind: 'secret',
    institutionId: 'sumbar.bmckt',
    role: 'liaisonOfficer',
    name: 'Sistem jalan',
    ...change,
  });

  test('a new key works at once, a revoked one fails at once and for good', async () => {
    for (const body of [secret(), { kind: 'publishable', siteId: 'sumbar', name: 'Situs' }]) {
      const answer = await create(admin, body);
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      const made = z.parse(AccessKeyWithSecret, answer.body);
      assert.ok(made.key.startsWith(made.prefix) && made.key.length > 25);
      assert.equal(await works(made.key), 200);
      assert.equal((await revoke(admin, made.id)).status, 204);
      assert.equal(await works(made.key), 401);
      assert.equal((await revoke(admin, made.id)).status, 204, 'again changes nothing');
    }
  });

  test('the key itself is nowhere in the database, and a repetition shows the same one', async () => {
    const headers = { 'idempotency-key': newAttempt() };
    const first = await create(admin, secret(), headers);
    const again = await create(admin, secret(), headers);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(again.body, first.body);
    const { database } = opened().gateway.engine;
    const text = first.body.key.slice(3);
    for (const table of ['access_key', 'idempotency']) {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::integer as count from ${table} as whole where to_jsonb(whole)::text like '%' || $1 || '%'`,
        [text],
      );
      assert.equal(row!.count, 0, table);
    }
    assert.notEqual((await create(admin, secret())).body.key, first.body.key);
  });

  test('a list shows keys of the own subtree and their sites, revoked ones included, and never the keys', async () => {
    const made = (await create(admin, secret())).body;
    await revoke(admin, made.id);
    const { items } = (await opened().call('GET', path, { key: admin })).body;
    const listed = items.find((item: { id: string }) => item.id === made.id);
    assert.equal(listed.revokedAt, opened().clock.now());
    assert.equal(listed.key, undefined);
    assert.ok(items.some((item: { siteId?: string }) => item.siteId === 'sumbar'));
    assert.ok(
      items.every(
        (item: { siteId?: string; institutionId?: string }) =>
          item.siteId !== 'padang' && item.institutionId !== 'padang' && item.institutionId !== 'nasional',
      ),
    );
    assert.ok((await opened().call('GET', path, { key: national })).body.items.length > items.length);
  });

  test('nobody makes a key with more rights than one’s own, or for somebody else', async () => {
    const answers = await Promise.all([
      create(admin, secret({ role: 'nationalAdmin' })),
      create(admin, secret({ institutionId: 'padang' })),
      create(admin, secret({ institutionId: 'tidak-ada' })),
      create(admin, { kind: 'publishable', siteId: 'padang', name: 'Situs' }),
      create(admin, { kind: 'publishable', siteId: 'tidak-ada', name: 'Situs' }),
      create(national, secret({ institutionId: 'padang', role: 'nationalAdmin' })),
      create(admin, secret({ expiresAt: '2026-03-10T01:59:59Z' })),
      create(liaison, secret()),
    ]);
    assert.deepEqual(
      answers.map(({ body }) => body.errors?.[0].pointer ?? body.code),
      [
        'actionNotAllowed',
        'scopeInsufficient',
        '/institutionId',
        '/siteId',
        '/siteId',
        '/role',
        '/expiresAt',
        'actionNotAllowed',
      ],
    );
    assert.equal((await create(national, secret({ institutionId: 'nasional', role: 'nationalAdmin' }))).status, 201);
  });

  test('nobody revokes a key out of reach or with more rights, and a liaison officer none', async () => {
    const own = (await create(admin, secret())).body;
    assert.equal((await revoke(padangAdmin, own.id)).status, 404);
    assert.equal((await revoke(liaison, own.id)).body.code, 'actionNotAllowed');
    assert.equal((await revoke(admin, 'key_tidak_ada')).status, 404);
    const lower = (await create(national, secret({ institutionId: 'nasional', role: 'institutionAdmin' }))).body;
    assert.equal((await revoke(lower.key, 'test_national')).body.code, 'actionNotAllowed');
    assert.equal(await works(national), 200);
    assert.equal((await opened().call('GET', path, { key: liaison })).body.code, 'scopeInsufficient');
  });

  test('a key with an end works until then', async () => {
    const { clock } = opened();
    const before = clock.now();
    const { key } = (await create(admin, secret({ expiresAt: '2026-03-10T03:00:00Z' }))).body;
    assert.equal(await works(key), 200);
    clock.set('2026-03-10T03:00:00Z');
    assert.equal(await works(key), 401);
    clock.set(before);
  });

  test('that a key was used is known, to the minute', async () => {
    const { clock, gateway } = opened();
    const before = clock.now();
    const { id, key } = (await create(admin, secret())).body;
    const lastUse = async () =>
      (await opened().call('GET', path, { key: admin })).body.items.find((item: { id: string }) => item.id === id)
        .lastUsedAt;
    const useAt = async (now: string) => {
      clock.set(now);
      await works(key);
      await gateway.engine.keyUses.flush();
      return lastUse();
    };
    assert.equal(await lastUse(), undefined);
    assert.equal(await useAt('2026-03-10T04:00:00Z'), '2026-03-10T04:00:00Z');
    assert.equal(await useAt('2026-03-10T04:00:59Z'), '2026-03-10T04:00:00Z');
    assert.equal(await useAt('2026-03-10T04:01:00Z'), '2026-03-10T04:01:00Z');
    clock.set(before);
  });
});
