import type { AnsweredError } from './answered-error.ts';
import type { ConflictError } from './conflict-error.ts';
import type { GatewayFailedError } from './gateway-failed-error.ts';
import type { LaporError } from './lapor-error.ts';
import type { NotFoundError } from './not-found-error.ts';
import type { RateLimitedError } from './rate-limited-error.ts';
import type { RefusedError } from './refused-error.ts';
import type { TimedOutError } from './timed-out-error.ts';
import type { UnauthorisedError } from './unauthorised-error.ts';
import type { UnexpectedResponseError } from './unexpected-response-error.ts';
import type { UnreachableError } from './unreachable-error.ts';

// By name and not by `instanceof`: a page may hold two copies of this package, and an error may come from a worker.
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Whether it is a {@link RefusedError}. */
export const isRefused = (error: unknown): error is RefusedError => isNamed(error, 'RefusedError');
/** Whether it is an {@link UnauthorisedError}. */
export const isUnauthorised = (error: unknown): error is UnauthorisedError => isNamed(error, 'UnauthorisedError');
/** Whether it is a {@link NotFoundError}. */
export const isNotFound = (error: unknown): error is NotFoundError => isNamed(error, 'NotFoundError');
/** Whether it is a {@link ConflictError}. */
export const isConflict = (error: unknown): error is ConflictError => isNamed(error, 'ConflictError');
/** Whether it is a {@link RateLimitedError}. */
export const isRateLimited = (error: unknown): error is RateLimitedError => isNamed(error, 'RateLimitedError');
/** Whether it is a {@link GatewayFailedError}. */
export const isGatewayFailed = (error: unknown): error is GatewayFailedError => isNamed(error, 'GatewayFailedError');
/** Whether it is an {@link UnreachableError}. */
export const isUnreachable = (error: unknown): error is UnreachableError => isNamed(error, 'UnreachableError');
/** Whether it is a {@link TimedOutError}. */
export const isTimedOut = (error: unknown): error is TimedOutError => isNamed(error, 'TimedOutError');
/** Whether it is an {@link UnexpectedResponseError}. */
export const isUnexpectedResponse = (error: unknown): error is UnexpectedResponseError =>
  isNamed(error, 'UnexpectedResponseError');

/** Whether the gateway, or a proxy before it, answered: an {@link AnsweredError}. */
export const isAnswered = (error: unknown): error is AnsweredError =>
  isLaporError(error) && 'status' in error && !isUnexpectedResponse(error);

/** Whether it is any error of this client: a {@link LaporError}. */
export const isLaporError = (error: unknown): error is LaporError =>
  error instanceof Error && 'operation' in error && 'retryable' in error;
