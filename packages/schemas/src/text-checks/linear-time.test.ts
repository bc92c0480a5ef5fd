import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkCompleteness } from './completeness.ts';
import { maskPersonalData } from './mask.ts';

/** What is repeated to fill a hostile text: near-matches of every pattern, and what is slow to read. */
const hostile = [
  'a',
  '1',
  '0',
  '1 ',
  '081',
  '0812 3456 7890 ',
  '08 12.',
  '62 ',
  '(021',
  '@',
  'a@',
  'a@b.',
  'b.',
  '\u200b',
  '1\u200b',
  '1\u0336',
  '１',
  '٣',
  '漢',
  '\ufdfa',
  '\ud800',
  'B 1',
  'B 1234 XY ',
  'plat B 1 ',
  '1371014506900003',
  '1371014506900003 ',
  'NIK 1371014506900003 ',
  'kartu keluarga ',
  'Rp 1.000.',
  ' ',
  '\n',
  '-',
  'di ',
  'satu ',
  '12 ',
  'tolong ',
];
const filled = (crumb: string, length: number) => crumb.repeat(Math.ceil(length / crumb.length)).slice(0, length);

/** Milliseconds of processor time, which other programs on the machine do not lengthen. */
const cost = (text: string): number => {
  const before = process.cpuUsage();
  maskPersonalData(text);
  checkCompleteness({ title: text, content: text, attachmentCount: 0 });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

it('four times the text costs about four times the time, whatever it repeats', () => {
  for (const crumb of hostile) {
    const quarter = Math.min(cost(filled(crumb, 40_000)), cost(filled(crumb, 40_000)));
    const whole = Math.min(cost(filled(crumb, 160_000)), cost(filled(crumb, 160_000)));
    // Quadratic time would be sixteen times; the constant forgives a garbage collection.
    assert.ok(whole < quarter * 9 + 40, `${JSON.stringify(crumb)}: ${quarter} ms, then ${whole} ms`);
  }
});

it('a megabyte of the slowest takes no noticeable time', () => {
  for (const crumb of ['1\u0336', '1 ', 'a@b.']) {
    const spent = cost(filled(crumb, 1_000_000));
    assert.ok(spent < 3000, `${JSON.stringify(crumb)}: ${spent} ms`);
  }
});
