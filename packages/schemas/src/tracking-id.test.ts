import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTrackingId, TrackingId } from './tracking-id.ts';

test('a tracking id is 1 to 10 digits, and a leading zero counts', () => {
  for (const id of ['0', '9165816', '0000000001']) assert.equal(TrackingId.parse(id), id);
  for (const id of ['', '12345678901', '#9165816', '916 5816', '-1', '1e3', '٩١٦', '9165816\n', 9165816])
    assert.ok(!TrackingId.safeParse(id).success, String(id));
});

test('a tracking id is read as people write it', () => {
  for (const typed of ['9165816', '#9165816', '# 916 5816', ' 9165816\r\n', '916\u00A05816'])
    assert.equal(readTrackingId(typed), '9165816', typed);
});

test('what is no tracking id is not read as one', () => {
  for (const typed of ['', '#', 'LPR-9165816', '12345678901', '91.65816', `${' '.repeat(1_000_000)}1`])
    assert.equal(readTrackingId(typed), undefined);
});

test('what is read is a tracking id', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789# \n-') }), (typed) => {
      const id = readTrackingId(typed);
      assert.ok(id === undefined || TrackingId.safeParse(id).success);
    }),
  );
});
