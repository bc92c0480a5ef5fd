import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlesIn } from '../../../../scripts/bundle-size.mjs';

const { bundledCodeOf, brotliSizeOf } = bundlesIn(new URL('../../', import.meta.url));

test('the solver is at most 1700 bytes, with its own SHA-256 and the way to a worker', async () => {
  // It loads when somebody begins to write, beside everything else that sending needs.
  const size = await brotliSizeOf(`export { solveChallenge } from './src/challenge/index.ts';`);
  assert.ok(size <= 1700, `${size} bytes`);
});

test('the worker is at most 1000 bytes', async () => {
  const size = await brotliSizeOf(`import './src/challenge/challenge-worker.ts';`);
  assert.ok(size <= 1000, `${size} bytes`);
});

test('the solver needs no code that a strict policy forbids', async () => {
  const code = await bundledCodeOf(`export * from './src/challenge/index.ts';`);
  assert.doesNotMatch(code, /new Function|\beval\(|createObjectURL|new Blob|crypto\.subtle|\bnode:/);
});
