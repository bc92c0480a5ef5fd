import type { Gateway } from '../create-gateway.ts';
import type { TestAnswer } from '../test-gateway.test.support.ts';
import { assertContract } from './contract-faults.test.support.ts';

/** A request as it goes over the wire: nothing is filled in. */
export interface RawCall {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
}

/** Reads a response as tests look at it. */
export const readAnswer = async (response: Response): Promise<TestAnswer> => {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
  };
};

/**
 * Calls a gateway within the process, and holds every answer against the endpoint table.
 *
 * @throws Error when the answer breaks the contract.
 */
export const ask = async (gateway: Gateway, { method, path, headers = {}, body }: RawCall): Promise<TestAnswer> => {
  const request = new Request(`http://localhost:1708${path}`, { method, headers, ...(body !== undefined && { body }) });
  const answer = await readAnswer(await gateway.fetch(request, { address: '127.0.0.1' }));
  assertContract({ method, path, ...answer });
  return answer;
};
