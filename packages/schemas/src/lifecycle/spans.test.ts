import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClockSpan } from '../clock-span.ts';
import type { DeadlineKind } from '../deadline.ts';
import type { KnownStatusCode } from '../status.ts';
import { isRunning, judge, reopen, spansOnReception, spansOnStatus } from './spans.ts';

const received = '2026-01-05T02:00:00Z';
const later = '2026-01-08T02:00:00Z';
const fresh = spansOnReception(0, received);
const handled = spansOnStatus(fresh, 'disposed', 1, received);
const answered = spansOnStatus(handled, 'followedUp', 2, received);

const endOf = (spans: readonly ClockSpan[], kind: DeadlineKind) =>
  spans.findLast((span) => span.kind === kind)?.ended?.how;
const turnOf = (spans: readonly ClockSpan[]) =>
  (['verification', 'followUp', 'reporterResponse'] as const).filter((kind) => isRunning(spans, kind)).join();

test('a report begins with three clocks, all from its reception', () => {
  assert.deepEqual(
    fresh.map(({ kind }) => kind),
    ['verification', 'completion', 'legalLimit'],
  );
  assert.ok(fresh.every((span) => span.startedAt === received && span.startedBy === 0 && !span.ended));
});

// Whose turn it is after a status is entered: from unverified, from an owed answer, from a given answer.
const turns: Record<KnownStatusCode, readonly [string, string, string]> = {
  unverified: ['verification', 'followUp', 'followUp'],
  verified: ['verification', 'followUp', 'followUp'],
  disposed: ['followUp', 'followUp', 'followUp'],
  inProgress: ['followUp', 'followUp', 'followUp'],
  followedUp: ['reporterResponse', 'reporterResponse', 'reporterResponse'],
  reporterReplied: ['followUp', 'followUp', 'followUp'],
  completed: ['', '', ''],
  postponed: ['verification', 'followUp', 'followUp'],
  archived: ['', '', ''],
  unknown: ['verification', 'followUp', 'reporterResponse'],
};
for (const [status, [fromFresh, fromHandled, fromAnswered]] of Object.entries(turns) as [
  KnownStatusCode,
  readonly [string, string, string],
][]) {
  test(`on ${status}, each clock that runs has one turn: ${fromFresh || 'none'}, ${fromHandled || 'none'}, ${fromAnswered || 'none'}`, () => {
    const turn = (spans: readonly ClockSpan[]) => turnOf(spansOnStatus(spans, status, 9, later));
    assert.deepEqual([turn(fresh), turn(handled), turn(answered)], [fromFresh, fromHandled, fromAnswered]);
    const isOpen = status !== 'completed' && status !== 'archived';
    assert.equal(isRunning(spansOnStatus(handled, status, 9, later), 'completion'), isOpen);
    assert.equal(isRunning(spansOnStatus(handled, status, 9, later), 'legalLimit'), isOpen);
  });
}

test('a promise is met by who kept it, and lifted by who made it void', () => {
  assert.equal(endOf(handled, 'verification'), 'met');
  assert.equal(endOf(answered, 'followUp'), 'met');
  assert.equal(endOf(spansOnStatus(answered, 'reporterReplied', 3, later), 'reporterResponse'), 'met');
  assert.equal(endOf(spansOnStatus(answered, 'inProgress', 3, later), 'reporterResponse'), 'lifted');
  assert.deepEqual(
    (['followUp', 'completion', 'legalLimit'] as const).map((kind) =>
      endOf(spansOnStatus(handled, 'completed', 3, later), kind),
    ),
    ['met', 'met', 'met'],
  );
  assert.ok(spansOnStatus(fresh, 'archived', 3, later).every((span) => span.ended?.how === 'lifted'));
});

test('passing a report on while an answer is owed changes nothing at all', () => {
  for (const status of ['disposed', 'inProgress', 'reporterReplied', 'verified', 'postponed'] as const)
    assert.deepEqual(spansOnStatus(handled, status, 9, later), handled);
});

test('a second answer gives the reporter the whole time again, as a clock of its own', () => {
  const again = spansOnStatus(answered, 'followedUp', 9, later).filter((span) => span.kind === 'reporterResponse');
  assert.deepEqual(
    again.map(({ startedBy, startedAt, ended }) => [startedBy, startedAt, ended?.how]),
    [
      [2, received, 'lifted'],
      [9, later, undefined],
    ],
  );
});

test('opening again lets the long clocks run on as if they had never stopped, and leaves the others ended', () => {
  const opened = reopen(spansOnStatus(answered, 'completed', 3, later), 4, later);
  assert.deepEqual(
    opened.filter((span) => !span.ended).map(({ kind, startedBy, startedAt }) => [kind, startedBy, startedAt]),
    [
      ['completion', 0, received],
      ['legalLimit', 0, received],
      ['followUp', 4, later],
    ],
  );
  assert.equal(endOf(opened, 'verification'), 'met');
});

test('the service standard is judged once, before the report is passed on', () => {
  const judged = judge(fresh, 'supervisory', later);
  assert.deepEqual(
    judged.map(({ kind, supervision }) => [kind, supervision]),
    [
      ['verification', undefined],
      ['completion', 'supervisory'],
      ['legalLimit', undefined],
    ],
  );
  assert.deepEqual(judge(judged, 'nonSupervisory', later), judged);
  assert.deepEqual(judge(fresh, undefined, later), fresh);
  assert.deepEqual(judge(handled, 'supervisory', later), handled);
});
