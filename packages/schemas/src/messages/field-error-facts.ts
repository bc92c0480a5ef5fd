import type { CalendarDate } from '../fields/calendar-date.ts';

/** What a text had to look like. `other` is any form that has no sentence of its own. */
export type ExpectedFormat =
  | 'email'
  | 'date'
  | 'instant'
  | 'regionCode'
  | 'phoneNumber'
  | 'url'
  | 'identifier'
  | 'trackingId'
  | 'other';

/** What kind of JSON value was expected. */
export type ExpectedType = 'text' | 'number' | 'integer' | 'boolean' | 'list' | 'object' | 'other';

/** Every code of a field error, with the facts that its sentence needs. The codes never change; sentences may. */
export interface FieldErrorFacts {
  readonly required: object;
  /** Lengths count code points, as the schemas do. `missing`: how many more are needed. */
  readonly tooShort: { readonly minimum: number; readonly missing: number };
  /** `over`: how many have to go. */
  readonly tooLong: { readonly maximum: number; readonly over: number };
  readonly tooSmall: { readonly minimum: number };
  readonly tooLarge: { readonly maximum: number };
  readonly tooFew: { readonly minimum: number; readonly missing: number };
  readonly tooMany: { readonly maximum: number; readonly over: number };
  readonly wrongType: { readonly expected: ExpectedType };
  readonly wrongFormat: { readonly format: ExpectedFormat };
  readonly notOneOf: { readonly options: readonly string[] };
  readonly unknownField: object;
  readonly inFuture: object;
  readonly tooOld: { readonly earliest?: CalendarDate | undefined };
  /** A region, institution, category or upload that does not exist. */
  readonly unknownReference: object;
  readonly duplicate: object;
  readonly notAllowed: object;
  /** A span whose end is not after its start. */
  readonly rangeEmpty: object;
}

/** A code of {@link FieldErrorFacts}. */
export type FieldErrorCode = keyof FieldErrorFacts;

/** One sentence for each code. `field` is the field's label, as it begins a sentence. */
export type FieldErrorSentences = {
  readonly [Code in FieldErrorCode]: (facts: FieldErrorFacts[Code] & { readonly field: string }) => string;
};
