import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeMonths } from './statistics-slice.ts';

const now = '2026-03-10T02:00:00Z';
const whole = (from: string | undefined, until: string | undefined) =>
  wholeMonths({ from, until }, now, 'Asia/Jakarta');

test('whole months stay whole', () => {
  assert.deepEqual(whole('2025-01-01', '2025-12-31'), { from: '2025-01-01', until: '2025-12-31' });
  assert.deepEqual(whole('2024-02-01', '2024-02-29'), { from: '2024-02-01', until: '2024-02-29' });
  assert.deepEqual(whole(undefined, undefined), { from: undefined });
});

test('a month that is asked for in part is left out', () => {
  assert.deepEqual(whole('2025-01-02', '2025-12-30'), { from: '2025-02-01', until: '2025-11-30' });
  assert.deepEqual(whole('2025-12-15', '2026-01-15'), { from: '2026-01-01', until: '2025-12-31' });
});

test('until today, or later, leaves nothing of this month out', () => {
  assert.deepEqual(whole('2026-03-01', '2026-03-10'), { from: '2026-03-01' });
  assert.deepEqual(whole('2026-01-01', '2030-01-01'), { from: '2026-01-01' });
  assert.deepEqual(whole('2026-01-01', '2026-03-09'), { from: '2026-01-01', until: '2026-02-28' });
});
