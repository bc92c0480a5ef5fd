import type { DeskAction, FieldError, Redaction } from '@lapor/schemas';
import { fieldFault } from '../refusal/field-fault.ts';
import type { Assignment } from './desk-deed.ts';
import type { TextRange } from './redact-text.ts';

/** The action that takes things out of a report. */
export type RedactAction = Extract<DeskAction, { type: 'redact' }>;
/** A redaction of one kind, with its place in the request. */
export type RedactionOf<What extends Redaction['what']> = Extract<Redaction, { what: What }> & {
  readonly index: number;
};

/** The redactions of one kind, each with its place in the request. */
export const redactionsOf = <What extends Redaction['what']>(
  { redactions }: RedactAction,
  what: What,
): RedactionOf<What>[] =>
  redactions.flatMap((redaction, index) =>
    redaction.what === what ? [{ ...redaction, index } as RedactionOf<What>] : [],
  );

/** Several redactions of one text speak of the text as it was before all of them. */
export const rangesOf = (redactions: readonly { readonly ranges: readonly TextRange[] }[]): TextRange[] =>
  redactions.flatMap(({ ranges }) => ranges);

/** What is wrong with ranges that end behind their text. */
export const rangeFaults = (
  text: string,
  { ranges, index }: RedactionOf<'text' | 'message'>,
  { language }: Assignment,
): FieldError[] =>
  ranges.flatMap(({ end }, range) =>
    end > text.length
      ? [
          fieldFault(language, {
            pointer: `/redactions/${index}/ranges/${range}/end`,
            code: 'tooLarge',
            facts: { maximum: text.length },
          }),
        ]
      : [],
  );

/** That a redaction names a part that the report does not have. */
export const unknownPart = (index: number, part: string, { language }: Assignment): FieldError =>
  fieldFault(language, { pointer: `/redactions/${index}/${part}`, code: 'unknownReference', facts: {} });
