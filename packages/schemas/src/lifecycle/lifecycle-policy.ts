/** The rules that a gateway may set. */
export interface LifecyclePolicy {
  /** Which return, counted from the first, goes to the coordinator whatever is proposed. */
  readonly maximumReturns: number;
  /** Days after closing in which a reporter can still open a report again. */
  readonly reopenWithinDays: number;
}

/** Three hands, and a month. Neither is in the regulations that could be read; both are configuration. */
export const defaultLifecyclePolicy: LifecyclePolicy = Object.freeze({ maximumReturns: 3, reopenWithinDays: 30 });
