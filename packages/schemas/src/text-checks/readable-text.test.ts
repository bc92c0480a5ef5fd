import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { hidden, readableText } from './readable-text.ts';

it('reads the digits of every numbering system', () => {
  for (const system of Intl.supportedValuesOf('numberingSystem')) {
    const ten = Array.from({ length: 10 }, (_, digit) => new Intl.NumberFormat(`en-u-nu-${system}`).format(digit)).join(
      '',
    );
    if (!/^\p{Nd}{10}$/u.test(ten)) continue;
    assert.equal(readableText(ten).plain, '0123456789', system);
  }
});

it('turns every way of not being seen into one mark', () => {
  for (const unseen of [
    '\u200b',
    '\u00ad',
    '\u2060\ufeff',
    '\u202a',
    '\u0336\u20dd',
    '\ufe0f',
    '\u{e0041}',
    '\u0007',
    '\u115f',
  ]) {
    assert.equal(readableText(`1${unseen}2`).plain, `1${hidden}2`);
  }
});

it('keeps line breaks and tabs, and reads foreign spaces, dashes and dots as plain ones', () => {
  assert.equal(readableText('a\u00a0b\u3000c\td\r\ne\u2013f\u2212g\u00b7h').plain, 'a b c\td\r\ne-f-g.h');
});

it('leads back to whole characters of the original', () => {
  const text = 'x𝟏⒈\u200b\u200b９y';
  const { plain, originalSpan } = readableText(text);
  assert.equal(plain, `x11.${hidden}9y`);
  const piece = (start: number, end: number) => {
    const span = originalSpan(start, end);
    return text.slice(span.start, span.end);
  };
  assert.equal(piece(1, 2), '𝟏');
  assert.equal(piece(2, 3), '⒈');
  assert.equal(piece(4, 5), '\u200b\u200b');
  assert.equal(piece(0, plain.length), text);
});

it('never leads outside the original', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, one, other) => {
      const { plain, originalSpan } = readableText(text);
      if (plain.length === 0) return;
      const start = one % plain.length;
      const end = start + 1 + (other % (plain.length - start));
      const span = originalSpan(start, end);
      assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
    }),
    { numRuns: 500 },
  );
});
