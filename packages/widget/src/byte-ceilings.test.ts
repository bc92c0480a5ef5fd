import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleWidget, type WidgetFile } from '../scripts/bundle-widget.ts';

const files = await bundleWidget();

/** The one file with this in its name and none of its other words. */
const file = (name: string): WidgetFile => {
  const found = files.filter((one) => one.name === `${name}.js` || one.name.startsWith(`lapor-${name}-`));
  assert.equal(found.length, 1, `${name}: ${found.map((one) => one.name).join(', ')}`);
  return found[0]!;
};

const ceiling = (name: string, bytes: number): void => {
  const { brotli } = file(name);
  assert.ok(brotli <= bytes, `${name}: ${brotli} bytes`);
};

test('the form shows from one file of at most 10000 bytes that waits for no other', () => {
  // One flight of a fresh connection is some 14 kB: the file and its headers fit, whatever the network.
  ceiling('lapor', 10_000);
  assert.deepEqual(file('lapor').imports, []);
});

test('the further steps cost at most 6600 bytes, and their sentences at most 4600 in each language', () => {
  // Asked for at the first input, beside what sends: there long before somebody has written a report.
  ceiling('way-through-form', 6600);
  ceiling('later-steps-id', 4600);
  ceiling('later-steps-en', 4600);
});

test('judging and sending cost at most 17800 bytes, and the outbox with the receipt 7600 beside it', () => {
  // Half of it is zod. The outbox comes when somebody has reached the last step; it says a refusal of the page itself apart.
  ceiling('gateway-link', 17_800);
  ceiling('sending', 7600);
});

test('advice costs at most 3500 bytes with the first pause, and the questions of a category 1700 when they are asked', () => {
  // Nobody waits for advice, and most categories ask nothing.
  const bytes = (...names: string[]): number => names.reduce((sum, name) => sum + file(name).brotli, 0);
  assert.ok(bytes('advice-beside-draft', 'advice-link') + 550 <= 3500);
  assert.ok(bytes('category-questions', 'judge-answers') <= 1700);
});

test('photos cost at most 1500 bytes', () => {
  // The browser itself reads, turns and writes pictures.
  ceiling('take-files', 1500);
});

test('no file holds what a strict page or a citizen must not get', () => {
  const mustNotAppear: Record<string, RegExp> = {
    'code that a strict CSP reports': /new Function|Function\(["'`]|\beval\(/,
    "Lit's policy under its own name, of which a page allows one": /createPolicy\("lit-html"/,
    'a style in markup': /<style|\sstyle=/,
    'the desk': /\/v1\/desk\//,
    'a global of Lit': /litHtmlVersions|litElementVersions|reactiveElementVersions|litPropertyMetadata/,
    Node: /\bprocess\.|\bBuffer\b|\brequire\(|node:/,
    'a cookie or another host': /document\.cookie|https?:\/\/(?!www\.w3\.org)[a-z]/,
  };
  for (const { name, code } of files)
    for (const [what, pattern] of Object.entries(mustNotAppear)) assert.doesNotMatch(code, pattern, `${name}: ${what}`);
  assert.match(file('lapor').code, /createPolicy\("lapor"/, 'the policy has our name');
  assert.match(file('lapor').code, /lapor-form/, 'the bundle was really made');
});
