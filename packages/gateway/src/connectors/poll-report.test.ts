import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { drawn } from './poll-report.ts';

test('a pause is never waited shorter than it is, and at most a fifth longer', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (seconds, chance) => {
        const waited = drawn(seconds, () => chance);
        assert.ok(waited >= seconds && waited <= 1.2 * seconds, `${waited} for ${seconds}`);
      },
    ),
    { numRuns: 500 },
  );
});
