import type { FieldError, Language } from '@lapor/schemas';
import { type FieldName, messagesFor } from '@lapor/schemas/messages';

/** Something that no schema can find wrong with a part of a body, in words. */
export const fieldFault = (
  language: Language,
  pointer: string,
  code: 'unknownReference' | 'inFuture' | 'notAllowed',
  field: FieldName,
): FieldError => {
  const { fieldErrors, fields } = messagesFor(language);
  return { pointer, in: 'body', code, message: fieldErrors[code]({ field: fields[field].label }) };
};
