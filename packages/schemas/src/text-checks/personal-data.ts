import { findEmailAddresses } from './email-address.ts';
import { findIdentityNumbers } from './identity-number.ts';
import { findLicencePlates } from './licence-plate.ts';
import { findPhoneNumbers } from './phone-number-in-text.ts';
import { readableText } from './readable-text.ts';
import type { Span } from './span.ts';

/**
 * What was found.
 *
 * - `nationalId`: a NIK. `familyCard`: the number of a *kartu keluarga*, when the text calls it so; both look alike.
 * - `cardNumber`: another number of 16 digits: a bank card, or a NIK with a slip in it.
 * - `phoneNumber`, `email`, `licencePlate`: as their names say.
 */
export type PersonalDataKind = 'nationalId' | 'familyCard' | 'cardNumber' | 'phoneNumber' | 'email' | 'licencePlate';

/** Every {@link PersonalDataKind}. */
export const personalDataKinds: readonly PersonalDataKind[] = [
  'nationalId',
  'familyCard',
  'cardNumber',
  'phoneNumber',
  'email',
  'licencePlate',
];

/** A piece of personal data by its place in the text: UTF-16 units, end exclusive. The data itself is not repeated. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** Blots spans out, so that what is found next sees what it would see in the masked text: a bracket. */
const blot = (plain: string, spans: readonly Span[]): string => {
  if (spans.length === 0) return plain;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    pieces.push(plain.slice(from, start), ']'.repeat(end - start));
    from = end;
  }
  return pieces.join('') + plain.slice(from);
};

/**
 * Finds numbers of identity cards, telephone numbers, e-mail addresses and licence plates in free text.
 *
 * Full-width and foreign digits count as digits, and invisible characters hide nothing. It is advice, not proof: what a
 * person spells out in words is not found, and a number may be somebody's invoice. Time grows with the text's length.
 *
 * @returns what was found, in the order of the text, without overlaps.
 */
export const findPersonalData = (text: string): PersonalData[] => {
  const { plain, originalSpan } = readableText(text);
  const found: (Span & { readonly kind: PersonalDataKind })[] = [];
  let rest = plain;
  const take = (spans: readonly (Span & { readonly kind: PersonalDataKind })[]) => {
    for (const span of spans) found.push(span);
    rest = blot(rest, spans);
  };

  take(findIdentityNumbers(rest));
  take(findEmailAddresses(rest).map((span) => ({ ...span, kind: 'email' })));
  take(findLicencePlates(rest).map((span) => ({ ...span, kind: 'licencePlate' })));
  take(findPhoneNumbers(rest).map((span) => ({ ...span, kind: 'phoneNumber' })));

  let floor = 0;
  const result: PersonalData[] = [];
  for (const span of found.sort((one, other) => one.start - other.start)) {
    const { start, end } = originalSpan(span.start, span.end);
    if (end <= floor) continue;
    result.push({ kind: span.kind, start: Math.max(start, floor), end });
    floor = end;
  }
  return result;
};
