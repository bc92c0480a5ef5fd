import type { Endpoint } from '@lapor/schemas/contract';
import * as z from 'zod/mini';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.ts';
import { mediaTypeOf } from './media-type-of.ts';
import { operationOf } from './operation-of.ts';

/** A success, told less exactly than its endpoint does. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: unknown;
}

type Path = readonly PropertyKey[];

const pointerOf = (path: Path): string => path.map((part) => `/${String(part)}`).join('') || '/';

/** Reads a success by its endpoint's schemas. What is not as the contract says is nobody's data. */
export const readAnswer = (endpoint: Endpoint, response: Response, text: string): Answered => {
  const { status } = response;
  const answer = endpoint.answers[status];
  const refuse = (paths: readonly Path[] = [], cause?: unknown): never => {
    throw new UnexpectedResponseError({
      operation: operationOf(endpoint),
      status,
      mediaType: mediaTypeOf(response),
      pointers: paths.map(pointerOf),
      cause,
    });
  };
  const parse = (schema: z.ZodMiniType, value: unknown): unknown => {
    const { data, error } = z.safeParse(schema, value);
    return error ? refuse(error.issues.map((issue) => issue.path)) : data;
  };
  if (!answer) return refuse();
  const { schema, headers } = answer;
  let body: unknown = text;
  if (schema) {
    if (!/^application\/(.+\+)?json$/.test(mediaTypeOf(response))) return refuse();
    try {
      body = JSON.parse(text);
    } catch (cause) {
      return refuse([], cause);
    }
    body = parse(schema, body);
  }
  return {
    status,
    body,
    ...(headers && {
      headers: parse(
        headers,
        // A header that is not there must not become `null`.
        Object.fromEntries(Object.keys(headers.shape).map((name) => [name, response.headers.get(name) ?? undefined])),
      ),
    }),
  };
};
