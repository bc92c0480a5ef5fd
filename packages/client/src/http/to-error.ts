import { Problem } from '@lapor/schemas';
import * as z from 'zod/mini';
import type { AnswerFacts } from '../errors/answered-error.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { GatewayFailedError } from '../errors/gateway-failed-error.ts';
import type { LaporError } from '../errors/lapor-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { RateLimitedError } from '../errors/rate-limited-error.ts';
import { RefusedError } from '../errors/refused-error.ts';
import { UnauthorisedError } from '../errors/unauthorised-error.ts';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.ts';
import { mediaTypeOf } from './media-type-of.ts';
import { retryAfterOf } from './retry-after.ts';

/** Where a limit says nothing of when it ends. */
const aWhile = 10_000;

const readProblem = (text: string): Problem | undefined => {
  try {
    return z.safeParse(Problem, JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** The error that stands for an answer which is no success. */
export const toError = (operation: string, response: Response, text: string): LaporError => {
  const { status } = response;
  const facts: AnswerFacts = { operation, status, problem: readProblem(text) };
  if (status === 429) {
    return new RateLimitedError({ ...facts, retryAt: new Date(Date.now() + (retryAfterOf(response) ?? aWhile)) });
  }
  // 511 comes from a network that asks to sign in, never from a gateway (RFC 6585, 6).
  if (status >= 500 && status !== 511) return new GatewayFailedError(facts);
  if (!facts.problem) return new UnexpectedResponseError({ operation, status, mediaType: mediaTypeOf(response) });
  if (facts.problem.code === 'idempotencyKeyReused') return new ConflictError(facts);
  switch (status) {
    case 401:
    case 403:
      return new UnauthorisedError(facts);
    case 404:
    case 410:
      return new NotFoundError(facts);
    case 409:
    case 412:
      return new ConflictError(facts);
    default:
      return new RefusedError(facts);
  }
};
