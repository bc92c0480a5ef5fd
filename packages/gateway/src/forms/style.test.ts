import assert from 'node:assert/strict';
import { test } from 'node:test';
import { styleOf } from './style.ts';
import { themeOf } from './theme.ts';

/** The rules as Opera Mini reads them: without what holds a variable. */
const rulesWithoutVariables = (): string[] => {
  const { text } = styleOf(themeOf({ mode: 'auto', tokens: { 'color-accent': '#7a1f1f' } }));
  return text
    .replaceAll(/[\w-]+:[^;{}]*var\([^;}]*;?/g, '')
    .split('}')
    .filter((rule) => rule.includes('{'));
};

test('in a browser that knows no variables nothing is white on white', () => {
  const white = rulesWithoutVariables().filter((rule) => /[{;]color:#fff/.test(rule));
  // What stands in the header stands on its background.
  assert.deepEqual(
    white.map((rule) => [rule.split('{')[0], /background:#7a1f1f/.test(rule)]),
    [
      ['header', true],
      ['header a', false],
      ['button,.button', true],
    ],
  );
  const [second] = rulesWithoutVariables().filter((rule) => rule.startsWith('.second{'));
  assert.match(second ?? '', /[{;]color:#7a1f1f/, 'the second button is not white as the first one is');
});

test('a key to be written down breaks where the screen ends, in browsers of 2019 too', () => {
  const [key] = rulesWithoutVariables().filter((rule) => rule.startsWith('.key{'));
  assert.match(key ?? '', /word-break:break-all/);
});
