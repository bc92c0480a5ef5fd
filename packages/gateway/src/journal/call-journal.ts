import { Refusal } from '../refusal/refusal.ts';
import type { AnsweredCall } from './answered-call.ts';
import { type CallFigures, createCallFigures } from './call-figures.ts';
import type { Log } from './log.ts';

/** What is kept of calls: lines in the log, and figures. */
export interface CallJournal {
  /** Notes a call with its answer. */
  answered(call: AnsweredCall): void;
  /** Notes why a call failed, unless it was refused for a reason of its own. */
  failed(error: unknown, call: Pick<AnsweredCall, 'requestId' | 'operation'>): void;
  readonly figures: CallFigures;
}

/** Asked so often by machines that their lines would bury the others. */
const routine: ReadonlySet<string | undefined> = new Set(['getHealth', 'getReadiness', 'getMetrics']);

/** Keeps the journal of one gateway's calls. */
export const createCallJournal = (log: Log): CallJournal => {
  const figures = createCallFigures();
  return {
    figures,
    answered(call) {
      figures.count(call);
      const level = call.status >= 500 ? 'warn' : routine.has(call.operation) ? 'debug' : 'info';
      log[level]({ ...call, milliseconds: Math.round(call.milliseconds * 10) / 10 }, 'answered');
    },
    failed(error, call) {
      const reason = error instanceof Refusal ? error.cause : error;
      if (
        reason === undefined ||
        (error instanceof Refusal && error.code !== 'unexpected' && error.code !== 'unavailable')
      )
        return;
      log.error({ ...call, error: reason }, 'failed');
    },
  };
};
