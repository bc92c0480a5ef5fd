import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { redactionMark, redactText } from './redact-text.ts';

test('a span is replaced by one mark, whatever its length', () => {
  assert.equal(redactText('Hubungi 081234567890 segera', [{ start: 8, end: 20 }]), `Hubungi ${redactionMark} segera`);
  assert.equal(redactText('Hubungi 1 segera', [{ start: 8, end: 9 }]), `Hubungi ${redactionMark} segera`);
});

test('spans that overlap or touch become one mark, in whatever order they come', () => {
  assert.equal(
    redactText('abcdefgh', [
      { start: 4, end: 6 },
      { start: 0, end: 2 },
      { start: 1, end: 4 },
    ]),
    `${redactionMark}gh`,
  );
  assert.equal(
    redactText('abcdefgh', [
      { start: 5, end: 6 },
      { start: 0, end: 2 },
    ]),
    `${redactionMark}cde${redactionMark}gh`,
  );
});

test('a character is never cut in two', () => {
  assert.equal(redactText('a😀b', [{ start: 2, end: 3 }]), `a${redactionMark}b`);
  assert.equal(redactText('a😀b', [{ start: 1, end: 2 }]), `a${redactionMark}b`);
});

test('nothing of any span is left, everything else is, and what comes back can be stored', () => {
  // Letters that the mark has not, so that one left over would be seen.
  const text = fc
    .array(fc.constantFrom('x', 'y', '😀', 'é'), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      text.chain((whole) =>
        fc.tuple(
          fc.constant(whole),
          fc.array(
            fc.tuple(fc.nat(whole.length - 1), fc.nat(whole.length)).filter(([start, end]) => start < end),
            { maxLength: 5 },
          ),
        ),
      ),
      ([whole, pairs]) => {
        const ranges = pairs.map(([start, end]) => ({ start, end }));
        const redacted = redactText(whole, ranges);
        assert.ok(redacted.isWellFormed());
        const left = redacted.split(redactionMark).join('');
        const expected = [...whole].filter((character, index, characters) => {
          const from = characters.slice(0, index).join('').length;
          return !ranges.some(({ start, end }) => start < from + character.length && end > from);
        });
        assert.equal(left, expected.join(''));
      },
    ),
    { numRuns: 300 },
  );
});
