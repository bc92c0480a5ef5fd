import type { KnownStatusCode } from '../status.ts';
import type { LifecycleEvent } from './event.ts';
import { reopen, spansOnStatus } from './spans.ts';
import type { ReportState } from './state.ts';

type StatusFact = 'rawLabel' | 'closed' | 'statusReason';

/** The state without what belonged to the status that is being left. */
export const withoutStatusFacts = (state: ReportState): Omit<ReportState, StatusFact> => {
  const { rawLabel: _label, closed: _closed, statusReason: _reason, ...rest } = state;
  return rest;
};

/** Enters a status, with what that does to the clocks. */
export const enter = (
  state: ReportState,
  event: LifecycleEvent,
  status: KnownStatusCode,
  facts: Partial<Pick<ReportState, StatusFact>> = {},
): ReportState => ({
  ...withoutStatusFacts(state),
  ...facts,
  status,
  closureAnnounced: false,
  spans: spansOnStatus(state.spans, status, event.sequence, event.at),
});

/** Closes the report, with the status that this way of closing has. */
export const close = (
  state: ReportState,
  event: LifecycleEvent,
  how: NonNullable<ReportState['closed']>['how'],
): ReportState =>
  enter(state, event, how === 'archived' || how === 'withdrawn' || how === 'merged' ? 'archived' : 'completed', {
    closed: { at: event.at, how },
  });

/**
 * A report that was closed has to run on its old clocks when it is opened again. The rating was for what turned out not
 * to be the end, and makes room for another.
 */
export const opened = (state: ReportState, { sequence, at }: LifecycleEvent): ReportState => {
  if (!state.closed) return state;
  const { rating: _, ...rest } = state;
  return { ...rest, spans: reopen(state.spans, sequence, at) };
};
