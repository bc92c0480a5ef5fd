import * as z from 'zod/mini';
import { Instant } from '../../fields/instant.ts';
import { endpoint } from '../endpoint.ts';

const Clock = z.object({
  /** The gateway's own time. */
  now: Instant,
});

/** Moves a sandbox gateway's clock forward, and runs what becomes due. Refused everywhere else. */
export const moveClock = endpoint({
  method: 'POST',
  path: '/v1/sandbox/clock',
  tag: 'sandbox',
  callers: ['desk'],
  repetition: 'keyed',
  request: {
    schema: z.union([
      z.strictObject({ now: Instant }),
      z.strictObject({
        advance: z.strictObject({
          amount: z.int().check(z.minimum(1), z.maximum(100_000)),
          unit: z.enum(['minute', 'hour', 'day', 'workingDay']),
        }),
      }),
    ]),
  },
  answers: { 200: { schema: Clock } },
  problems: ['notFound', 'actionNotAllowed', 'actionNotPossible'],
});

/** What time a sandbox gateway believes it is. */
export const getClock = endpoint({
  method: 'GET',
  path: '/v1/sandbox/clock',
  tag: 'sandbox',
  callers: ['desk'],
  repetition: 'safe',
  answers: { 200: { schema: Clock } },
  problems: ['notFound'],
});
