import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDocuments, buildModules, committedDocuments, readCommitted } from '../../../scripts/build-openapi.ts';

const advice = 'Run `pnpm --filter @lapor/schemas build:openapi` and commit what it writes.';

test('the generated modules are what the docstrings and the messages say today', () => {
  for (const [path, text] of buildModules())
    assert.equal(readCommitted(path) === text, true, `${path} is out of date. ${advice}`);
});

test('openapi.json and json-schema/ are what the table says today', async () => {
  const [built, committed] = [await buildDocuments(), committedDocuments()];
  assert.deepEqual([...committed.keys()].sort(), [...built.keys()].sort(), advice);
  for (const [path, text] of built)
    assert.equal(committed.get(path) === text, true, `${path} is out of date. ${advice}`);
});
