import { createNewReportSchema, type FieldError, type Language, type ReportLimits } from '@lapor/schemas';
import { type Endpoint, IdempotencyKey, needsIdempotencyKey } from '@lapor/schemas/contract';
import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import * as z from 'zod/mini';
import { FakeRefusal, refuseFaults } from './fake-refusal.ts';
import type { FoundEndpoint } from './find-endpoint.ts';

/** A call as the endpoint's schemas have read it. */
export interface ReadCall {
  readonly parameters?: unknown;
  readonly query?: unknown;
  readonly headers?: unknown;
  readonly body?: unknown;
}

/** A query has lists as repeated names; a name given once is a single value. */
const queryOf = (query: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );

const headersOf = (headers: Headers, schema: z.ZodMiniObject): Record<string, string> =>
  Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])),
  );

const AttemptHeader = z.object({ 'idempotency-key': IdempotencyKey });

const jsonOf = async ({ request }: Endpoint, { headers }: Request, bytes: Uint8Array): Promise<unknown> => {
  if (request?.schema === undefined) return undefined;
  if (request.optional && bytes.length === 0) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? ''))
    throw new FakeRefusal('mediaTypeUnsupported', { allowed: ['application/json'] });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FakeRefusal('malformedRequest');
  }
};

/**
 * Reads a call by its endpoint's schemas, and collects everything that is wrong at once.
 *
 * @param limits the site's own, by which a report is judged.
 * @throws FakeRefusal as the gateway refuses.
 */
export const readCall = async (
  { operationId, endpoint, parameters }: FoundEndpoint,
  request: Request,
  bytes: Uint8Array,
  { language, limits }: { readonly language: Language; readonly limits: ReportLimits },
): Promise<ReadCall> => {
  if (needsIdempotencyKey(endpoint) && !request.headers.get('idempotency-key')?.trim())
    throw new FakeRefusal('idempotencyKeyMissing');
  const body = await jsonOf(endpoint, request, bytes);
  const errors: FieldError[] = [];
  const read = (where: FieldError['in'], schema: z.ZodMiniType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined;
    const { data, error } = z.safeParse(schema, value);
    if (error) errors.push(...explainIssues(error, { input: value, sentences: messagesFor(language), in: where }));
    return data;
  };
  const bodySchema = operationId === 'submitReport' ? createNewReportSchema(limits) : endpoint.request?.schema;
  const call = {
    parameters: read('path', endpoint.parameters, parameters),
    query: read('query', endpoint.query, queryOf(new URL(request.url).searchParams)),
    headers: endpoint.headers && read('header', endpoint.headers, headersOf(request.headers, endpoint.headers)),
    body: body === undefined && endpoint.request?.optional ? undefined : read('body', bodySchema, body),
  };
  if (needsIdempotencyKey(endpoint)) read('header', AttemptHeader, headersOf(request.headers, AttemptHeader));
  refuseFaults(errors);
  return call;
};
