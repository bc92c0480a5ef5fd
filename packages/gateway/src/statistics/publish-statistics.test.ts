import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { closedStatuses, Statistics } from '@lapor/schemas';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { createDirectory, type Directory } from '../directory/directory.ts';
import type { Database } from '../database/database.ts';
import { countedReports, type CountedReport, countOneByOne } from './counted-reports.test.support.ts';
import { publishStatistics } from './publish-statistics.ts';

let directory: Directory;
before(async () => void (directory = await createDirectory({ query: async () => [] } as unknown as Database).get()));

const publish = (reports: readonly CountedReport[], least: number, language: 'id' | 'en' = 'id'): Promise<Statistics> =>
  publishStatistics(
    countOneByOne(reports),
    { region: '13' },
    { directory, language, period: 'year', suppressedBelow: least, asOf: '2026-03-10T02:00:00Z' },
  );

const report = (change: Partial<CountedReport> = {}): CountedReport => ({
  day: '2026-03-05',
  status: 'completed',
  classification: 'complaint',
  category: '',
  institution: 'sumbar',
  region: '13.71',
  confidential: false,
  rating: undefined,
  deadlines: [],
  ...change,
});

const times = (count: number, change: Partial<CountedReport> = {}): CountedReport[] =>
  Array.from({ length: count }, () => report(change));

/** Between what and what a hidden figure lies, for who knows that so many of them, each at least 1, add up to the rest. */
const rangeOf = (hidden: number, rest: number): [least: number, most: number] =>
  hidden === 1 ? [rest, rest] : [1, rest - (hidden - 1)];

const assertHidden = (hidden: number, rest: number, least: number, what: string): void => {
  if (hidden === 0) return;
  const [low, high] = rangeOf(hidden, rest);
  assert.ok(low < high && high >= least, `${what}: ${hidden} hidden figures share ${rest}`);
};

test('rows are named in both languages, also those for what is not told', async () => {
  const reports = [...times(5), ...times(5, { category: 'x', region: '13', status: 'disposed' })];
  const statistics = await publish(reports, 5);
  assert.deepEqual(statistics.byCategory, [
    { key: '', label: 'Tanpa kategori', count: 5 },
    { key: 'x', label: 'x', count: 5 },
  ]);
  assert.deepEqual(
    statistics.byRegion.map(({ label }) => label),
    ['Kota Padang', 'Provinsi Sumatera Barat, tanpa lokasi lebih rinci'],
  );
  assert.deepEqual(
    statistics.byStatus.map(({ key, label }) => [key, label]),
    [
      ['disposed', 'Diteruskan ke instansi'],
      ['completed', 'Selesai'],
    ],
  );
  const english = await publish(reports, 5, 'en');
  assert.deepEqual(
    english.byCategory.map(({ label }) => label),
    ['No category', 'x'],
  );
  assert.deepEqual(
    english.byStatus.map(({ label }) => label),
    ['Passed on', 'Completed'],
  );
});

test('the total is always told, and of nothing everything is', async () => {
  assert.equal((await publish(times(2), 5)).total, 2);
  const nothing = await publish([], 5);
  assert.deepEqual(
    [nothing.total, nothing.open, nothing.completed, nothing.rating.count, nothing.byStatus],
    [0, 0, 0, 0, []],
  );
  assert.deepEqual(nothing.timeliness[0], {
    kind: 'verification',
    met: 0,
    missed: 0,
    running: 0,
    medianWorkingDays: null,
  });
});

test('of two reports nothing is told but their number', async () => {
  const { total, byPeriod, byStatus, byCategory, byInstitution, byRegion, open, completed } = await publish(
    times(2),
    5,
  );
  assert.deepEqual(
    { total, byPeriod, byStatus, byCategory, byInstitution, byRegion, open, completed },
    {
      total: 2,
      byPeriod: [],
      byStatus: [],
      byCategory: [],
      byInstitution: [],
      byRegion: [],
      open: null,
      completed: null,
    },
  );
});

test('confidential reports are counted in company, and left out of the total without', async () => {
  assert.equal((await publish([...times(5), ...times(2, { confidential: true })], 5)).total, 7);
  assert.equal((await publish([...times(4), ...times(20, { confidential: true })], 5)).total, 4);
  assert.equal((await publish(times(20, { confidential: true }), 5)).total, 0);
});

test('a median and a mean are told of enough reports alone', async () => {
  const kept = (workingDays: number) => ({
    deadlines: [{ kind: 'followUp' as const, how: 'met' as const, workingDays }],
    rating: workingDays % 2 ? 4 : 5,
  });
  const five = await publish(
    [1, 2, 2, 9, 9].map((days) => report(kept(days))),
    5,
  );
  assert.deepEqual(five.timeliness[1], { kind: 'followUp', met: 5, missed: 0, running: 0, medianWorkingDays: 2 });
  assert.deepEqual(five.rating, { count: 5, mean: 4.4 });
  const six = await publish(
    [1, 2, 2, 3, 9, 9].map((days) => report(kept(days))),
    5,
  );
  assert.equal(six.timeliness[1]?.medianWorkingDays, 2.5);
  const four = await publish(
    [1, 2, 2, 9].map((days) => report(kept(days))),
    5,
  );
  assert.equal(four.timeliness[1]?.medianWorkingDays, null);
  assert.deepEqual(four.rating, { count: null, mean: null });
});

test('whatever is counted, the answer fits the contract, and nothing hidden can be had by subtraction', async () => {
  await fc.assert(
    fc.asyncProperty(countedReports, fc.constantFrom(0, 1, 3, 5), async (reports, least) => {
      const statistics = await publish(reports, least);
      assert.ok(z.safeParse(Statistics, statistics).success);
      const { total, open, completed } = statistics;
      for (const name of [
        'byPeriod',
        'byStatus',
        'byClassification',
        'byCategory',
        'byInstitution',
        'byRegion',
      ] as const) {
        const rows = statistics[name];
        const shown = rows.reduce((sum, { count }) => sum + (count ?? 0), 0);
        assertHidden(rows.filter(({ count }) => count === null).length, total - shown, least, name);
        assert.ok(
          rows.every(({ count }) => count === null || count >= least),
          name,
        );
      }
      if (statistics.byStatus.length === 0) {
        if (total > 0) assert.deepEqual([open, completed], [null, null]);
        return;
      }
      // The open and the closed statuses each add up to a figure, where it is told.
      const groups = Map.groupBy(statistics.byStatus, ({ key }) => closedStatuses.has(key));
      const hiddenIn = (isClosed: boolean) => (groups.get(isClosed) ?? []).filter(({ count }) => count === null).length;
      const shownIn = (isClosed: boolean) =>
        (groups.get(isClosed) ?? []).reduce((sum, { count }) => sum + (count ?? 0), 0);
      if (open !== null && open > 0) {
        assertHidden(hiddenIn(false), open - shownIn(false), least, 'open');
        assertHidden(hiddenIn(true), total - open - shownIn(true), least, 'closed');
        assert.ok(open >= least);
      } else if (open === null)
        assert.ok(hiddenIn(true) > 0 || hiddenIn(false) > 1, 'what is open is what is not closed');
      assert.equal(
        completed,
        statistics.byStatus.some(({ key }) => key === 'completed')
          ? statistics.byStatus.find(({ key }) => key === 'completed')!.count
          : 0,
      );
    }),
    { numRuns: 400 },
  );
});

test('whatever is counted, no part of the timeliness that is hidden can be had from the total', async () => {
  await fc.assert(
    fc.asyncProperty(countedReports, fc.constantFrom(3, 5), async (reports, least) => {
      const { total, timeliness } = await publish(reports, least);
      for (const { kind, met, missed, running } of timeliness.filter((row) =>
        ['verification', 'completion', 'legalLimit'].includes(row.kind),
      )) {
        const parts = [met, missed, running];
        assert.ok(parts.every((count) => count === null || count === 0 || count >= least));
        const rest = total - parts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const hidden = parts.filter((count) => count === null).length;
        if (parts.every((count) => count === null)) continue;
        // Lifted deadlines are told nowhere, so that they share the rest with what is hidden, or are all of it.
        const isLifted = reports.some((each) => !each.deadlines.some((deadline) => deadline.kind === kind));
        if (hidden === 0) assert.ok(rest === 0 || rest >= least, `${kind}: ${rest} lifted`);
        else assertHidden(hidden + (isLifted ? 1 : 0), rest, least, kind);
      }
    }),
    { numRuns: 400 },
  );
});
