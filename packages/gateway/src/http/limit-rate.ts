import type { Endpoint } from '@lapor/schemas/contract';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AnswerHeaders } from './answer-headers.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { Identity } from './request-context.ts';

/** How much one caller may ask in a window of time. */
export interface RateLimit {
  readonly calls: number;
  readonly seconds: number;
}

/** What a gateway sets: by key and address together for pages, by key alone for programs. */
export interface RateLimits {
  /** Reading, from one address with one key. */
  readonly read: RateLimit;
  /** Writing, from one address with one key. */
  readonly write: RateLimit;
  /** Everything that a secret key does. */
  readonly desk: RateLimit;
}

/** Generous to a village behind one address, and too little for a flood. */
export const defaultRateLimits: RateLimits = Object.freeze({
  read: Object.freeze({ calls: 600, seconds: 60 }),
  write: Object.freeze({ calls: 60, seconds: 60 }),
  desk: Object.freeze({ calls: 6_000, seconds: 60 }),
});

/** What is left to a caller, for the `RateLimit` header. */
export interface Allowance {
  readonly policy: string;
  readonly limit: RateLimit;
  readonly remaining: number;
  readonly resetSeconds: number;
}

const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, '').toLowerCase());

/**
 * Under which address a caller is counted. IPv6 callers are counted by their network of 64 bits, however it is written:
 * one household has billions of addresses. An IPv4 address that came over IPv6 is still that address (RFC 4291, 2.5.5.2).
 */
export const network = (address: string): string => {
  const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address) ?? [];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const [before, behind] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - behind.length) }, () => '0');
  return [...before, ...zeros, ...behind].slice(0, 4).join(':');
};

const secondsUntil = (result: RateLimiterRes): number => Math.max(1, Math.ceil(result.msBeforeNext / 1000));

/**
 * Makes the limiter of one gateway process. Replicas count for themselves: a limit guards the process, not a budget.
 *
 * The returned function counts one call and throws a `Refusal` `rateLimited` when it is one too many.
 */
export const createRateLimiter = (limits: RateLimits) => {
  const limiter = ({ calls, seconds }: RateLimit, keyPrefix: string): RateLimiterAbstract =>
    new RateLimiterMemory({ points: calls, duration: seconds, keyPrefix });
  const limiters = {
    read: limiter(limits.read, 'read'),
    write: limiter(limits.write, 'write'),
    desk: limiter(limits.desk, 'desk'),
  };

  return async (endpoint: Endpoint, identity: Identity, address: string): Promise<Allowance> => {
    const policy = identity.kind === 'desk' ? 'desk' : endpoint.repetition === 'safe' ? 'read' : 'write';
    // Whoever floods another door must not make the machines that watch the gateway believe that it is ill.
    const whose =
      identity.kind === 'site' ? identity.keyId : endpoint.tag === 'operation' ? endpoint.tag : identity.kind;
    const caller = identity.kind === 'desk' ? identity.keyId : `${whose} ${network(address)}`;
    try {
      const result = await limiters[policy].consume(caller);
      return { policy, limit: limits[policy], remaining: result.remainingPoints, resetSeconds: secondsUntil(result) };
    } catch (cause) {
      if (cause instanceof RateLimiterRes) {
        const seconds = secondsUntil(cause);
        throw new Refusal('rateLimited', { retryAfterSeconds: seconds }, { retryAfter: seconds });
      }
      throw cause;
    }
  };
};

/** Writes an allowance as the draft `RateLimit` header fields (draft-ietf-httpapi-ratelimit-headers-10). */
export const writeAllowance = (headers: AnswerHeaders, { policy, limit, remaining, resetSeconds }: Allowance): void => {
  headers['ratelimit-policy'] = `"${policy}";q=${limit.calls};w=${limit.seconds}`;
  headers['ratelimit'] = `"${policy}";r=${remaining};t=${resetSeconds}`;
};
