import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';

/**
 * The name that a caller gives to one attempt, so that repeating it never does the thing twice: 1 to 255 visible ASCII
 * characters. One name belongs to one key and one endpoint. Make it a UUID: all visitors of a page share the page's key.
 */
// Pure, as elsewhere in the contract: whoever does not use it should not load it.
export const IdempotencyKey = /* @__PURE__ */ z.string().check(z.regex(/^[\x21-\x7E]{1,255}$/));
/** What {@link IdempotencyKey} parses to. */
export type IdempotencyKey = z.infer<typeof IdempotencyKey>;

/** Whether a call must carry an `Idempotency-Key`. */
export const needsIdempotencyKey = ({ repetition }: Endpoint): boolean => repetition === 'keyed';

/**
 * Whether an answer carries an `ETag`, and `If-None-Match` with it is answered by 304 as long as nothing has changed:
 * every `GET` whose answer is JSON, and those that promise a tag themselves (RFC 9110, 13.1.2).
 */
export const isConditional = ({ method, answers: { 200: answer } }: Endpoint): boolean =>
  method === 'GET' && (answer?.schema !== undefined || 'etag' in (answer?.headers?.shape ?? {}));
