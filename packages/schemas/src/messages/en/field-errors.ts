import type { ExpectedFormat, ExpectedType, FieldErrorSentences } from '../field-error-facts.ts';
import { formatDay, formatNumber, listOfEither } from '../formats.ts';
import { counted } from './counted.ts';

const number = (value: number) => formatNumber(value, 'en-GB');
const characters = (value: number) => counted(value, 'character', 'characters');

/** How to begin a sentence about a field that has no label. */
export const thisField: string = 'This field';

const formats: Readonly<Record<ExpectedFormat, string>> = {
  email: 'Write the whole e-mail address, for instance name@example.id.',
  date: 'Write the date as year, month and day, for instance 2026-11-22.',
  instant: 'Write the time in UTC, for instance 2026-11-22T01:15:50Z.',
  regionCode: 'Write the Kemendagri region code with dots, for instance 13.71.',
  phoneNumber: 'Write the whole telephone number, for instance 0812 3456 7890.',
  url: 'Write the whole web address, beginning with https://.',
  identifier: 'Use letters, digits, dots, hyphens or underscores, at most 64 of them.',
  trackingId: 'A report number has only digits, at most 10 of them.',
  other: '',
};

const types: Readonly<Record<ExpectedType, string>> = {
  text: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  other: 'a value of another kind',
};

/** The English of the Indonesian `fieldErrors`. */
export const fieldErrors: FieldErrorSentences = {
  required: ({ field }) => `${field} must be filled in.`,
  tooShort: ({ field, minimum, missing }) => `${field}: at least ${characters(minimum)}. Add ${number(missing)} more.`,
  tooLong: ({ field, maximum, over }) => `${field}: at most ${characters(maximum)}. Remove ${characters(over)}.`,
  tooSmall: ({ field, minimum }) => `${field}: at least ${number(minimum)}.`,
  tooLarge: ({ field, maximum }) => `${field}: at most ${number(maximum)}.`,
  tooFew: ({ field, minimum, missing }) => `${field}: at least ${number(minimum)}. Add ${number(missing)} more.`,
  tooMany: ({ field, maximum, over }) => `${field}: at most ${number(maximum)}. Remove ${number(over)}.`,
  wrongType: ({ field, expected }) => `${field} must be ${types[expected]}.`,
  wrongFormat: ({ field, format }) =>
    formats[format] || `${field} does not have the right form. Check how it is written.`,
  notOneOf: ({ field, options }) =>
    `${field} must be ${options.length > 0 ? listOfEither(options, 'en-GB') : 'one of the choices on offer'}.`,
  unknownField: () => 'This field is not known. Check its spelling, or remove it.',
  inFuture: ({ field }) => `${field} cannot lie in the future. Choose today or an earlier day.`,
  tooOld: ({ field, earliest }) =>
    `${field} lies too far back. Choose ${earliest ? `${formatDay(earliest, 'en-GB')} or later` : 'a later day'}.`,
  unknownReference: ({ field }) => `${field} is not on our list. Choose from the list.`,
  duplicate: ({ field }) => `${field} is listed twice. Remove one.`,
  notAllowed: ({ field }) => `${field} cannot be accepted here. Remove or replace it.`,
  rangeEmpty: () => 'The end of a span must come after its start.',
};
