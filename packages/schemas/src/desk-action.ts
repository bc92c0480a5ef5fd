import * as z from 'zod/mini';
import { Supervision } from './classification.ts';
import { CalendarDate } from './fields/calendar-date.ts';
import { Identifier } from './fields/identifier.ts';
import { writtenLine } from './fields/written-text.ts';
import { Place } from './incident.ts';
import { createMessageSchema } from './reporter-action.ts';
import { StatusReason } from './status-reason.ts';
import { TrackingId } from './tracking-id.ts';

const Message = createMessageSchema();
const Files = z.array(Identifier).check(z.maxLength(10));

/** A span of text in UTF-16 units, end exclusive. */
const TextRange = z
  .strictObject({ start: z.int().check(z.minimum(0)), end: z.int().check(z.minimum(1)) })
  .check(z.refine(({ start, end }) => start < end, { path: ['end'], params: { code: 'rangeEmpty' } }));

/** One thing to take out of what is shown: a span of the report's or a message's text, or a file. */
export const Redaction = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('text'),
    field: z.enum(['title', 'content', 'landmark']),
    ranges: z.array(TextRange).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({
    what: z.literal('message'),
    sequence: z.int().check(z.minimum(0)),
    ranges: z.array(TextRange).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({ what: z.literal('attachment'), attachmentId: Identifier }),
]);
/** What {@link Redaction} parses to. */
export type Redaction = z.infer<typeof Redaction>;

/** The report is in order and will be handled. */
const Verify = z.strictObject({ type: z.literal('verify'), supervision: z.optional(Supervision) });
/** Passes the report to the institution that is responsible. */
const Dispose = z.strictObject({
  type: z.literal('dispose'),
  to: Identifier,
  reason: z.optional(Message),
  supervision: z.optional(Supervision),
});
/** Gives the report back: visible, with a reason, and with a proposal if there is one. */
const ReturnAsOutsideAuthority = z.strictObject({
  type: z.literal('returnAsOutsideAuthority'),
  reason: Message,
  to: z.optional(Identifier),
});
/** Waits, for a reason that the reporter reads. The clock runs on. */
const Postpone = z.strictObject({
  type: z.literal('postpone'),
  reasonCode: StatusReason,
  reason: Message,
  until: z.optional(CalendarDate),
});
/** Ends the report without handling it, for a reason that the reporter reads and can dispute. */
const Archive = z.strictObject({ type: z.literal('archive'), reasonCode: StatusReason, reason: Message });
/** Work has begun, with a plan if there is one. */
const StartFollowUp = z.strictObject({ type: z.literal('startFollowUp'), plan: z.optional(Message) });
/** Answers the reporter. */
const Respond = z.strictObject({ type: z.literal('respond'), message: Message, attachments: z.optional(Files) });
/** Closes the report after it was answered. */
const Complete = z.strictObject({ type: z.literal('complete'), message: z.optional(Message) });
/** Says that it is the same matter as another report. */
const MergeInto = z.strictObject({ type: z.literal('mergeInto'), trackingId: TrackingId, reason: z.optional(Message) });
/** Takes a merge back; the clocks are as if it had never been. */
const UndoMerge = z.strictObject({ type: z.literal('undoMerge'), reason: z.optional(Message) });
/** Takes personal data or worse out of what is shown. The event stays; the text goes. */
const Redact = z.strictObject({
  type: z.literal('redact'),
  redactions: z.array(Redaction).check(z.minLength(1), z.maxLength(50)),
  reason: Message,
});
/** Mends title, category, place or supervision. No clock moves. */
const Correct = z.strictObject({
  type: z.literal('correct'),
  title: z.optional(writtenLine(1, 1000)),
  categoryId: z.optional(Identifier),
  place: z.optional(Place),
  supervision: z.optional(Supervision),
});
/** A note among officers. Neither the reporter nor the public ever sees it. */
const Note = z.strictObject({ type: z.literal('note'), message: Message, attachments: z.optional(Files) });

/** What an officer can do to a report: one object, told apart by `type`. */
export const DeskAction = z.discriminatedUnion('type', [
  Verify,
  Dispose,
  ReturnAsOutsideAuthority,
  Postpone,
  Archive,
  StartFollowUp,
  Respond,
  Complete,
  MergeInto,
  UndoMerge,
  Redact,
  Correct,
  Note,
]);
/** What {@link DeskAction} parses to. */
export type DeskAction = z.infer<typeof DeskAction>;
/** The `type` of a {@link DeskAction}. */
export type DeskActionType = DeskAction['type'];
