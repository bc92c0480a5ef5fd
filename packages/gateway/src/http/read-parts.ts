import type { FieldError, Language } from '@lapor/schemas';
import { type Endpoint, IdempotencyKey, needsIdempotencyKey } from '@lapor/schemas/contract';
import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import * as z from 'zod/mini';
import { Refusal } from '../refusal/refusal.ts';

/** The parts of a call as they came, before any schema has seen them. */
export interface RawParts {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON; absent when the endpoint takes none. */
  readonly body?: unknown;
}

type Where = NonNullable<FieldError['in']>;

/** A query has lists as repeated names; a name given once is a single value. */
const queryObject = (query: URLSearchParams): Record<string, unknown> => {
  const entries = new Map<string, string | string[]>();
  for (const [name, value] of query) {
    const before = entries.get(name);
    entries.set(name, before === undefined ? value : [...[before].flat(), value]);
  }
  return Object.fromEntries(entries);
};

const headerObject = (headers: Headers, schema: z.ZodMiniObject): Record<string, string> =>
  Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])),
  );

/** The header that follows from an endpoint's repetition and so stands in no entry of the table. */
const AttemptHeader = z.object({ 'idempotency-key': IdempotencyKey });

/**
 * Reads a call's parameters, query, headers and body by the endpoint's schemas, and collects everything that is wrong
 * at once, so that nobody has to mend a report one field at a time.
 *
 * @throws Refusal `validationFailed` with a pointer for each fault.
 */
export const readParts = (
  endpoint: Endpoint,
  parts: RawParts,
  language: Language,
  bodySchema = endpoint.request?.schema,
) => {
  const errors: FieldError[] = [];
  const read = (where: Where, schema: z.ZodMiniType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined;
    const result = z.safeParse(schema, value);
    if (result.success) return result.data;
    errors.push(...explainIssues(result.error, { input: value, sentences: messagesFor(language), in: where }));
    return undefined;
  };
  const call = {
    parameters: read('path', endpoint.parameters, parts.path),
    query: read('query', endpoint.query, queryObject(parts.query)),
    headers: endpoint.headers && read('header', endpoint.headers, headerObject(parts.headers, endpoint.headers)),
    body: read('body', bodySchema, parts.body),
  };
  if (needsIdempotencyKey(endpoint)) read('header', AttemptHeader, headerObject(parts.headers, AttemptHeader));
  if (errors.length > 0) throw new Refusal('validationFailed', { count: errors.length }, { errors });
  return call;
};
