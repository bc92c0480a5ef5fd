import {
  type AnswerStatus,
  type Endpoint,
  type PathParameters,
  type QueryInput,
  type RequestBodyInput,
  type RequestHeadersInput,
  type Success,
} from '@lapor/schemas/contract';
import { isAnswered, isLaporError } from '../errors/guards.ts';
import type { LaporError } from '../errors/lapor-error.ts';
import { attempt } from './attempt.ts';
import type { CallOptions } from './call-options.ts';
import type { Connection } from './connection.ts';
import { operationOf } from './operation-of.ts';
import { backOff, pause } from './pause.ts';
import { readAnswer } from './read-answer.ts';
import { retryAfterOf } from './retry-after.ts';
import { toError } from './to-error.ts';
import { type LooseParts, type WrittenRequest, writeRequest } from './write-request.ts';

/** The parts that an endpoint takes, and what every call can be told. */
export type CallParts<E extends Endpoint> = CallOptions &
  ([PathParameters<E>] extends [undefined] ? unknown : { readonly parameters: PathParameters<E> }) &
  ([QueryInput<E>] extends [undefined] ? unknown : { readonly query?: QueryInput<E> }) &
  ([RequestHeadersInput<E>] extends [undefined] ? unknown : { readonly headers: RequestHeadersInput<E> }) &
  ([RequestBodyInput<E>] extends [undefined] ? unknown : { readonly body: RequestBodyInput<E> }) & {
    /** A report's own token, in the place of the client's key. */
    readonly token?: string | undefined;
    /** For creating calls. @default a new one, which the repetitions of this call share */
    readonly idempotencyKey?: string | undefined;
    /** A body of bytes, where the endpoint takes such. */
    readonly bytes?: Blob | undefined;
  };

/** An answer that was read, or an error with how long it asks to wait. */
type Outcome = { readonly answer: unknown } | { readonly error: LaporError; readonly wait: number | undefined };

const send = async (
  connection: Connection,
  endpoint: Endpoint,
  request: WrittenRequest,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { url, method, headers, body } = request;
  const response = await connection.fetch(url, {
    method,
    headers,
    ...(body !== undefined && { body }),
    signal,
    // Cookies of the page are none of the gateway's business. Some workers have no such word and refuse it.
    ...('credentials' in Request.prototype && { credentials: 'omit' }),
    // A gateway never redirects, and nobody else is to be shown a report or a key.
    redirect: 'manual',
  });
  const success = endpoint.answers[response.status];
  if (success?.mediaType) return { answer: { status: response.status, body: await response.blob() } };
  const text = await response.text();
  if (!success && response.status >= 400) {
    return { error: toError(operationOf(endpoint), response, text), wait: retryAfterOf(response) };
  }
  return { answer: readAnswer(endpoint, response, text) };
};

/** How long nobody needs to count: the first attempt is still under way, and its answer will be the answer. */
const isUnderWay = (error: LaporError): boolean => isAnswered(error) && error.code === 'idempotencyInProgress';

const repeat = async (connection: Connection, endpoint: Endpoint, parts: LooseParts & CallOptions) => {
  const { signal, timeout = connection.timeout, retries = connection.retries } = parts;
  const request = writeRequest(connection, endpoint, parts);
  const limits = { operation: operationOf(endpoint), timeout, signal };
  // Not the clock on the wall: that may be set while we wait.
  const patience = performance.now() + timeout;
  for (let retry = 1; ;) {
    const outcome: Outcome = await attempt(
      (aborted) => send(connection, endpoint, request, aborted),
      limits,
      isLaporError,
    ).catch((error: unknown) => {
      if (isLaporError(error)) return { error, wait: undefined };
      throw error;
    });
    if ('answer' in outcome) return outcome.answer;
    const { error } = outcome;
    const delay = outcome.wait ?? backOff(retry);
    const isPatient = isUnderWay(error) && performance.now() < patience;
    const isWorthIt = error.retryable && error.name !== 'UnexpectedResponseError' && (isPatient || retry <= retries);
    if (!isWorthIt || delay > connection.maxRetryDelay) throw error;
    connection.onRetry?.({ error, retry, delay });
    await pause(delay, signal);
    if (!isPatient) retry += 1;
  }
};

/**
 * Calls one endpoint of the contract and reads its answer: what every method of every resource does. Where each byte
 * counts, it takes the place of the resources.
 *
 * @throws {@link LaporError}; the signal's reason when it is aborted; TypeError for a path parameter that is empty.
 * @example
 * import { getReport } from '@lapor/schemas/contract';
 * const { body } = await call(connection, getReport, { parameters: { trackingId: '9165816' } });
 */
export const call = <E extends Endpoint>(
  connection: Connection,
  endpoint: E,
  parts: CallParts<E>,
): Promise<Success<E, AnswerStatus<E>>> =>
  // The endpoint's own schemas have made the answer what its types say.
  repeat(connection, endpoint, parts) as Promise<Success<E, AnswerStatus<E>>>;
