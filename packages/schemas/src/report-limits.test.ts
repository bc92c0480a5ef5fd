import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultReportLimits } from './default-report-limits.ts';
import { ReportLimits } from './report-limits.ts';

test('the default limits are limits', () => {
  assert.deepEqual(ReportLimits.parse(defaultReportLimits), defaultReportLimits);
});

test('by default nothing is required that an operator can still ask', () => {
  assert.deepEqual(defaultReportLimits.required, []);
});

test('the default content is long enough for 99 of 100 citizens, and the title as long as integrators take it', () => {
  assert.ok(defaultReportLimits.contentMax > 2680);
  assert.equal(defaultReportLimits.titleMax, 255);
});

test('nobody can change the default limits for everybody', () => {
  assert.throws(() => Object.assign(defaultReportLimits, { titleMax: 1 }), TypeError);
  assert.throws(() => Object.assign(defaultReportLimits.attachments, { maxCount: 50 }), TypeError);
  assert.throws(() => defaultReportLimits.required.push('contact'), TypeError);
});

test('a limit is a whole number above zero', () => {
  for (const titleMax of [0, -1, 1.5, 1001, '255', null])
    assert.ok(!ReportLimits.safeParse({ ...defaultReportLimits, titleMax }).success, String(titleMax));
});
