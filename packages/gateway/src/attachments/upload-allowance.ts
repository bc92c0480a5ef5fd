import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { network } from '../http/limit-rate.ts';
import { Refusal } from '../refusal/refusal.ts';
import { keyIdOf, type RequestContext } from '../http/request-context.ts';

/** Bytes that one address may begin to send with one key in an hour: a hundred reports with all their files, and no full disk. */
const bytesAnHour = 256 * 1024 * 1024;

/**
 * Makes the limiter of uploads of one gateway process. Calls are counted elsewhere; this counts bytes, because files that
 * no report will use are kept for a day. An institution's own programs are trusted.
 *
 * The returned function throws a `Refusal` `rateLimited` when it is too much.
 */
export const createUploadAllowance = () => {
  const limiter = new RateLimiterMemory({ points: bytesAnHour, duration: 3600, keyPrefix: 'upload' });
  return async ({ identity, address }: RequestContext, bytes: number): Promise<void> => {
    if (identity.kind === 'desk') return;
    await limiter.consume(`${keyIdOf(identity)} ${network(address)}`, bytes).catch((cause: unknown) => {
      if (!(cause instanceof RateLimiterRes)) throw cause;
      const seconds = Math.max(1, Math.ceil(cause.msBeforeNext / 1000));
      throw new Refusal('rateLimited', { retryAfterSeconds: seconds }, { retryAfter: seconds });
    });
  };
};
