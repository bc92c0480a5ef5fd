import type { EventOf } from './event.ts';
import { LifecycleError } from './lifecycle-error.ts';
import type { ReportState, StatusFacts } from './state.ts';
import { close, withoutStatusFacts } from './status-change.ts';

/** What a merge puts aside. */
export const statusFacts = ({ status, rawLabel, closed, statusReason, spans }: ReportState): StatusFacts => ({
  status,
  spans,
  ...(rawLabel !== undefined && { rawLabel }),
  ...(closed && { closed }),
  ...(statusReason && { statusReason }),
});

/**
 * The report as it would stand had it not been merged, save that a closing announced before is announced no more: its
 * reporter could not have answered.
 */
export const withoutMerge = ({ merge, ...rest }: ReportState): ReportState =>
  merge ? { ...withoutStatusFacts(rest), ...merge.before } : rest;

/** Closes the report in favour of another one. */
export const merge = (state: ReportState, event: EventOf<'merged'>): ReportState => ({
  ...close(state, event, 'merged'),
  statusReason: 'duplicate',
  merge: { into: event.into, before: statusFacts(state) },
});

/** Brings back the status and the clocks from before the merge, as if it had never been. */
export const unmerge = (state: ReportState, event: EventOf<'unmerged'>): ReportState => {
  if (state.merge?.into !== event.from)
    throw new LifecycleError(event.sequence, `undoes a merge into \`${event.from}\` that never was`);
  return withoutMerge(state);
};
