import type { LaporError } from '../errors/lapor-error.ts';
import { TimedOutError } from '../errors/timed-out-error.ts';
import { UnreachableError } from '../errors/unreachable-error.ts';
import { reasonOf } from './reason-of.ts';

/** How an attempt ends before its time. */
export interface AttemptLimits {
  readonly operation: string;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Lets some work run until it is done, the time is over or the caller has enough, whichever comes first, whether or not
 * the work listens to the signal that it gets.
 *
 * @throws whatever the work throws as a {@link LaporError}; the reason of the caller's signal; else {@link TimedOutError}
 * or {@link UnreachableError}.
 */
export const attempt = async <Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  { operation, timeout, signal }: AttemptLimits,
  isOurs: (error: unknown) => error is LaporError,
): Promise<Result> => {
  const controller = new AbortController();
  const timedOut = new TimedOutError({ operation, timeout });
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      controller.abort(reason);
      reject(reason);
    };
  });
  const handleAbort = () => signal && stop(reasonOf(signal));
  const timer = timeout < 2 ** 31 ? setTimeout(() => stop(timedOut), timeout) : undefined;
  signal?.addEventListener('abort', handleAbort);
  if (signal?.aborted) handleAbort();
  try {
    return await Promise.race([stopped, signal?.aborted ? stopped : work(controller.signal)]);
  } catch (error) {
    if (controller.signal.aborted) return await stopped;
    throw isOurs(error) ? error : new UnreachableError({ operation, cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', handleAbort);
  }
};
