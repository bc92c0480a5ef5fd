import type { LifecycleAction } from './action.ts';
import type { DecisionContext, RefusalReason } from './decision.ts';
import { defaultLifecyclePolicy } from './lifecycle-policy.ts';
import { isRunning } from './spans.ts';
import type { ReportState } from './state.ts';

const dayInMilliseconds = 86_400_000;

const obstacleToDispute = (
  { closed }: ReportState,
  { now, policy = defaultLifecyclePolicy }: DecisionContext,
): RefusalReason | undefined => {
  if (closed?.how === 'withdrawn') return 'withdrawnByReporter';
  if (closed && Date.parse(now) - Date.parse(closed.at) > policy.reopenWithinDays * dayInMilliseconds)
    return 'reopenPeriodOver';
  return undefined;
};

/** What forbids an action whoever asks and whatever the status, if anything does. */
export const obstacleTo = (
  action: LifecycleAction,
  state: ReportState,
  context: DecisionContext,
): RefusalReason | undefined => {
  switch (action.type) {
    case 'verify':
      // After a reply there is something to verify only where the reporter was asked before the report was passed on.
      return state.status === 'reporterReplied' && !isRunning(state.spans, 'verification') ? 'status' : undefined;
    case 'complete':
      // Whoever said that it is not fixed is owed an answer before the report can be closed over their head.
      return state.answered && !state.disputed ? undefined : 'notAnsweredYet';
    case 'confirm':
      if (!state.answered) return 'notAnsweredYet';
      return state.rating === undefined ? undefined : 'alreadyRated';
    case 'dispute':
      return obstacleToDispute(state, context);
    case 'mergeInto':
      // The other one was merged into this one: both would be closed, and nobody would handle either.
      return state.absorbed.includes(action.trackingId) ? 'isMerged' : undefined;
    case 'undoMerge':
      return state.merge ? undefined : 'notMerged';
    case 'closeAutomatically':
      return state.closureAnnounced ? undefined : 'closureNotAnnounced';
    default:
      return undefined;
  }
};
