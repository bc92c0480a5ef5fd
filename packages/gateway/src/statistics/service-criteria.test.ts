import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statistics } from '@lapor/schemas';
import { serviceCriteriaOf } from './service-criteria.ts';

type Figures = Parameters<typeof serviceCriteriaOf>[0];

const figures = (change: Partial<Statistics> = {}): Figures => ({
  from: null,
  until: null,
  asOf: '2026-03-10T02:00:00Z',
  total: 100,
  open: 30,
  completed: 60,
  suppressedBelow: 5,
  byPeriod: [],
  byStatus: [
    { key: 'unverified', label: '', count: 8 },
    { key: 'verified', label: '', count: 7 },
    { key: 'inProgress', label: '', count: 15 },
    { key: 'completed', label: '', count: 60 },
    { key: 'archived', label: '', count: 10 },
  ],
  byClassification: [],
  byCategory: [],
  byInstitution: [],
  byRegion: [],
  timeliness: [
    { kind: 'verification', met: 80, missed: 20, running: 0, medianWorkingDays: 2 },
    { kind: 'followUp', met: 50, missed: 10, running: 5, medianWorkingDays: 3 },
    { kind: 'legalLimit', met: 1, missed: 99, running: 0, medianWorkingDays: null },
  ],
  rating: { count: 45, mean: 4.2 },
  ...change,
});

const valuesOf = (of: Figures): (number | null)[] => serviceCriteriaOf(of, 'id').map(({ value }) => value);

test('each criterion is worked out as its definition says', () => {
  // 130 of 160 deadlines; 75 of 90 that are not archived; 45 of 60 completed; the mean rating.
  assert.deepEqual(valuesOf(figures()), [0.81, 0.83, 0.75, 4.2]);
});

test('where the published figures hide a part, nothing is told that would give it away', () => {
  assert.equal(valuesOf(figures({ byStatus: [{ key: 'verified', label: '', count: null }] }))[1], null);
  assert.equal(valuesOf(figures({ byStatus: [] }))[1], null);
  assert.equal(valuesOf(figures({ completed: null }))[2], null);
  assert.deepEqual(valuesOf(figures({ rating: { count: null, mean: null } })).slice(2), [null, null]);
  const timeliness = figures().timeliness.map((row) => (row.kind === 'followUp' ? { ...row, missed: null } : row));
  assert.equal(valuesOf(figures({ timeliness }))[0], 0.8);
});

test('without any report there is no share of anything', () => {
  const none = figures({ total: 0, completed: 0, byStatus: [], timeliness: [], rating: { count: 0, mean: null } });
  assert.deepEqual(valuesOf(none), [null, null, null, null]);
});

test('names and definitions come in both languages', () => {
  assert.equal(serviceCriteriaOf(figures(), 'id')[0]?.label, 'Ketepatan waktu');
  assert.equal(serviceCriteriaOf(figures(), 'en')[0]?.label, 'Timeliness');
});
