import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { deskCalls } from './desk-calls.test.support.ts';

const { admin, liaison, padangAdmin, padangSite } = testKeys;

onBothDatabases('merging reports', (opened) => {
  const { submit, act, done, read, audit } = deskCalls(opened);
  const types = (body: { events: { type: string }[] }) => body.events.map((event) => event.type);

  test('closes the one and tells the other, and taking it back undoes both', async () => {
    const [one, other] = [await submit(), await submit()];
    const before = (await read(admin, one.trackingId)).body;
    const merged = await done(admin, one.trackingId, {
      type: 'mergeInto',
      trackingId: other.trackingId,
      reason: 'Jembatan yang sama.',
    });
    assert.deepEqual([merged.status.code, merged.mergedInto], ['archived', other.trackingId]);
    assert.deepEqual((await read(admin, other.trackingId)).body.merged, [one.trackingId]);
    const undone = await done(admin, one.trackingId, { type: 'undoMerge', reason: 'Ternyata lain.' });
    assert.deepEqual([undone.status.code, undone.mergedInto], ['unverified', undefined]);
    assert.deepEqual(undone.deadlines, before.deadlines);
    assert.deepEqual((await read(admin, other.trackingId)).body.merged, []);
    for (const [{ trackingId }, expected] of [
      [one, ['received', 'merged', 'unmerged']],
      [other, ['received', 'absorbed', 'released']],
    ] as const) {
      const { body } = await audit(admin, trackingId);
      assert.deepEqual(types(body), expected);
      assert.equal(body.chainIsWhole, true);
    }
  });

  test('never tells the number of a confidential report to those who may not know of it', async () => {
    const { call } = opened();
    const [open, secret, third] = [await submit(), await submit({ confidential: true }), await submit()];
    await done(admin, open.trackingId, { type: 'mergeInto', trackingId: secret.trackingId });
    const asked = [
      await call('GET', `/v1/reports/${open.trackingId}`),
      await call('GET', `/v1/reports/${open.trackingId}`, { key: open.token }),
      await call('GET', `/v1/reports/${open.trackingId}`, { language: 'en' }),
    ];
    for (const { body } of asked) {
      assert.equal(body.status.code, 'archived');
      assert.equal(body.timeline.at(-1).type, 'merged');
      assert.equal(JSON.stringify(body).includes(secret.trackingId), false, JSON.stringify(body));
    }
    const desk = (await read(admin, open.trackingId)).body;
    assert.equal(desk.mergedInto, secret.trackingId);
    assert.match(desk.timeline.at(-1).summary, new RegExp(secret.trackingId));

    // The other way round: a public report says nothing of a confidential one that it took in, or gave back.
    await done(admin, open.trackingId, { type: 'undoMerge' });
    await done(admin, secret.trackingId, { type: 'mergeInto', trackingId: third.trackingId });
    await done(admin, secret.trackingId, { type: 'undoMerge' });
    for (const { trackingId } of [open, third]) {
      const { body } = await call('GET', `/v1/reports/${trackingId}`);
      assert.equal(JSON.stringify(body).includes(secret.trackingId), false, JSON.stringify(body));
    }
    const { body } = await call('GET', `/v1/reports/${third.trackingId}`);
    assert.deepEqual(
      body.timeline.map(({ type }: { type: string }) => type),
      ['received'],
    );
  });

  test('tells the number of a public report to all who follow it', async () => {
    const { call } = opened();
    const [one, other] = [await submit(), await submit()];
    await done(admin, one.trackingId, { type: 'mergeInto', trackingId: other.trackingId });
    for (const key of [testKeys.site, one.token]) {
      const { body } = await call('GET', `/v1/reports/${one.trackingId}`, { key });
      assert.equal(body.mergedInto, other.trackingId);
      assert.match(body.timeline.at(-1).summary, new RegExp(other.trackingId));
    }
    const { body } = await call('GET', `/v1/reports/${other.trackingId}`);
    assert.match(body.timeline.at(-1).summary, new RegExp(one.trackingId));
  });

  test('tells an institution of another’s confidential report no more than the public', async () => {
    const [one, secret] = [await submit(), await submit({ confidential: true })];
    await done(admin, one.trackingId, { type: 'verify' });
    await done(admin, one.trackingId, { type: 'dispose', to: 'sumbar.bmckt' });
    await done(admin, secret.trackingId, { type: 'mergeInto', trackingId: one.trackingId });
    assert.deepEqual((await read(admin, one.trackingId)).body.merged, [secret.trackingId]);
    const seen = (await read(liaison, one.trackingId)).body;
    assert.deepEqual(seen.merged, []);
    assert.equal(JSON.stringify(seen).includes(secret.trackingId), false);
  });

  test('is refused into itself, into what is not there, and into what the officer may not know of', async () => {
    const { trackingId } = await submit();
    const elsewhere = await submit({}, padangSite);
    const answers = await Promise.all(
      [trackingId, '1', elsewhere.trackingId].map((target) =>
        act(admin, trackingId, { type: 'mergeInto', trackingId: target }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.errors[0].pointer, body.errors[0].code]),
      [
        [422, '/trackingId', 'notAllowed'],
        [422, '/trackingId', 'unknownReference'],
        [422, '/trackingId', 'unknownReference'],
      ],
    );
    assert.equal(
      answers[1]!.body.errors[0].message,
      answers[2]!.body.errors[0].message,
      'nothing tells a foreign report from none',
    );
    assert.equal((await read(admin, trackingId)).body.version, 0);
    assert.equal((await read(padangAdmin, elsewhere.trackingId)).body.version, 0);
  });

  test('is refused into a report that was merged or is closed', async () => {
    const [one, two, three, closed] = [await submit(), await submit(), await submit(), await submit()];
    await done(admin, two.trackingId, { type: 'mergeInto', trackingId: three.trackingId });
    const chained = await act(admin, one.trackingId, { type: 'mergeInto', trackingId: two.trackingId });
    assert.deepEqual([chained.status, chained.body.code], [409, 'actionNotPossible']);
    await done(admin, closed.trackingId, { type: 'archive', reasonCode: 'notClear', reason: 'Tidak jelas.' });
    assert.equal((await act(admin, one.trackingId, { type: 'mergeInto', trackingId: closed.trackingId })).status, 409);
    assert.equal(
      (await act(admin, three.trackingId, { type: 'mergeInto', trackingId: two.trackingId })).status,
      409,
      'not into what it took in either',
    );
    assert.equal((await read(admin, one.trackingId)).body.status.code, 'unverified');
    assert.equal((await act(admin, one.trackingId, { type: 'undoMerge' })).status, 409);
  });

  test('of two that are merged into each other at the same moment one stays open', async () => {
    const [one, other] = [await submit(), await submit()];
    const answers = await Promise.all([
      act(admin, one.trackingId, { type: 'mergeInto', trackingId: other.trackingId }),
      act(admin, other.trackingId, { type: 'mergeInto', trackingId: one.trackingId }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((low, high) => low - high),
      [200, 409],
    );
    const statuses = await Promise.all(
      [one, other].map(async ({ trackingId }) => (await read(admin, trackingId)).body.status.code),
    );
    assert.deepEqual(new Set(statuses), new Set(['archived', 'unverified']));
  });

  test('into a report that its reporter then takes back is undone: somebody goes on with the matter', async () => {
    const [one, two, other] = [await submit(), await submit(), await submit()];
    const before = (await read(admin, one.trackingId)).body;
    for (const { trackingId } of [one, two])
      await done(admin, trackingId, { type: 'mergeInto', trackingId: other.trackingId });
    const withdrawn = await opened().call('POST', `/v1/reports/${other.trackingId}/withdrawal`, {
      key: other.token,
      body: {},
    });
    assert.equal(withdrawn.body.status.code, 'archived');
    const [reopened, left] = [(await read(admin, one.trackingId)).body, (await read(admin, other.trackingId)).body];
    assert.deepEqual([reopened.status.code, reopened.mergedInto, left.merged], ['unverified', undefined, []]);
    assert.deepEqual(reopened.deadlines, before.deadlines);
    assert.equal((await read(admin, two.trackingId)).body.status.code, 'unverified');
    for (const { trackingId } of [one, two, other])
      assert.equal((await audit(admin, trackingId)).body.chainIsWhole, true);
  });

  test('is for admins', async () => {
    const [one, other] = [
      await submit({ targetInstitutionId: 'sumbar.bmckt' }),
      await submit({ targetInstitutionId: 'sumbar.bmckt' }),
    ];
    assert.equal((await act(liaison, one.trackingId, { type: 'mergeInto', trackingId: other.trackingId })).status, 403);
  });
});
