import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyUnits } from '../hostile-input.test.support.ts';
import { draftText, storableText, tidyLine, tidyText, writtenLine, writtenText } from './written-text.ts';

const anyText = fc.oneof(
  anyUnits,
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\0', '\u200B', '\u00A0', '\uD83D', '\uDCA1', '\u0301', '💡'),
  }),
);

test('a text without ink is empty', () => {
  for (const typed of [
    '',
    ' ',
    '\n',
    '\u00A0',
    '\u200B',
    '\u200D\u2060\uFEFF',
    '\u202E\u202C',
    '\u0000',
    '\uD800',
    '\u00AD',
  ])
    assert.equal(tidyText(typed), '', JSON.stringify(typed));
});

test('a text in any script keeps what holds its letters together', () => {
  for (const typed of ['ꦭꦩ꧀ꦥꦸ', 'لامڤو جالن', '👨‍👩‍👧', 'می‌خواهم', 'Jum’at', 'é', '5 < 6 && 7 > 6'])
    assert.equal(tidyText(typed), typed);
});

test('a text is tidy after it was tidied once', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      assert.equal(tidyText(tidyText(typed)), tidyText(typed));
      assert.equal(tidyLine(tidyLine(typed)), tidyLine(typed));
    }),
    { numRuns: 300 },
  );
});

test('a tidy text can be stored, has one kind of line end, and nothing to trim', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const text = tidyText(typed);
      assert.equal(text, new TextDecoder().decode(new TextEncoder().encode(text)), 'it survives UTF-8');
      assert.doesNotMatch(text, /[\u0000\r]/u);
      assert.equal(text, text.trim());
    }),
    { numRuns: 300 },
  );
});

test('a line has no line end', () => {
  fc.assert(fc.property(anyText, (typed) => !/[\n\u2028\u2029\t]|\s\s/u.test(tidyLine(typed))));
});

test('in a draft every position stays true', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const stored = storableText(typed);
      assert.equal(stored.length, typed.length);
      for (let unit = 0; unit < typed.length; unit += 1)
        if (/[a \n💡]/u.test(typed[unit]!)) assert.equal(stored[unit], typed[unit]);
    }),
  );
  assert.equal(draftText(20).parse('  lampu\r\n mati\u0000 '), '  lampu\r\n mati  ');
});

test('a text is measured after it was tidied', () => {
  assert.equal(writtenText(3, 5).parse('   abc   '), 'abc');
  assert.equal(writtenLine(3, 5).parse('a \n\n c'), 'a c');
  assert.ok(!writtenText(3, 5).safeParse('  a  ').success);
  assert.ok(!writtenText(3, 5).safeParse('abcdef').success);
});
