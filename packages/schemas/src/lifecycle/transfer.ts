import type { KnownStatusCode } from '../status.ts';
import type { EventOf } from './event.ts';
import { LifecycleError } from './lifecycle-error.ts';
import { isRunning } from './spans.ts';
import type { ReportState } from './state.ts';

/** Hands the report over. Only its owner can be the one who gives it away. */
export const transfer = (state: ReportState, event: EventOf<'disposed'> | EventOf<'returned'>): ReportState => {
  if (event.from !== state.ownerId)
    throw new LifecycleError(
      event.sequence,
      `passes the report on from \`${event.from}\`, but \`${state.ownerId}\` owns it`,
    );
  const { sequence, at, type, from, to } = event;
  return { ...state, ownerId: to, hops: [...state.hops, { sequence, how: type, from, to, at }] };
};

/** A returned report is as far as it was, except that whoever gets it has not begun. Postponing alone verifies nothing. */
export const statusAfterReturn = (state: ReportState, to: string): KnownStatusCode => {
  if (state.status === 'unverified' || (state.status !== 'verified' && isRunning(state.spans, 'verification')))
    return 'unverified';
  return to === state.coordinatorId ? 'verified' : 'disposed';
};
