import { randomBytes, randomUUID } from 'node:crypto';
import type { DeadlineOptions } from '@lapor/schemas/clock';
import {
  applyEvent,
  type EventActor,
  type LifecycleEvent,
  type ProposedEvent,
  type ReportState,
} from '@lapor/schemas/lifecycle';
import { clockMomentOf } from '../clock-plan/clock-moment.ts';
import { type ClockPolicy, defaultClockPolicy } from '../clock-plan/clock-policy.ts';
import type { Queryable } from '../database/database.ts';
import { eventHash, textDigest } from './hash-chain.ts';
import { projectionOf } from './projection.ts';

/** Where events are added: a report that this transaction has locked. */
export interface LockedReport {
  readonly id: string;
  readonly state: ReportState;
}

/** What happened, who did it, and what was written or attached with it. */
export interface Happening {
  readonly events: readonly ProposedEvent[];
  readonly by: EventActor;
  readonly at: string;
  /** Belongs to the first of the events. */
  readonly text?: string | undefined;
  readonly attachmentIds?: readonly string[] | undefined;
  readonly clock: Omit<DeadlineOptions, 'now'>;
  /** What happens by itself, and when. @default defaultClockPolicy */
  readonly policy?: ClockPolicy;
}

/** A text's row, and what it leaves in the chain. */
const textRow = (text: string) => {
  const salt = randomBytes(16);
  return { id: randomUUID(), text, salt, digest: textDigest(text, salt) };
};

const lastHash = async (transaction: Queryable, { id, state }: LockedReport): Promise<Buffer | undefined> =>
  (
    await transaction.query<{ hash: Buffer }>('select hash from report_event where report_id = $1 and sequence = $2', [
      id,
      state.sequence,
    ])
  )[0]?.hash;

/** One statement, so one journey: the text, the events, what must happen later, and the report as it stands then. */
const appendStatement = `
with written as (
  insert into report_text (id, report_id, text, salt) select $13::uuid, $1, $14, $15 where $13::uuid is not null
), logged as (
  insert into report_event (report_id, sequence, event, hash, text_digest)
  select $1, sequence, event, hash, text_digest from unnest($16::integer[], $17::jsonb[], $18::bytea[], $19::bytea[]) as one (sequence, event, hash, text_digest)
), queued as (
  insert into outbox (report_id, sequence, created_at) select $1, sequence, $11 from unnest($16::integer[]) as sequence
)
update report set sequence = $2, status = $3, owner_id = $4, support_count = $5, escalation_level = $6, updated_at = $7, closed_at = $8,
  next_due_at = $9, next_due_kind = $10, state = $12::jsonb, clock_at = least(clock_at, $20)
where id = $1`;

/**
 * Appends events to a report's log and brings what is kept beside it up to date, within the caller's transaction:
 * the hashes of the chain, the texts, the state, the columns for lists, and what must happen later.
 *
 * @returns the state after the last event.
 */
export const appendEvents = async (
  transaction: Queryable,
  report: LockedReport,
  happening: Happening,
): Promise<ReportState> => {
  const { events, by, at, text, attachmentIds, clock, policy = defaultClockPolicy } = happening;
  if (events.length === 0) return report.state;
  // Two events of one report never run backwards, even when a replica's clock does.
  const moment = at < report.state.updatedAt ? report.state.updatedAt : at;
  let state = report.state;
  let previous = await lastHash(transaction, report);
  const kept = text === undefined ? undefined : textRow(text);
  const logged: { readonly event: LifecycleEvent; readonly hash: Buffer; readonly digest: Buffer | undefined }[] = [];
  for (const [index, proposed] of events.entries()) {
    const digest = index === 0 ? kept?.digest : undefined;
    const event = {
      ...proposed,
      sequence: state.sequence + 1,
      at: moment,
      by,
      ...(index === 0 && kept && { textId: kept.id }),
      ...(index === 0 && attachmentIds?.length && { attachmentIds: [...attachmentIds] }),
    };
    const hash = eventHash(previous, event, digest);
    logged.push({ event, hash, digest });
    state = applyEvent(state, event);
    previous = hash;
  }
  const columns = projectionOf(state, clock);
  // Only the clock work itself ever moves the moment on: what was due before this event may not have been done yet.
  // Another owner has another way up: what was escalated as far as it could be may now be overdue again.
  const isAsBefore = state.spans === report.state.spans && state.ownerId === report.state.ownerId;
  const clockAt = isAsBefore ? null : clockMomentOf(state, clock, policy);
  await transaction.query(appendStatement, [
    report.id,
    columns.sequence,
    columns.status,
    columns.ownerId,
    columns.supportCount,
    columns.escalationLevel,
    columns.updatedAt,
    columns.closedAt,
    columns.nextDueAt,
    columns.nextDueKind,
    moment,
    JSON.stringify(state),
    kept?.id ?? null,
    kept?.text ?? null,
    kept?.salt ?? null,
    logged.map(({ event }) => event.sequence),
    logged.map(({ event }) => JSON.stringify(event)),
    logged.map(({ hash }) => hash),
    logged.map(({ digest }) => digest ?? null),
    clockAt,
  ]);
  return state;
};
