import type { Endpoint, Handler } from '@lapor/schemas/contract';
import { isConditional } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import type { AnswerHeaders } from './answer-headers.ts';
import { answerProblem } from './answer-problem.ts';
import { isUnchanged, isUnchangedSince } from './entity-tag.ts';
import { alone, attemptName } from './idempotency.ts';
import { identify } from './identify.ts';
import { type createRateLimiter, writeAllowance } from './limit-rate.ts';
import { negotiateLanguage } from './negotiate-language.ts';
import { readJson } from './read-body.ts';
import { readParts } from './read-parts.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from './request-context.ts';
import { checkTusVersion, speaksTus, tusVersion } from './tus-version.ts';
import { writtenJson } from './written-json.ts';

/** What a handler gives back, told less exactly than its endpoint does. */
interface Outcome {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** What the server knows of a request besides the request. */
export interface Arrival {
  readonly request: Request;
  readonly path: Readonly<Record<string, string>>;
  readonly address: string;
  readonly requestId: string;
  /** What every answer to this request carries. */
  readonly headers: AnswerHeaders;
}

/** Whether a caller has already what a handler tagged or dated itself. */
const isKnown = (request: Request, { etag, 'last-modified': lastModified }: AnswerHeaders): boolean => {
  const ifNoneMatch = request.headers.get('if-none-match');
  if (ifNoneMatch !== null) return etag !== undefined && isUnchanged(ifNoneMatch, etag);
  return lastModified !== undefined && isUnchangedSince(request.headers.get('if-modified-since'), lastModified);
};

const writeOutcome = (
  endpoint: Endpoint,
  { status, body, headers: own = {} }: Outcome,
  request: Request,
  common: AnswerHeaders,
): Response => {
  const headers: AnswerHeaders = { ...common };
  for (const [name, value] of Object.entries(own)) if (value !== undefined) headers[name] = value;
  if (body === undefined) return new Response(null, { status, headers });
  if (typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream) {
    if (isKnown(request, headers)) return new Response(null, { status: 304, headers });
    headers['content-type'] ??= endpoint.answers[status]?.mediaType ?? 'application/octet-stream';
    return new Response(body as string, { status, headers });
  }
  const written = writtenJson(body as object);
  headers['content-type'] = 'application/json';
  headers['cache-control'] ??= 'private, no-cache';
  headers['vary'] = ['Accept-Language, Authorization', headers['vary']].filter(Boolean).join(', ');
  if (isConditional(endpoint)) {
    const tag = written.tag();
    headers['etag'] = tag;
    if (isUnchanged(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  }
  return new Response(written.bytes, { status, headers });
};

const idempotencyKeyOf = (headers: Headers): string => {
  const key = headers.get('idempotency-key')?.trim();
  if (!key) throw new Refusal('idempotencyKeyMissing');
  return key;
};

/**
 * Makes the function that answers requests for one endpoint: who calls and may they, what do they ask and is it sound,
 * and only then the handler. Whatever is thrown on the way becomes a problem document.
 */
export const serveEndpoint = (
  engine: Engine,
  operationId: string,
  endpoint: Endpoint,
  handler: Handler<Endpoint, RequestContext>,
  limitRate: ReturnType<typeof createRateLimiter>,
  bodySchemaFor: (context: RequestContext) => Parameters<typeof readParts>[3],
) => {
  const answer = async ({ request, path, address, requestId, headers }: Arrival): Promise<Response> => {
    checkTusVersion(endpoint, request.headers);
    const language = negotiateLanguage(request.headers.get('accept-language'));
    headers['content-language'] = language;
    await engine.clock.refresh?.();
    const identity = await identify(engine, endpoint, request.headers);
    writeAllowance(headers, await limitRate(endpoint, identity, address));
    const context: RequestContext = {
      identity,
      language,
      requestId,
      address,
      request,
      now: engine.clock.now(),
      ...(endpoint.repetition === 'keyed' && { idempotencyKey: idempotencyKeyOf(request.headers) }),
    };
    const url = new URL(request.url);
    const body = await readJson(endpoint, request);
    const call = readParts(
      endpoint,
      { path, query: url.searchParams, headers: request.headers, body },
      language,
      bodySchemaFor(context),
    );
    const run = async () => writeOutcome(endpoint, await handler(call, context), request, headers);
    return context.idempotencyKey === undefined
      ? run()
      : alone(attemptName(identity, operationId, context.idempotencyKey), run);
  };

  return async (arrival: Arrival): Promise<Response> => {
    const { request, requestId, headers } = arrival;
    if (speaksTus(endpoint)) headers['tus-resumable'] = tusVersion;
    return answer(arrival).catch((error: unknown) => {
      engine.journal.failed(error, { requestId, operation: operationId });
      return answerProblem(error, requestId, request, headers);
    });
  };
};
