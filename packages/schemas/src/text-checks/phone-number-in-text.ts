import { hidden } from './readable-text.ts';
import type { Span } from './span.ts';

const gap = `[ \\t.()${hidden}-]{0,4}`;
const country = `(?:\\+|00)?62${gap}`;
/** `0812 3456 7890`, `+62 812…`, `62812…`: 10 to 13 digits after the trunk zero is put back. Numbers from 080 on are nobody's own. */
const mobile = `(?:${country}0?|0)${gap}8${hidden}?[1-9](?:${gap}\\d){7,10}`;
/** `(0751) 31234`, `021-5790 1234`, `+62 21 …`: an area code that is set apart, and a number that starts with 2 to 9. */
const landline = `(?:\\(?0[2-79]\\d{1,2}(?:\\)[ .-]?|[ -]{1,3})|(?:\\+|00)62${gap}\\(?0?[2-79]\\d{1,2}\\)?[ .-]{1,3})[2-9](?:${gap}\\d){4,7}`;
/** The five area codes of three digits are also known when nothing sets them apart: `02157901234`. */
const metropolitan = `0(?:2[1-4]|31|61)[2-9]\\d{6,7}`;
const number = new RegExp(`(?:${mobile}|${landline}|${metropolitan})(?!\\d)`, 'g');
const twoDigits = /^\d\d$/;
const money = /rp\.? ?\d{1,3}(?:[.,]\d{3})*[.,]?$/i;

/** Finds Indonesian telephone numbers as people write them, with spaces, dots, dashes and brackets. */
export const findPhoneNumbers = (plain: string): Span[] => {
  const found: Span[] = [];
  let floor = 0;
  number.lastIndex = 0;
  for (let match = number.exec(plain); match !== null; match = number.exec(plain)) {
    const start = match.index;
    const isInsideNumber = twoDigits.test(plain.slice(Math.max(0, start - 1), start + 1));
    // "Rp 1.081.234.567.890" holds what looks like a number in the 081 range.
    if (isInsideNumber || money.test(plain.slice(Math.max(floor, start - 30), start))) {
      number.lastIndex = start + 1;
      continue;
    }
    floor = start + match[0].length;
    found.push({ start, end: floor });
  }
  return found;
};
