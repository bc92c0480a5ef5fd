import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import type * as z from 'zod/mini';
import { refusalOf } from '../refusal/field-fault.ts';
import type { V3Call } from './v3-call.ts';

/** What was sent, as a schema of the contract reads it. @throws Refusal `validationFailed` with everything that is wrong. */
export const checked = <Schema extends z.ZodMiniType>(
  { language }: V3Call,
  schema: Schema,
  input: unknown,
): z.output<Schema> => {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw refusalOf(explainIssues(read.error, { input, sentences: messagesFor(language), in: 'body' }));
};
