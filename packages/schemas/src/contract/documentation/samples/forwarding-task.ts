import type { ForwardingTask } from '../../../forwarding-task.ts';

/** A report that another system refused, and that a person has to look at. */
export const forwardingTask: ForwardingTask = {
  id: 'fwt_17',
  trackingId: '9165816',
  connector: 'sp4n',
  kind: 'report',
  state: 'failed',
  step: 'complaint',
  attempts: 1,
  lastError: 'it answered 422',
  mayHaveArrived: false,
  createdAt: '2026-11-17T06:05:33Z',
};
