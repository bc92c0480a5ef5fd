import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesFor } from '@lapor/schemas/messages';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { newAttempt, testKeys } from '../test-gateway.test.support.ts';
import { deskCalls } from './desk-calls.test.support.ts';

const { admin, liaison, national, otherLiaison, padangAdmin } = testKeys;

onBothDatabases('a report at the desk', (opened) => {
  const { submit, act, done, read, audit, upload } = deskCalls(opened);

  test('goes its whole way: verified, passed on, begun, answered, confirmed', async () => {
    const { trackingId, token } = await submit({ reporter: { name: 'Uni Rosnida' } });
    const verified = await done(admin, trackingId, { type: 'verify', supervision: 'nonSupervisory' });
    assert.equal(verified.status.code, 'verified');
    assert.equal(verified.reporter?.name, 'Uni Rosnida');
    const disposed = await done(admin, trackingId, {
      type: 'dispose',
      to: 'sumbar.bmckt',
      reason: 'Jembatan diurus Dinas Bina Marga.',
    });
    assert.deepEqual([disposed.owner.id, disposed.status.code, disposed.version], ['sumbar.bmckt', 'disposed', 2]);
    assert.equal(disposed.hops.at(-1)?.reason, 'Jembatan diurus Dinas Bina Marga.');
    await done(liaison, trackingId, { type: 'startFollowUp', plan: 'Tim ke lokasi hari Kamis.' });
    const file = await upload(liaison, 'bukti.jpg');
    const answered = await done(liaison, trackingId, {
      type: 'respond',
      message: 'Papan jembatan sudah kami ganti.',
      attachments: [file],
    });
    assert.equal(answered.timeline.at(-1)?.attachments?.[0]?.id, file);
    const confirmed = await opened().call('POST', `/v1/reports/${trackingId}/confirmation`, {
      key: token,
      body: { rating: 5, comment: 'Terima kasih' },
    });
    assert.equal(confirmed.body.status.code, 'completed');
    const { body } = await audit(admin, trackingId);
    assert.equal(body.chainIsWhole, true);
    assert.deepEqual(
      body.events.map((event: { type: string }) => event.type),
      ['received', 'verified', 'disposed', 'followUpStarted', 'responded', 'confirmed'],
    );
    assert.equal(body.events[3].text, 'Tim ke lokasi hari Kamis.');
    assert.match(body.events[5].hash, /^[0-9a-f]{64}$/);
    assert.equal(body.report.version, 5);
  });

  test('shows each officer the actions that the lifecycle allows, and refuses the others in words', async () => {
    const { trackingId } = await submit();
    const seen = await read(admin, trackingId);
    assert.ok(seen.body.allowedActions.includes('dispose') && !seen.body.allowedActions.includes('complete'));
    const refused = await act(admin, trackingId, { type: 'complete' });
    assert.deepEqual([refused.status, refused.body.code], [409, 'actionNotPossible']);
    assert.equal(refused.body.detail, messagesFor('id').refusals.notAnsweredYet);
  });

  test('is not acted on when it has changed since it was read', async () => {
    const { trackingId } = await submit();
    const stale = await act(admin, trackingId, { type: 'verify' }, { 'if-match': '"7"' });
    assert.deepEqual([stale.status, stale.body.code], [412, 'preconditionFailed']);
    assert.equal((await act(admin, trackingId, { type: 'verify' }, { 'if-match': 'W/"0"' })).status, 412);
    assert.equal((await act(admin, trackingId, { type: 'verify' }, { 'if-match': '"3", "0"' })).status, 200);
    assert.equal(
      (await act(admin, trackingId, { type: 'note', message: 'Apa pun versinya.' }, { 'if-match': '*' })).status,
      200,
    );
    assert.equal((await read(admin, trackingId)).body.version, 2);
  });

  test('is acted on once by however many repetitions', async () => {
    const { trackingId } = await submit();
    const headers = { 'idempotency-key': newAttempt() };
    const action = { type: 'note', message: 'Sekali saja.' };
    const first = await act(admin, trackingId, action, headers);
    const again = await act(admin, trackingId, action, headers);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(again.body, first.body);
    assert.equal(
      (await act(admin, trackingId, { type: 'note', message: 'Lain' }, headers)).body.code,
      'idempotencyKeyReused',
    );
    assert.equal((await read(admin, trackingId)).body.notes.length, 1);
  });

  test('returned as outside the authority goes where the institution proposes', async () => {
    const { trackingId } = await submit({ targetInstitutionId: 'sumbar.bmckt' });
    const returned = await done(liaison, trackingId, {
      type: 'returnAsOutsideAuthority',
      reason: 'Ini urusan Dinas Sosial.',
      to: 'sumbar.sosial',
    });
    assert.deepEqual([returned.owner.id, returned.status.code], ['sumbar.sosial', 'unverified']);
    assert.deepEqual(returned.allowedActions, [], 'who passed it on sees it and can do nothing to it any more');
    assert.equal((await read(otherLiaison, trackingId)).status, 200);
  });

  test('returned without a proposal goes to the coordinator, and never round in circles', async () => {
    const { trackingId } = await submit({ targetInstitutionId: 'sumbar.bmckt' });
    const bounce = async (key: string, to?: string) =>
      (
        await done(key, trackingId, {
          type: 'returnAsOutsideAuthority',
          reason: 'Bukan wewenang kami.',
          ...(to && { to }),
        })
      ).owner.id;
    assert.equal(await bounce(liaison), 'sumbar');
    await done(admin, trackingId, { type: 'dispose', to: 'sumbar.sosial' });
    assert.equal(await bounce(otherLiaison, 'sumbar.bmckt'), 'sumbar', 'it does not go back to who has had it');
    assert.equal(await bounce(admin), 'nasional', 'above the coordinator is the national admin');
    assert.equal(
      (await act(national, trackingId, { type: 'returnAsOutsideAuthority', reason: 'Bukan kami.' })).status,
      409,
    );
    const history = await read(national, trackingId);
    assert.deepEqual(
      history.body.hops.map((hop: { how: string }) => hop.how),
      ['received', 'returned', 'disposed', 'returned', 'returned'],
    );
    assert.equal((await audit(admin, trackingId)).body.chainIsWhole, true);
  });

  test('corrected keeps its clocks, its old title in the history, and what is public of it masked', async () => {
    const { trackingId } = await submit({ title: 'Jembatan russak', reporter: { name: 'Uni' } });
    const before = await read(admin, trackingId);
    const corrected = await done(admin, trackingId, {
      type: 'correct',
      title: 'Jembatan rusak, telepon 081234567890',
      categoryId: 'infrastruktur',
      place: {
        regionCode: '13.71.01',
        landmark: 'Pasar Raya',
        position: { latitude: -0.951234, longitude: 100.361234 },
      },
    });
    assert.equal(corrected.title, 'Jembatan rusak, telepon 081234567890');
    assert.deepEqual(corrected.exactPlace, {
      regionCode: '13.71.01',
      landmark: 'Pasar Raya',
      position: { latitude: -0.951234, longitude: 100.361234 },
    });
    assert.equal(corrected.timeline.at(-1)?.message, 'Jembatan russak');
    assert.deepEqual(
      corrected.deadlines.map((one) => one.dueAt),
      before.body.deadlines.map((one: { dueAt: string }) => one.dueAt),
    );
    const publicly = await opened().call('GET', `/v1/reports/${trackingId}`);
    assert.ok(!publicly.body.title.includes('0812'));
    assert.equal(
      (await done(admin, trackingId, { type: 'correct', title: corrected.title })).version,
      corrected.version,
      'what changes nothing is no event',
    );
    const unknown = await act(admin, trackingId, {
      type: 'correct',
      categoryId: 'tidak-ada',
      place: { regionCode: '13.71.99' },
    });
    assert.deepEqual(
      unknown.body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
      [
        ['/categoryId', 'unknownReference'],
        ['/place/regionCode', 'unknownReference'],
      ],
    );
  });

  test('tells notes and their files to officers alone', async () => {
    const { trackingId, token } = await submit();
    const file = await upload(admin, 'internal.jpg');
    const noted = await done(admin, trackingId, { type: 'note', message: 'Cek anggaran dulu.', attachments: [file] });
    assert.equal(noted.notes[0]?.message, 'Cek anggaran dulu.');
    assert.equal(noted.notes[0]?.attachments[0]?.id, file);
    for (const key of [token, testKeys.site]) {
      const { body } = await opened().call('GET', `/v1/reports/${trackingId}`, { key });
      assert.ok(!/anggaran|internal\.jpg|upl_/.test(JSON.stringify(body)));
    }
  });

  test('takes files that are the officer’s own, once', async () => {
    const { trackingId } = await submit({ targetInstitutionId: 'sumbar.bmckt' });
    await done(admin, trackingId, { type: 'verify' });
    const file = await upload(otherLiaison);
    const foreign = await act(liaison, trackingId, { type: 'respond', message: 'Selesai.', attachments: [file] });
    assert.deepEqual([foreign.status, foreign.body.code], [422, 'attachmentRefused']);
    assert.equal((await read(liaison, trackingId)).body.version, 1, 'what is refused leaves no event behind');
  });

  test('takes no longer texts than its site does', async () => {
    const { trackingId } = await submit();
    const limits = (messageMax: number) =>
      opened().call('PATCH', '/v1/desk/sites/sumbar', { key: admin, body: { limits: { messageMax } } });
    await limits(10);
    const answers = [
      await act(admin, trackingId, { type: 'note', message: 'Sebelas 😀😀😀' }),
      await act(admin, trackingId, { type: 'archive', reasonCode: 'other', reason: 'Terlalu panjang.' }),
    ];
    assert.deepEqual(
      answers.map(({ body }) => [body.errors[0].pointer, body.errors[0].code]),
      [
        ['/message', 'tooLong'],
        ['/reason', 'tooLong'],
      ],
    );
    assert.equal((await act(admin, trackingId, { type: 'note', message: 'Sepuluh 😀😀' })).status, 200);
    await limits(5_000);
  });

  test('is not there for an institution that has nothing to do with it', async () => {
    const { trackingId } = await submit();
    for (const key of [padangAdmin, liaison]) {
      assert.equal((await read(key, trackingId)).status, 404);
      assert.equal((await audit(key, trackingId)).status, 404);
      assert.equal((await act(key, trackingId, { type: 'note', message: 'Halo' })).status, 404);
    }
    assert.equal((await read(national, trackingId)).status, 200);
  });

  test('hides an anonymous reporter from the institution that it is about', async () => {
    const { trackingId } = await submit({
      anonymous: true,
      reporter: { name: 'Uni Rahasia', email: 'uni@contoh.example' },
    });
    await done(admin, trackingId, { type: 'dispose', to: 'sumbar.bmckt' });
    assert.equal((await read(liaison, trackingId)).body.reporter, undefined);
    assert.equal((await read(admin, trackingId)).body.reporter.name, 'Uni Rahasia');
    assert.equal((await read(national, trackingId)).body.reporter.name, 'Uni Rahasia');
    const [kept] = await opened().gateway.engine.database.query<{ found: number }>(
      `select count(*)::integer as found from idempotency where answer::text like '%Uni Rahasia%'`,
      [],
    );
    assert.equal(kept?.found, 0, 'the record of attempts knows nobody');
  });
});
