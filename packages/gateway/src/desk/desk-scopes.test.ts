import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskActionType } from '@lapor/schemas';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { deskCalls } from './desk-calls.test.support.ts';

const { national, admin, liaison, otherLiaison, padangAdmin } = testKeys;

/** One request for each action, as anybody could send it. */
const requests: Record<DeskActionType, object> = {
  verify: { type: 'verify' },
  dispose: { type: 'dispose', to: 'nasional' },
  returnAsOutsideAuthority: { type: 'returnAsOutsideAuthority', reason: 'Bukan wewenang kami.' },
  postpone: { type: 'postpone', reasonCode: 'awaitingOthers', reason: 'Menunggu.' },
  archive: { type: 'archive', reasonCode: 'other', reason: 'Uji.' },
  startFollowUp: { type: 'startFollowUp' },
  respond: { type: 'respond', message: 'Sudah.' },
  complete: { type: 'complete' },
  mergeInto: { type: 'mergeInto', trackingId: '1' },
  undoMerge: { type: 'undoMerge' },
  redact: {
    type: 'redact',
    reason: 'Nama.',
    redactions: [{ what: 'text', field: 'title', ranges: [{ start: 0, end: 1 }] }],
  },
  correct: { type: 'correct', supervision: 'supervisory' },
  note: { type: 'note', message: 'Catatan.' },
};

const handling: readonly string[] = [
  'returnAsOutsideAuthority',
  'postpone',
  'startFollowUp',
  'respond',
  'complete',
  'note',
];

/** What a key can do with a report: everything, what a liaison officer does, look at it, or not even that. */
type Reach = 'everything' | 'handling' | 'looking' | 'nothing';

const reports: readonly {
  readonly name: string;
  readonly owner: string;
  readonly reach: Readonly<Record<string, Reach>>;
}[] = [
  {
    name: 'an office’s own report',
    owner: 'sumbar.bmckt',
    reach: {
      [national]: 'everything',
      [admin]: 'everything',
      [liaison]: 'handling',
      [otherLiaison]: 'nothing',
      [padangAdmin]: 'nothing',
    },
  },
  {
    name: 'a report that an office gave back and another one has',
    owner: 'sumbar.sosial',
    reach: {
      [national]: 'everything',
      [admin]: 'everything',
      [liaison]: 'looking',
      [otherLiaison]: 'handling',
      [padangAdmin]: 'nothing',
    },
  },
  {
    name: 'a report that nobody was given yet',
    owner: 'sumbar',
    reach: {
      [national]: 'everything',
      [admin]: 'everything',
      [liaison]: 'nothing',
      [otherLiaison]: 'nothing',
      [padangAdmin]: 'nothing',
    },
  },
];

const expected = (reach: Reach, action: string): 'done' | 'forbidden' | 'unknown' => {
  if (reach === 'nothing') return 'unknown';
  return reach === 'everything' || (reach === 'handling' && handling.includes(action)) ? 'done' : 'forbidden';
};

/** What is not the moment, or not sound, was allowed all the same. */
const outcome = (status: number): string =>
  status === 404 ? 'unknown' : status === 403 ? 'forbidden' : [200, 409, 422].includes(status) ? 'done' : `${status}`;

onBothDatabases('rights at the desk', (opened) => {
  const { submit, act, done, read, audit, list } = deskCalls(opened);

  const reportOf = async (owner: string): Promise<string> => {
    const { trackingId } = await submit(owner === 'sumbar' ? {} : { targetInstitutionId: 'sumbar.bmckt' });
    if (owner === 'sumbar.sosial')
      await done(liaison, trackingId, { type: 'returnAsOutsideAuthority', reason: 'Bukan kami.', to: owner });
    return trackingId;
  };

  for (const { name, owner, reach } of reports) {
    test(`${name}: every key with every action`, async () => {
      const kept = await reportOf(owner);
      for (const [key, how] of Object.entries(reach)) {
        assert.equal((await read(key, kept)).status, how === 'nothing' ? 404 : 200, key);
        assert.equal((await audit(key, kept)).status, how === 'nothing' ? 404 : 200, key);
        const listed = (await list(key, 'limit=100&order=received')).body.items.some(
          (item: { trackingId: string }) => item.trackingId === kept,
        );
        assert.equal(listed, how !== 'nothing', `${key} in the list`);
        for (const [type, request] of Object.entries(requests)) {
          const wanted = expected(how, type);
          const answer = await act(key, wanted === 'done' ? await reportOf(owner) : kept, request);
          assert.equal(outcome(answer.status), wanted, `${key} ${type}: ${JSON.stringify(answer.body)}`);
        }
      }
      assert.equal((await read(national, kept)).body.status.code, 'unverified', 'what was forbidden left no trace');
    });
  }

  test('a report that was passed on to another government stays known to the one that had it, and to its office', async () => {
    const trackingId = await reportOf('sumbar.bmckt');
    await done(admin, trackingId, { type: 'dispose', to: 'padang.pupr' });
    for (const key of [national, admin, liaison, padangAdmin])
      assert.equal((await read(key, trackingId)).status, 200, key);
    assert.equal((await read(otherLiaison, trackingId)).status, 404);
    assert.equal((await act(padangAdmin, trackingId, { type: 'note', message: 'Ada pada kami.' })).status, 200);
    for (const key of [admin, liaison]) {
      assert.equal((await act(key, trackingId, { type: 'note', message: 'Bukan lagi.' })).status, 403, key);
      assert.ok(
        (await list(key, 'limit=100&order=received')).body.items.some(
          (item: { trackingId: string }) => item.trackingId === trackingId,
        ),
      );
    }
  });

  test('neither a page’s key nor a report’s token opens the desk', async () => {
    const { trackingId, token } = await submit();
    for (const key of [testKeys.site, token]) {
      for (const answer of [await list(key), await read(key, trackingId), await act(key, trackingId, requests.note)])
        assert.equal(answer.body.code, 'scopeInsufficient');
    }
    assert.equal((await opened().call('GET', '/v1/desk/reports', { key: null })).body.code, 'keyMissing');
    assert.equal((await list('sk_tidak_dikenal')).body.code, 'keyUnknown');
  });
});
