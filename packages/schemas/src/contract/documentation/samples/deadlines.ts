import type { Deadline } from '../../../deadline.ts';

const counted = { timeZone: 'Asia/Jakarta', calendarVersion: 'id-2026.1', provisional: false } as const;

/** Three working days from Monday 16 November 2026. */
const verification: Deadline = {
  kind: 'verification',
  startedBy: 0,
  startsOn: '2026-11-16',
  dueOn: '2026-11-19',
  dueAt: '2026-11-19T17:00:00Z',
  limit: { amount: 3, unit: 'workingDay' },
  ...counted,
  state: 'running',
};

const completion: Deadline = {
  kind: 'completion',
  startedBy: 0,
  startsOn: '2026-11-16',
  dueOn: '2026-12-04',
  dueAt: '2026-12-04T17:00:00Z',
  limit: { amount: 14, unit: 'workingDay' },
  ...counted,
  state: 'running',
};

const legalLimit: Deadline = {
  kind: 'legalLimit',
  startedBy: 0,
  startsOn: '2026-11-16',
  dueOn: '2027-01-15',
  dueAt: '2027-01-15T17:00:00Z',
  limit: { amount: 60, unit: 'day' },
  ...counted,
  calendarVersion: 'none',
  state: 'running',
};

const followUp: Deadline = {
  kind: 'followUp',
  startedBy: 2,
  startsOn: '2026-11-16',
  dueOn: '2026-11-23',
  dueAt: '2026-11-23T17:00:00Z',
  limit: { amount: 5, unit: 'workingDay' },
  ...counted,
  state: 'met',
  endedAt: '2026-11-19T08:15:47Z',
};

/** The time that the reporter has for an answer. */
export const reporterResponse: Deadline = {
  kind: 'reporterResponse',
  startedBy: 6,
  startsOn: '2026-11-19',
  dueOn: '2026-12-03',
  dueAt: '2026-12-03T17:00:00Z',
  limit: { amount: 10, unit: 'workingDay' },
  ...counted,
  state: 'running',
};

/** What is due when the report has just been received. */
export const deadlinesOnReception: Deadline[] = [verification, completion, legalLimit];

/** What is due after the institution has answered. */
export const deadlinesAfterAnswer: Deadline[] = [
  { ...verification, state: 'met', endedAt: '2026-11-16T07:46:02Z' },
  completion,
  legalLimit,
  followUp,
  reporterResponse,
];
