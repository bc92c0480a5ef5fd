import { type Endpoint, endpoints, fillPath, type OperationId } from '@lapor/schemas/contract';
import { newAttempt } from '../test-gateway.test.support.ts';
import type { RawCall } from './ask.test.support.ts';

/** A receiver of webhooks that nobody plays: nothing listens there, and no name server is asked for it. */
export const silentReceiver = 'https://localhost/kabar';

/** A call of one endpoint, before it is written down as HTTP. */
export interface SampleCall {
  readonly operationId: OperationId;
  /** The key or token that belongs to it; `null` for endpoints that anyone may call. */
  readonly key: string | null;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON, unless it is bytes. */
  readonly body?: unknown;
}

/** The path of a sample with its query. */
export const pathOf = ({ operationId, parameters = {}, query = {} }: SampleCall): string => {
  const search = new URLSearchParams(query).toString();
  return `${fillPath(endpoints[operationId].path as string, parameters)}${search && `?${search}`}`;
};

/** The headers that go with every call of that endpoint, a fresh attempt's name included. */
export const headersOf = ({ operationId, key, headers = {}, body }: SampleCall): Record<string, string> => {
  const endpoint: Endpoint = endpoints[operationId];
  return {
    'accept-language': 'id',
    ...(key !== null && { authorization: `Bearer ${key}` }),
    ...(endpoint.repetition === 'keyed' && { 'idempotency-key': newAttempt() }),
    ...(body !== undefined && {
      'content-type': body instanceof Uint8Array ? 'application/offset+octet-stream' : 'application/json',
    }),
    ...headers,
  };
};

/** A sample as a request. */
export const rawCallOf = (sample: SampleCall): RawCall => ({
  method: endpoints[sample.operationId].method,
  path: pathOf(sample),
  headers: headersOf(sample),
  ...(sample.body !== undefined && {
    body: sample.body instanceof Uint8Array ? (sample.body as Uint8Array<ArrayBuffer>) : JSON.stringify(sample.body),
  }),
});
