/**
 * Why somebody has stopped a call. Browsers of before 2022 keep no reason with a signal: then it is the error that they give
 * to a call of their own that is stopped.
 */
export const reasonOf = (signal: AbortSignal): unknown =>
  signal.reason === undefined ? new DOMException('The call was stopped.', 'AbortError') : signal.reason;
