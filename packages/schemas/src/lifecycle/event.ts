import * as z from 'zod/mini';
import { DeadlineKind } from '../deadline.ts';
import { DeskRole } from '../desk-report.ts';
import { CalendarDate } from '../fields/calendar-date.ts';
import { Identifier } from '../fields/identifier.ts';
import { Instant } from '../fields/instant.ts';
import { Channel } from '../channel.ts';
import { Classification, Supervision } from '../classification.ts';
import { KnownStatusCode } from '../status.ts';
import { StatusReason } from '../status-reason.ts';
import { TrackingId } from '../tracking-id.ts';

/** Who caused an event, without naming a person. */
export const EventActor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reporter') }),
  z.object({ kind: z.literal('public') }),
  z.object({ kind: z.literal('officer'), institutionId: Identifier, role: DeskRole, keyId: z.optional(Identifier) }),
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('upstream'), connector: z.string() }),
]);
/** What {@link EventActor} parses to. */
export type EventActor = z.infer<typeof EventActor>;

/** What every event has. Texts and files are kept apart and named by id, so that they can be redacted or deleted while the log stays whole. */
const header = {
  sequence: z.int().check(z.minimum(0)),
  at: Instant,
  by: EventActor,
  textId: z.optional(Identifier),
  attachmentIds: z.optional(z.array(Identifier)),
};

const event = <Type extends string, Facts extends z.core.$ZodLooseShape>(type: Type, facts: Facts) =>
  z.object({ type: z.literal(type), ...header, ...facts });

const transfer = { from: Identifier, to: Identifier };

/**
 * One thing that happened to a report: the only form in which its history is stored.
 *
 * Events only ever append. What turned out wrong is mended by a further event, never by a change to an old one.
 */
export const LifecycleEvent = z.discriminatedUnion('type', [
  event('received', {
    classification: Classification,
    channel: Channel,
    ownerId: Identifier,
    /** Who owns what nobody else does, for the whole life of the report. */
    coordinatorId: Identifier,
    targetInstitutionId: z.optional(Identifier),
    siteId: z.optional(Identifier),
    anonymous: z.boolean(),
    confidential: z.boolean(),
  }),
  event('verified', { supervision: z.optional(Supervision) }),
  event('disposed', { ...transfer, supervision: z.optional(Supervision) }),
  event('returned', transfer),
  event('postponed', { reasonCode: StatusReason, until: z.optional(CalendarDate) }),
  event('archived', { reasonCode: StatusReason }),
  event('followUpStarted', {}),
  event('responded', {}),
  event('replied', {}),
  event('supported', {}),
  event('confirmed', { rating: z.int().check(z.minimum(1), z.maximum(5)) }),
  event('disputed', {}),
  event('withdrawn', {}),
  event('completed', {}),
  event('closureAnnounced', { closesOn: CalendarDate }),
  event('closedAutomatically', {}),
  event('merged', { into: TrackingId }),
  event('unmerged', { from: TrackingId }),
  /** The other side of a merge: this report took another one in, or gave it back. */
  event('absorbed', { trackingId: TrackingId }),
  event('released', { trackingId: TrackingId }),
  /** Names what was taken out: `title`, `content`, `landmark`, `message:7`, `attachment:ID`, `identity`. */
  event('redacted', { parts: z.array(z.string().check(z.maxLength(100))) }),
  event('corrected', {
    fields: z.array(z.enum(['title', 'category', 'place', 'supervision'])),
    supervision: z.optional(Supervision),
  }),
  event('noted', {}),
  event('escalated', { level: z.int().check(z.minimum(1)), to: Identifier, deadlineKind: DeadlineKind }),
  event('reminded', { deadlineKind: DeadlineKind, to: Identifier }),
  event('ombudsmanOffered', {}),
  event('deliveryQueued', { connector: z.string() }),
  event('delivered', { connector: z.string(), upstreamId: z.string() }),
  event('deliveryFailed', { connector: z.string() }),
  event('upstreamStatusChanged', {
    connector: z.string(),
    code: KnownStatusCode,
    rawLabel: z.string().check(z.maxLength(200)),
    /** Whom the upstream names as responsible, in its own words. */
    institutionName: z.optional(z.string().check(z.maxLength(200))),
    /** The upstream's own name for what it told, where that was more than a status. */
    entryId: z.optional(z.string().check(z.maxLength(100))),
  }),
]);
/** What {@link LifecycleEvent} parses to. */
export type LifecycleEvent = z.infer<typeof LifecycleEvent>;

/** The `type` of a {@link LifecycleEvent}. */
export type LifecycleEventType = LifecycleEvent['type'];

/** Every type of event, in the order of the schema. An open set on the wire: a newer gateway may send others. */
export const lifecycleEventTypes: readonly LifecycleEventType[] = LifecycleEvent.def.options.flatMap(
  (option) => option.shape.type.def.values,
);

/** One kind of {@link LifecycleEvent}. */
export type EventOf<Type extends LifecycleEventType> = Extract<LifecycleEvent, { type: Type }>;

/**
 * An event as a decision proposes it: what happened, before it has a place in the log.
 *
 * The type parameter is there to distribute over the union, so that each kind of event keeps its own members.
 */
export type ProposedEvent<E extends LifecycleEvent = LifecycleEvent> = E extends LifecycleEvent
  ? Omit<E, 'sequence' | 'at' | 'by'>
  : never;
