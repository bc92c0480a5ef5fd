import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { History, inStatus, institutionIds } from './history.test.support.ts';
import { destinationOfReturn } from './return-destination.ts';

const giveBack = (to?: string) =>
  ({ type: 'returnAsOutsideAuthority', reason: 'Bukan wewenang kami.', ...(to !== undefined && { to }) }) as const;
const ownersOf = (history: History) => history.state.hops.map((hop) => hop.to);

test('without a proposal the coordinator has it', () => {
  const { state } = inStatus.disposed().act('roads', giveBack());
  assert.deepEqual([state.ownerId, state.status], ['kabupaten', 'verified']);
  assert.deepEqual(state.hops.at(-1), {
    sequence: 3,
    how: 'returned',
    from: 'dinas-pu',
    to: 'kabupaten',
    at: state.updatedAt,
  });
});

test('a proposal that leads somewhere new is followed', () => {
  const { state } = inStatus.disposed().act('roads', giveBack('rsud'));
  assert.deepEqual([state.ownerId, state.status], ['rsud', 'disposed']);
});

test('a proposal that leads back to somebody who has had it goes to the coordinator', () => {
  const history = inStatus.disposed().act('roads', giveBack('rsud')).act('hospital', giveBack('dinas-pu'));
  assert.deepEqual(ownersOf(history), ['kabupaten', 'dinas-pu', 'rsud', 'kabupaten']);
  assert.equal(
    inStatus.disposed().act('roads', giveBack('dinas-pu')).state.ownerId,
    'kabupaten',
    'nor does one stay by proposing oneself',
  );
});

test('the third return goes to the coordinator, whatever is proposed', () => {
  const history = inStatus.disposed();
  for (const to of ['rsud', 'kabupaten-lain', 'dinas-lain']) history.act('nationalAdmin', giveBack(to));
  assert.deepEqual(ownersOf(history), ['kabupaten', 'dinas-pu', 'rsud', 'kabupaten-lain', 'kabupaten']);
});

test('a gateway can set after how many returns', () => {
  const strict = new History({ ownerId: 'rsud', policy: { maximumReturns: 1, reopenWithinDays: 30 } });
  assert.equal(strict.act('hospital', giveBack('dinas-pu')).state.ownerId, 'kabupaten');
});

test('a target that the reporter picked wrongly gives back an unverified report unverified', () => {
  const { state } = new History({ ownerId: 'rsud' }).act('hospital', giveBack('dinas-pu'));
  assert.deepEqual([state.ownerId, state.status], ['dinas-pu', 'unverified']);
});

test('postponing a report verifies nothing, so a return from there leaves it unverified', () => {
  const postponed = new History({ ownerId: 'rsud' }).act('hospital', {
    type: 'postpone',
    reasonCode: 'awaitingOthers',
    reason: '-',
  });
  assert.equal(postponed.act('hospital', giveBack()).state.status, 'unverified');
});

test("what is outside the coordinator's authority too goes to the coordinator above", () => {
  assert.equal(new History().act('coordinator', giveBack()).state.ownerId, 'panrb');
  assert.equal(new History().act('coordinator', giveBack('kabupaten-lain')).state.ownerId, 'kabupaten-lain');
});

test('the coordinator above has to say whose it is, instead of giving it back in a circle', () => {
  const history = new History().act('coordinator', giveBack());
  assert.equal(history.refusal('nationalAdmin', giveBack()), 'coordinatorMustDispose');
  assert.equal(history.refusal('nationalAdmin', giveBack('kabupaten')), 'coordinatorMustDispose');
  assert.equal(history.act('nationalAdmin', { type: 'dispose', to: 'dinas-lain' }).state.ownerId, 'dinas-lain');
});

test("a report that came to the coordinator above by the reporter's choice goes down to the coordinator once", () => {
  const history = new History({ ownerId: 'panrb' }).act('nationalAdmin', giveBack()).act('coordinator', giveBack());
  assert.deepEqual(ownersOf(history), ['panrb', 'kabupaten', 'panrb']);
  assert.equal(history.refusal('nationalAdmin', giveBack()), 'coordinatorMustDispose');
});

test('without a coordinator above, the coordinator has to dispose, and can', () => {
  const history = new History({ upperCoordinatorId: undefined });
  assert.equal(history.refusal('coordinator', giveBack()), 'coordinatorMustDispose');
  assert.equal(history.refusal('admin', { type: 'dispose', to: 'rsud' }), undefined);
  const alone = new History({ coordinatorId: 'panrb' });
  assert.equal(
    alone.refusal('nationalAdmin', giveBack()),
    'coordinatorMustDispose',
    'nor is there one above the highest',
  );
});

test('returned again and again, a report reaches a coordinator within the maximum and comes to rest there, never at its owner again', () => {
  const institution = fc.constantFrom(...institutionIds);
  const options = fc.record({
    ownerId: institution,
    coordinatorId: institution,
    upperCoordinatorId: fc.option(institution, { nil: undefined }),
    policy: fc.record({ maximumReturns: fc.integer({ min: 0, max: 5 }), reopenWithinDays: fc.constant(30) }),
  });
  fc.assert(
    fc.property(options, fc.infiniteStream(fc.option(institution, { nil: undefined })), (given, proposals) => {
      const history = new History(given);
      const { coordinatorId, upperCoordinatorId, policy } = given;
      const coordinators: (string | undefined)[] = [coordinatorId, upperCoordinatorId];
      let returns = 0;
      for (const proposal of proposals) {
        const { ownerId } = history.state;
        const to = destinationOfReturn(history.state, proposal, {
          policy,
          ...(upperCoordinatorId && { upperCoordinatorId }),
        });
        if (to === undefined) {
          assert.ok(coordinators.includes(ownerId));
          return;
        }
        assert.notEqual(to, ownerId);
        history.act('nationalAdmin', giveBack(proposal));
        returns += 1;
        if (returns >= policy.maximumReturns) assert.ok(coordinators.includes(history.state.ownerId));
        assert.ok(returns <= Math.max(policy.maximumReturns, 1) + 2, 'it comes to rest');
      }
    }),
    { numRuns: 300 },
  );
});
