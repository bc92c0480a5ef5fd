import * as z from 'zod/mini';
import { Instant } from '../../fields/instant.ts';
import { ActiveSandboxFault, SandboxFault } from '../../sandbox-fault.ts';
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

const Faults = z.object({
  /** From which the throws of probability follow: with the same seed and calls the same ones are struck. */
  seed: z.int(),
  faults: z.array(ActiveSandboxFault),
});

/** Switches the faults of a sandbox gateway on, in place of those that were, and off with an empty list. Refused everywhere else. */
export const setFaults = endpoint({
  method: 'PUT',
  path: '/v1/sandbox/faults',
  tag: 'sandbox',
  callers: ['desk'],
  repetition: 'idempotent',
  request: {
    schema: z.strictObject({
      seed: z._default(z.int().check(z.minimum(0), z.maximum(4_294_967_295)), 1),
      faults: z.array(SandboxFault).check(z.maxLength(50)),
    }),
  },
  answers: { 200: { schema: Faults } },
  problems: ['notFound', 'actionNotAllowed'],
});

/** The faults of a sandbox gateway, with how often each has struck. */
export const getFaults = endpoint({
  method: 'GET',
  path: '/v1/sandbox/faults',
  tag: 'sandbox',
  callers: ['desk'],
  repetition: 'safe',
  answers: { 200: { schema: Faults } },
  problems: ['notFound'],
});
