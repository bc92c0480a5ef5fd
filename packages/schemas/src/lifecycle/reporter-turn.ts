import type { EventOf } from './event.ts';
import { isRunning, respondedByReporter } from './spans.ts';
import type { ReportState } from './state.ts';
import { close, enter } from './status-change.ts';

/**
 * A reply gives the turn back to the institution where the reporter was waited for. A reply to a question that was asked
 * before anybody passed the report on keeps no promise for the institution: its first clock runs on.
 */
export const reply = (state: ReportState, event: EventOf<'replied'>): ReportState => {
  const wasWaitedFor = state.status === 'postponed' || isRunning(state.spans, 'reporterResponse');
  if (!wasWaitedFor) return state;
  const replied = enter(state, event, 'reporterReplied');
  return isRunning(state.spans, 'verification') ? { ...replied, spans: state.spans } : replied;
};

/** A rating given after the report was closed closes nothing a second time. */
export const confirm = (state: ReportState, event: EventOf<'confirmed'>): ReportState => {
  if (state.status === 'completed') return { ...state, rating: event.rating };
  const responded = { ...state, spans: respondedByReporter(state.spans, event.at) };
  return { ...close(responded, event, 'confirmed'), rating: event.rating, disputed: false };
};
