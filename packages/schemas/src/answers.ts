import * as z from 'zod/mini';
import { Identifier } from './fields/identifier.ts';
import { writtenText } from './fields/written-text.ts';

/** Whatever can answer a question, of whatever type. */
export const anyAnswer = () =>
  z.union([writtenText(0, 2000), z.number(), z.boolean(), z.array(Identifier).check(z.maxLength(100))]);

/** What a reporter answered to a category's questions: question id → text, number, date, yes or no, or chosen values. */
export const Answers = z.record(Identifier, anyAnswer());
/** What {@link Answers} parses to. */
export type Answers = z.infer<typeof Answers>;
