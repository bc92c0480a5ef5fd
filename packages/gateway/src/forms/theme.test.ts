import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, themeOf } from './theme.ts';

const colourOf = (text: string): [number, number, number] => {
  const number = Number.parseInt(text.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
};

const accent = (value: string) => themeOf({ mode: 'auto', tokens: { 'color-accent': value } });

test('contrast is counted as WCAG does', () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [0, 0, 0]), 21);
  assert.equal(Math.round(contrast([118, 118, 118], [255, 255, 255]) * 100) / 100, 4.54);
});

test('an accent on which white can be read is the site’s own; any other is left out', () => {
  assert.equal(accent('#7a1f1f').accent, '#7a1f1f');
  assert.equal(accent('#036').accent, '#003366');
  for (const pale of ['#ffd500', '#fff', 'rebeccapurple', 'var(--x)', '', '#12345', '}body{display:none'])
    assert.equal(accent(pale).accent, themeOf(undefined).accent, pale);
});

test('whatever the accent, white is read on it by day and links are read by night', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const theme = accent(`#${number.toString(16).padStart(6, '0')}`);
      assert.ok(contrast(colourOf(theme.accent), [255, 255, 255]) >= 4.5);
      assert.ok(contrast(colourOf(theme.nightAccent), [20, 23, 26]) >= 4.5);
    }),
    { numRuns: 300 },
  );
});
