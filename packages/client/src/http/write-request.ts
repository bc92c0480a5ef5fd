import { type Endpoint, fillPath, needsIdempotencyKey } from '@lapor/schemas/contract';
import { createIdempotencyKey } from './create-idempotency-key.ts';
import type { Connection } from './connection.ts';

type QueryValue = string | number | boolean | undefined;
type LooseQuery = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

/** The parts of a call, told less exactly than its endpoint does. */
export interface LooseParts {
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  readonly query?: LooseQuery | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: unknown;
  readonly bytes?: Blob | undefined;
  readonly token?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

const writeQuery = (query: LooseQuery = {}): string => {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) written.append(name, String(one));
  }
  const text = written.toString();
  return text && `?${text}`;
};

/** A request, ready to be sent any number of times. */
export interface WrittenRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Blob | undefined;
}

/** Writes a call as its endpoint says. Made once for each call, so that its repetitions are the same request. */
export const writeRequest = (connection: Connection, endpoint: Endpoint, parts: LooseParts): WrittenRequest => {
  const { body, bytes } = parts;
  const headers: Record<string, string> = { 'accept-language': connection.language };
  for (const [name, value] of Object.entries(parts.headers ?? {})) if (value !== undefined) headers[name] = value;
  // What anyone may read needs no key, and what needs none should not be shown one.
  if (!endpoint.callers.includes('anyone')) headers['authorization'] = `Bearer ${parts.token ?? connection.key}`;
  if (needsIdempotencyKey(endpoint)) headers['idempotency-key'] = parts.idempotencyKey ?? createIdempotencyKey();
  if (body !== undefined || bytes) headers['content-type'] = endpoint.request?.mediaType ?? 'application/json';
  return {
    url: connection.gateway + fillPath(endpoint.path, parts.parameters ?? {}) + writeQuery(parts.query),
    method: endpoint.method,
    headers,
    body: bytes ?? (body === undefined ? undefined : JSON.stringify(body)),
  };
};
