import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlesIn } from '../../../../scripts/bundle-size.mjs';

const { brotliSizeOf } = bundlesIn(new URL('../../', import.meta.url));

test('the outbox is at most 5800 bytes, with idb and the solver', async () => {
  // It loads with the client when a report is to be sent; everything for sending together has 16 kB.
  const size = await brotliSizeOf(`export { Outbox } from './src/outbox/index.ts';`);
  assert.ok(size <= 5800, `${size} bytes`);
});
