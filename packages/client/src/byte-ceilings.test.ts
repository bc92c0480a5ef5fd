import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlesIn } from '../../../scripts/bundle-size.mjs';

const { brotliSizeOf, bundledCodeOf } = bundlesIn(new URL('../', import.meta.url));

const sizeOf = (names: string): Promise<number> => brotliSizeOf(`export { ${names} } from '@lapor/client';`);

test('a client with everything that a page can ask costs at most 16000 bytes', async () => {
  // Zod and the schemas of what is sent and read are three quarters of it. With ky below it, it would be 5 kB more.
  const size = await sizeOf('createClient');
  assert.ok(size <= 16_000, `${size} bytes`);
});

test('sending and following a report costs at most 13300 bytes', async () => {
  // The widget loads this after the first input: a second and a bit on slow 3G (400 kbit/s), within its 16 kB.
  const size = await sizeOf('connect, createReports');
  assert.ok(size <= 13_300, `${size} bytes`);
});

test('uploads cost at most 1700 bytes beside it', async () => {
  // tus-js-client would be ten times that: decision record on uploads.
  const more = (await sizeOf('connect, createReports, createAttachments')) - (await sizeOf('connect, createReports'));
  assert.ok(more <= 1700, `${more} bytes`);
});

test('one endpoint alone costs at most 2900 bytes beside what the contract says of it', async () => {
  const contract = "export { submitReport } from '@lapor/schemas/contract';";
  const more =
    (await brotliSizeOf(`${contract} export { connect, call } from '@lapor/client';`)) - (await brotliSizeOf(contract));
  assert.ok(more <= 2900, `${more} bytes`);
});

test('what a page must never get is not in its bundle', async () => {
  const code = await bundledCodeOf("export { createClient } from '@lapor/client';");
  const mustNotAppear: Record<string, RegExp> = {
    'the desk': /\/v1\/desk\//,
    'the fake gateway': /pk_palsu/,
    'code that a strict CSP reports': /new Function|Function\(["'`]|\beval\(/,
    Node: /\bprocess\.|\bBuffer\b|\brequire\(|node:/,
    'a cookie or a storage of its own accord': /document\.cookie|localStorage|sessionStorage|indexedDB/,
  };
  for (const [what, pattern] of Object.entries(mustNotAppear)) assert.doesNotMatch(code, pattern, what);
  assert.match(code, /\/v1\/reports/, 'the bundle was really made');
});
