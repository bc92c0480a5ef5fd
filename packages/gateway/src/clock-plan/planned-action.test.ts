import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TimeZone } from '@lapor/schemas';
import {
  calendarDateIn,
  countWorkingDays,
  type DeadlineOptions,
  endOfDay,
  isWorkingDay,
  startOfDay,
} from '@lapor/schemas/clock';
import { applyEvent, type LifecycleEvent, type ProposedEvent, type ReportState } from '@lapor/schemas/lifecycle';
import fc from 'fast-check';
import { instantOf } from '../time/gateway-clock.ts';
import { clockPolicyOf, defaultClockPolicy } from './clock-policy.ts';
import { type ClockEvent, plannedAction, type PlanContext } from './planned-action.ts';

/** A history as it comes about: each event with its moment. */
const told = (received: string, ...later: readonly (readonly [string, ProposedEvent])[]) => {
  const first: LifecycleEvent = {
    type: 'received',
    sequence: 0,
    at: received,
    by: { kind: 'reporter' },
    classification: 'complaint',
    channel: 'website',
    ownerId: 'pemda',
    coordinatorId: 'pemda',
    anonymous: false,
    confidential: false,
  };
  let state: ReportState = applyEvent(undefined, first);
  const done: ClockEvent[] = [];
  for (const [at, event] of later) {
    const whole = { ...event, sequence: state.sequence + 1, at, by: { kind: 'system' } } as LifecycleEvent;
    state = applyEvent(state, whole);
    if (whole.type === 'reminded' || whole.type === 'escalated' || whole.type === 'closureAnnounced') done.push(whole);
  }
  return { state, done };
};

const wib: Omit<DeadlineOptions, 'now'> = { timeZone: 'Asia/Jakarta' };

const plan = ({ state, done }: ReturnType<typeof told>, change: Partial<PlanContext> = {}) =>
  plannedAction(state, {
    now: state.updatedAt,
    clock: wib,
    policy: defaultClockPolicy,
    done,
    ladder: ['provinsi', 'nasional'],
    ...change,
  });

const verified = { type: 'verified' } as const;
const passedOn = { type: 'disposed', from: 'pemda', to: 'dinas' } as const;
const answered = { type: 'responded' } as const;
const reminded = { type: 'reminded', deadlineKind: 'verification', to: 'pemda' } as const;
const escalated = (to: string, level: number) =>
  ({ type: 'escalated', deadlineKind: 'verification', to, level }) as const;

describe('the plan for an open report', () => {
  test('reminds at eight in the morning of the last working day before a deadline', () => {
    // Tuesday: the third working day after it is Friday the 13th.
    assert.deepEqual(plan(told('2026-03-10T02:00:00Z')), {
      at: '2026-03-12T01:00:00Z',
      action: { type: 'remind', deadlineKind: 'verification', to: 'pemda' },
    });
  });

  test('skips public holidays and collective leave', () => {
    // Monday 16 March: after the 17th come collective leave and Idul Fitri, and work begins again on the 25th.
    assert.equal(plan(told('2026-03-16T02:00:00Z'))?.at, '2026-03-25T01:00:00Z');
    assert.equal(plan(told('2026-03-16T02:00:00Z', ['2026-03-25T01:00:00Z', reminded]))?.at, '2026-03-26T17:00:00Z');
  });

  test('counts the days and hours of the region’s own zone', () => {
    // Half past midnight on Saturday the 14th in Papua: Monday, Tuesday and, after the holidays, Wednesday the 25th.
    const report = told('2026-03-13T15:30:00Z');
    assert.equal(plan(report, { clock: { timeZone: 'Asia/Jayapura' } })?.at, '2026-03-16T23:00:00Z');
    assert.equal(
      plan(
        { ...report, done: [{ ...reminded, sequence: 1, at: '', by: { kind: 'system' } }] },
        { clock: { timeZone: 'Asia/Jayapura' } },
      )?.at,
      '2026-03-25T15:00:00Z',
    );
  });

  test('keeps a region’s own holidays and its week of six days', () => {
    const report = told('2026-03-10T02:00:00Z');
    assert.equal(
      plan(report, { clock: { ...wib, localHolidays: [{ date: '2026-03-12' }] } })?.at,
      '2026-03-13T01:00:00Z',
      'due on Monday the 16th instead of Friday',
    );
    assert.equal(
      plan(told('2026-03-12T02:00:00Z'), { clock: { ...wib, week: 'sixDays' } })?.at,
      '2026-03-14T01:00:00Z',
      'Saturday is a working day there',
    );
  });

  test('reminds nobody of a deadline that is shorter than the notice', () => {
    const report = told('2026-03-10T02:00:00Z');
    assert.deepEqual(plan(report, { policy: clockPolicyOf({ remindBefore: 3 }) }), {
      at: '2026-03-13T17:00:00Z',
      action: { type: 'escalate', deadlineKind: 'verification', to: 'provinsi', level: 1 },
    });
  });

  test('goes up level by level, and ends when nobody is left to tell', () => {
    const received = '2026-03-02T02:00:00Z';
    const first = plan(told(received), { now: '2026-03-06T00:00:00Z' });
    assert.deepEqual(first, {
      at: '2026-03-05T17:00:00Z',
      action: { type: 'escalate', deadlineKind: 'verification', to: 'provinsi', level: 1 },
    });
    const second = plan(told(received, ['2026-03-05T17:00:00Z', escalated('provinsi', 1)]));
    assert.deepEqual(second, {
      at: '2026-03-09T17:00:00Z',
      action: { type: 'escalate', deadlineKind: 'verification', to: 'nasional', level: 2 },
    });
    const last = plan(
      told(
        received,
        ['2026-03-05T17:00:00Z', escalated('provinsi', 1)],
        ['2026-03-09T17:00:00Z', escalated('nasional', 2)],
      ),
    );
    assert.deepEqual(last, { at: '2026-05-01T17:00:00Z', action: { type: 'offerOmbudsman' } });
  });

  test('begins anew with a new deadline, and moves none when a report is passed on', () => {
    const late = [
      ['2026-03-05T17:00:00Z', escalated('provinsi', 1)],
      ['2026-03-06T02:00:00Z', passedOn],
    ] as const;
    assert.deepEqual(plan(told('2026-03-02T02:00:00Z', ...late)), {
      at: '2026-03-12T01:00:00Z',
      action: { type: 'remind', deadlineKind: 'followUp', to: 'dinas' },
    });
    const passed = told('2026-03-02T02:00:00Z', ...late, [
      '2026-03-09T02:00:00Z',
      { type: 'disposed', from: 'dinas', to: 'balai' },
    ]);
    assert.deepEqual(plan(passed), {
      at: '2026-03-12T01:00:00Z',
      action: { type: 'remind', deadlineKind: 'followUp', to: 'balai' },
    });
  });

  test('offers the Ombudsman when the legal limit passes, once', () => {
    const report = told(
      '2026-03-02T02:00:00Z',
      ['2026-03-05T17:00:00Z', escalated('provinsi', 1)],
      ['2026-03-09T17:00:00Z', escalated('nasional', 2)],
      ['2026-05-01T17:00:00Z', { type: 'ombudsmanOffered' }],
    );
    assert.equal(plan(report), undefined);
  });

  test('has nothing for a closed report', () => {
    assert.equal(plan(told('2026-03-02T02:00:00Z', ['2026-03-03T02:00:00Z', { type: 'withdrawn' }])), undefined);
  });
});

describe('the plan for an answered report', () => {
  const handled = (answeredAt: string, ...more: readonly (readonly [string, ProposedEvent])[]) =>
    told(
      '2026-03-30T02:00:00Z',
      ['2026-03-30T03:00:00Z', verified],
      ['2026-03-30T04:00:00Z', passedOn],
      [answeredAt, answered],
      ...more,
    );

  test('announces the closing three working days before, and closes at the end of the day that was told', () => {
    // Tuesday 31 March: without Good Friday, the tenth working day after it is Wednesday 15 April.
    assert.deepEqual(plan(handled('2026-03-31T02:00:00Z')), {
      at: '2026-04-10T01:00:00Z',
      action: { type: 'announceClosure', closesOn: '2026-04-15' },
    });
    const announced = handled('2026-03-31T02:00:00Z', [
      '2026-04-10T01:00:00Z',
      { type: 'closureAnnounced', closesOn: '2026-04-15' },
    ]);
    assert.deepEqual(plan(announced), { at: '2026-04-15T17:00:00Z', action: { type: 'closeAutomatically' } });
  });

  test('announces at once where the reporter’s time is shorter than the notice', () => {
    const limits = { verification: 3, followUp: 5, reporterResponse: 2 };
    const clock = { ...wib, limits: limitsOf(limits) };
    assert.deepEqual(plan(handled('2026-03-31T02:00:00Z'), { clock }), {
      at: '2026-03-31T02:00:00Z',
      action: { type: 'announceClosure', closesOn: '2026-04-02' },
    });
  });

  test('after a pause of the gateway it announces first, and gives a whole working day', () => {
    // Good Friday lies between: the working day after Thursday the 2nd is Monday the 6th.
    const clock = { ...wib, limits: limitsOf({ verification: 3, followUp: 5, reporterResponse: 1 }) };
    const late = plan(handled('2026-03-31T02:00:00Z'), { clock, now: '2026-04-02T05:00:00Z' });
    assert.deepEqual(late?.action, { type: 'announceClosure', closesOn: '2026-04-06' });
    const announced = handled('2026-03-31T02:00:00Z', [
      '2026-04-02T05:00:00Z',
      { type: 'closureAnnounced', closesOn: '2026-04-06' },
    ]);
    assert.equal(plan(announced, { clock })?.at, '2026-04-06T17:00:00Z');
  });

  test('a reply cancels the announced closing', () => {
    const replied = handled(
      '2026-03-31T02:00:00Z',
      ['2026-04-10T01:00:00Z', { type: 'closureAnnounced', closesOn: '2026-04-15' }],
      ['2026-04-13T02:00:00Z', { type: 'replied' }],
    );
    assert.deepEqual(plan(replied)?.action, { type: 'remind', deadlineKind: 'followUp', to: 'dinas' });
    const again = told(
      '2026-03-30T02:00:00Z',
      ['2026-03-30T03:00:00Z', verified],
      ['2026-03-30T04:00:00Z', passedOn],
      ['2026-03-31T02:00:00Z', answered],
      ['2026-04-10T01:00:00Z', { type: 'closureAnnounced', closesOn: '2026-04-15' }],
      ['2026-04-13T02:00:00Z', { type: 'replied' }],
      ['2026-04-14T02:00:00Z', answered],
    );
    assert.equal(plan(again)?.action.type, 'announceClosure', 'what was announced before the reply counts no more');
  });
});

const limitsOf = ({
  verification,
  followUp,
  reporterResponse,
}: {
  verification: number;
  followUp: number;
  reporterResponse: number;
}) => {
  const days = (amount: number) => ({ amount, unit: 'workingDay' as const });
  return {
    verification: days(verification),
    followUp: days(followUp),
    reporterResponse: days(reporterResponse),
    completion: { nonSupervisory: days(14), supervisory: days(60) },
    legalLimit: { amount: 60, unit: 'day' as const },
  };
};

describe('whatever the policy, the zone and the moment', () => {
  const zones = fc.constantFrom<TimeZone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
  const moments = fc
    .date({ min: new Date('2026-01-05T00:00:00Z'), max: new Date('2026-09-30T00:00:00Z'), noInvalidDate: true })
    .map(instantOf);
  const weeks = fc.constantFrom('fiveDays' as const, 'sixDays' as const);

  test('a reminder comes on a working day, before the deadline and after its start', () => {
    fc.assert(
      fc.property(
        moments,
        zones,
        weeks,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 23 }),
        (received, timeZone, week, remindBefore, messageHour) => {
          const clock = { timeZone, week };
          const planned = plan(told(received), { clock, policy: clockPolicyOf({ remindBefore, messageHour }) });
          if (planned?.action.type !== 'remind') return;
          const day = calendarDateIn(planned.at, timeZone);
          assert.ok(isWorkingDay(day, clock));
          assert.ok(planned.at > received);
          assert.equal(Date.parse(planned.at) - Date.parse(startOfDay(day, timeZone)), messageHour * 3_600_000);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a report closes no earlier than its deadline, and a whole working day after it was announced', () => {
    fc.assert(
      fc.property(
        moments,
        zones,
        weeks,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (answeredAt, timeZone, week, announceBefore, response, delayDays) => {
          const clock = {
            timeZone,
            week,
            limits: limitsOf({ verification: 3, followUp: 5, reporterResponse: response }),
          };
          const policy = clockPolicyOf({ announceBefore });
          const report = told('2026-01-02T00:00:00Z', ['2026-01-02T01:00:00Z', verified], [answeredAt, answered]);
          const span = report.state.spans.find(({ kind }) => kind === 'reporterResponse')!;
          const due = plan(report, { clock, policy, now: answeredAt })!;
          const now = instantOf(
            new Date(Math.max(Date.parse(due.at), Date.parse(answeredAt)) + delayDays * 86_400_000),
          );
          const announcement = plan(report, { clock, policy, now, done: [] })!;
          if (announcement.action.type !== 'announceClosure') return;
          const announced = told(
            '2026-01-02T00:00:00Z',
            ['2026-01-02T01:00:00Z', verified],
            [answeredAt, answered],
            [now, { type: 'closureAnnounced', closesOn: announcement.action.closesOn }],
          );
          const closing = plan(announced, { clock, policy, now })!;
          if (closing.action.type !== 'closeAutomatically') return;
          const lastDay = announcement.action.closesOn;
          assert.ok(countWorkingDays(calendarDateIn(now, timeZone), lastDay, clock) >= 1);
          assert.ok(closing.at >= endOfDay(lastDay, timeZone));
          assert.ok(countWorkingDays(calendarDateIn(span.startedAt, timeZone), lastDay, clock) >= response);
        },
      ),
      { numRuns: 200 },
    );
  });
});
