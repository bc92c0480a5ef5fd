import { closedStatuses } from '@lapor/schemas';
import { type CountedDeadline, type DeadlineOptions, deadlinesOf } from '@lapor/schemas/clock';
import type { ReportState } from '@lapor/schemas/lifecycle';

/** What of a report's state is kept in columns, so that lists can be filtered and ordered. */
export interface Projection {
  readonly sequence: number;
  readonly status: string;
  readonly ownerId: string;
  readonly supportCount: number;
  readonly escalationLevel: number;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  /** The open deadline that comes next, and what it is for. */
  readonly nextDueAt: string | null;
  readonly nextDueKind: string | null;
}

/** The clocks over the whole report run beside those that say whose turn it is. */
const isNobodysTurn: ReadonlySet<string> = new Set(['completion', 'legalLimit']);

/** Of some deadlines the open one that comes next: an institution's, or the reporter's while there is an answer to respond to. */
export const nextDeadlineAmong = (deadlines: readonly CountedDeadline[]): CountedDeadline | undefined =>
  deadlines
    .filter((deadline) => deadline.endedAt === undefined && !isNobodysTurn.has(deadline.kind))
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt))[0];

/** The open deadline of a report that comes next. */
export const nextDeadlineOf = (state: ReportState, clock: DeadlineOptions): CountedDeadline | undefined =>
  nextDeadlineAmong(deadlinesOf(state.spans, clock));

/** Derives the columns from the state. Pure: the same events give the same columns on every replica. */
export const projectionOf = (state: ReportState, clock: Omit<DeadlineOptions, 'now'>): Projection => {
  const next = nextDeadlineOf(state, { ...clock, now: state.updatedAt });
  return {
    sequence: state.sequence,
    status: state.status,
    ownerId: state.ownerId,
    supportCount: state.supportCount,
    escalationLevel: state.escalationLevel,
    updatedAt: state.updatedAt,
    closedAt: closedStatuses.has(state.status) ? (state.closed?.at ?? state.updatedAt) : null,
    nextDueAt: next?.dueAt ?? null,
    nextDueKind: next?.kind ?? null,
  };
};
