import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlesIn } from '../../../scripts/bundle-size.mjs';

const { brotliSizeOf, bundledCodeOf } = bundlesIn(new URL('../', import.meta.url));

const sizes = new Map<string, Promise<number>>();

/** Bundling takes a second, so each is done once. */
const sizeOf = (names: string): Promise<number> => {
  const size = sizes.get(names) ?? brotliSizeOf(`export { ${names} } from '@lapor/schemas';`);
  sizes.set(names, size);
  return size;
};

/** One schema of every kind that a new report is made of, and nothing of ours. */
const kindsOfSchema = `
  import * as z from 'zod/mini';
  export const kinds = [
    z.string().check(z.overwrite((text) => text), z.minLength(1), z.maxLength(2), z.regex(/x/)),
    z.strictObject({ a: z.optional(z.string()) }),
    z.array(z.enum(['a', 'b'])),
    z.record(z.string(), z.union([z.string(), z.number().check(z.minimum(1), z.maximum(2))])),
    z._default(z.boolean(), false),
    z.email(),
    z.iso.date(),
    z.stringFormat('datetime', /x/),
  ];
`;

test('judging a report before it is sent costs at most 8000 bytes', async () => {
  // The widget loads this with the client after the first input: 16 kB for both. ky takes 7.7 of them.
  const size = await sizeOf('createNewReportSchema, NewReport');
  assert.ok(size <= 8000, `${size} bytes`);
});

test('of those, the report and its fields are at most 1100 bytes, and the rest is zod', async () => {
  const ours = (await sizeOf('createNewReportSchema, NewReport')) - (await brotliSizeOf(kindsOfSchema));
  assert.ok(ours <= 1100, `${ours} bytes`);
});

test('following a report costs at most 6900 bytes alone, and 1700 beside the form', async () => {
  // Reading answers needs only a few kinds of schema; <lapor-status> often stands on a page without a form.
  assert.ok((await sizeOf('Receipt')) <= 6900, 'Receipt');
  const more =
    (await sizeOf('NewReport, PublishedReport, Problem')) - (await sizeOf('createNewReportSchema, NewReport'));
  assert.ok(more <= 1700, `${more} bytes`);
});

test('a number, a label and a telephone number are read without zod', async () => {
  // These stand in pages that never validate anything, such as the tracking field of a landing page.
  const size = await sizeOf('readTrackingId, statusOfLabel, normalisePhoneNumber, problemStatus, defaultReportLimits');
  assert.ok(size <= 1000, `${size} bytes`);
});

test('what a browser must never get is not in any bundle', async () => {
  const code = await bundledCodeOf("export * from '@lapor/schemas';");
  const mustNotAppear: Record<string, RegExp> = {
    'code that a strict CSP reports (classic zod tries it)': /new Function|Function\(["'`]|\beval\(/,
    'classic zod': /ZodFirstPartyTypeKind|"ZodString"|"ZodObject"/,
    "zod's own sentences": /Too small: expected|Invalid input: expected|Terlalu kecil|Input tidak valid/,
    'JSON Schema': /draft\/2020-12/,
    'Node or the DOM': /\bprocess\.|\bBuffer\b|\brequire\(|node:|\bdocument\.|\bwindow\.|\blocalStorage\b/,
    'what documents the contract': /openapi|operationId/i,
  };
  for (const [what, pattern] of Object.entries(mustNotAppear)) assert.doesNotMatch(code, pattern, what);
  assert.match(code, /ZodMiniObject/, 'the bundle was really made');
});
