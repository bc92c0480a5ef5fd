import * as z from 'zod/mini';
import { defaultReportLimits } from './default-report-limits.ts';
import { Identifier } from './fields/identifier.ts';
import { writtenText } from './fields/written-text.ts';

/** The schema of a message under a site's limit, in code points. */
export const createMessageSchema = (maxLength: number = defaultReportLimits.messageMax) => writtenText(1, maxLength);

const Message = createMessageSchema();
const Files = z.array(Identifier).check(z.maxLength(10));

/** What a reporter writes back. */
export const Reply = z.strictObject({ message: Message, attachments: z.optional(Files) });
/** What {@link Reply} parses to. */
export type Reply = z.infer<typeof Reply>;

/** "It is fixed": closes the report. The rating runs from 1 (poor) to 5 (very good). */
export const Confirmation = z.strictObject({
  rating: z.int().check(z.minimum(1), z.maximum(5)),
  comment: z.optional(Message),
});
/** What {@link Confirmation} parses to. */
export type Confirmation = z.infer<typeof Confirmation>;

/** "It is not fixed", or of a merged report "it is another matter": opens the report again, with the same clock still running. */
export const Dispute = z.strictObject({ reason: Message, attachments: z.optional(Files) });
/** What {@link Dispute} parses to. */
export type Dispute = z.infer<typeof Dispute>;

/** "I take it back": archives the report at the reporter's request. */
export const Withdrawal = z.strictObject({ reason: z.optional(Message) });
/** What {@link Withdrawal} parses to. */
export type Withdrawal = z.infer<typeof Withdrawal>;
