import { hidden } from './readable-text.ts';
import type { Span } from './span.ts';

/** What a number of 16 digits is: of a person, of a family card, or of some card that we cannot tell. */
export type IdentityNumberKind = 'nationalId' | 'familyCard' | 'cardNumber';

/** A run of digits, and whether only separators stand between it and the run before. */
interface DigitGroup extends Span {
  readonly digits: string;
  readonly continues: boolean;
}

const separators = new RegExp(`^[ \\t._*/${hidden}-]{1,5}$`);
const label = /(?:^|[^a-z])(?:nik|ktp|(kk|kartu keluarga))(?:-?nya)?(?: (?:saya|nomor|no|adalah))*[\s:.=(#-]*$/i;
const twoDates = /^\d{1,2}\D+\d{1,2}\D+(?:19|20)\d\d\D+\d{1,2}\D+\d{1,2}\D+(?:19|20)\d\d$/;

/**
 * Whether 16 digits can be a NIK or the number of a family card: region, birth or issue date as DDMMYY (women's days
 * plus 40), serial. The region is not looked up: codes of regions that have since been split stay valid on old cards.
 */
const isPlausible = (digits: string): boolean => {
  const written = Number(digits.slice(6, 8));
  const day = written > 40 ? written - 40 : written;
  const month = Number(digits.slice(8, 10));
  return digits[0] !== '0' && day >= 1 && day <= 31 && month >= 1 && month <= 12 && !digits.endsWith('0000');
};

function* digitGroups(plain: string): Generator<DigitGroup> {
  let previousEnd = -1;
  for (const match of plain.matchAll(/\d+/g)) {
    const start = match.index;
    const gap = start - previousEnd;
    const continues = previousEnd >= 0 && gap <= 5 && separators.test(plain.slice(previousEnd, start));
    previousEnd = start + match[0].length;
    yield { start, end: previousEnd, digits: match[0], continues };
  }
}

/** Several numbers pasted without a space between them: found when any piece of 16 digits is one. */
const holdsGluedNumbers = (digits: string): boolean => {
  if (digits.length < 32 || digits.length % 16 !== 0) return false;
  for (let start = 0; start < digits.length; start += 16) {
    if (isPlausible(digits.slice(start, start + 16))) return true;
  }
  return false;
};

/**
 * Finds numbers of 16 digits, whole or in groups (`3273 0145…`, `32.73.01.…`), in a text as {@link readableText} gives it.
 *
 * Spans that overlap are joined, so that no window of 16 digits that could be a NIK is left outside them.
 */
export const findIdentityNumbers = (plain: string): (Span & { readonly kind: IdentityNumberKind })[] => {
  const found: { start: number; end: number; kind: IdentityNumberKind }[] = [];
  let chain: DigitGroup[] = [];
  let length = 0;

  const add = (start: number, end: number, kind: IdentityNumberKind) => {
    const last = found[found.length - 1];
    if (last !== undefined && start < last.end) last.end = end;
    else found.push({ start, end, kind });
  };

  for (const group of digitGroups(plain)) {
    if (!group.continues) {
      chain = [];
      length = 0;
    }
    if (holdsGluedNumbers(group.digits)) add(group.start, group.end, 'nationalId');
    chain.push(group);
    length += group.digits.length;
    while (length > 16) length -= chain.shift()?.digits.length ?? length;
    const first = chain[0];
    if (length !== 16 || first === undefined) continue;

    const digits = chain.map((part) => part.digits).join('');
    const labelled = first.continues ? null : label.exec(plain.slice(Math.max(0, first.start - 40), first.start));
    const plausible = isPlausible(digits) && !twoDates.test(plain.slice(first.start, group.end));
    const whole = chain.length === 1;
    if (labelled !== null || plausible)
      add(first.start, group.end, labelled?.[1] === undefined ? 'nationalId' : 'familyCard');
    else if (whole) add(first.start, group.end, 'cardNumber');
  }
  return found;
};
