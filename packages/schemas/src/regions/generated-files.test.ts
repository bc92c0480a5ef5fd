import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRegions, committedRegions } from '../../scripts/build-regions.ts';

test('the committed files are those that the build script writes from the source, byte for byte', () => {
  const built = buildRegions();
  const committed = committedRegions();
  assert.deepEqual([...committed.keys()].toSorted(), [...built.keys()].toSorted());
  const different = [...built.keys()].filter((path) => built.get(path) !== committed.get(path));
  assert.equal(
    different.join(', '),
    '',
    'these differ: run `pnpm --filter @lapor/schemas build:regions` and commit what it writes',
  );
});
