import { findPersonalData, type PersonalData, type PersonalDataKind } from './personal-data.ts';

/** What stands in a text where personal data stood. Indonesian, because it becomes part of the report. */
const markers: Readonly<Record<PersonalDataKind, string>> = {
  nationalId: '[NIK disamarkan]',
  familyCard: '[nomor KK disamarkan]',
  cardNumber: '[nomor kartu disamarkan]',
  phoneNumber: '[nomor telepon disamarkan]',
  email: '[email disamarkan]',
  licencePlate: '[nomor polisi disamarkan]',
};

/**
 * Puts a readable marker in the place of personal data, as SP4N-LAPOR! does with "[NOMOR KTP DISENSOR]".
 *
 * Nothing is found in what comes back, and masking it again changes nothing.
 *
 * @param found what to mask, in order and without overlaps; by default all that {@link findPersonalData} finds
 */
export const maskPersonalData = (text: string, found: readonly PersonalData[] = findPersonalData(text)): string => {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of found) {
    masked += text.slice(from, start) + markers[kind];
    from = end;
  }
  return masked + text.slice(from);
};
