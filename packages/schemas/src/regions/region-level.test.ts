import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RegionCode } from '../fields/region-code.ts';
import { regionLevel } from './region-level.ts';

test('the number of segments tells the level', () => {
  assert.equal(regionLevel('13'), 'province');
  assert.equal(regionLevel('13.71'), 'regency');
  assert.equal(regionLevel('13.71.01'), 'district');
  assert.equal(regionLevel('13.71.01.1001'), 'village');
});

test('text has a level exactly when the schema takes it for a region code', () => {
  const nearCode = fc
    .array(fc.constantFrom('13', '71', '01', '1001', '7', '.', '.', 'x', '\n'), { maxLength: 9 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.oneof(nearCode, fc.string({ unit: 'binary' }), fc.constantFrom('13', '13.71', '13.71.01', '13.71.01.1001')),
      (text) => {
        assert.equal(regionLevel(text) !== undefined, RegionCode.safeParse(text).success);
      },
    ),
    { numRuns: 2000 },
  );
});
