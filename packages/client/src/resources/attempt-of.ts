import type { KeyedOptions } from '../http/call-options.ts';
import { createIdempotencyKey } from '../http/create-idempotency-key.ts';

/** The attempts that were named here, by what they are to send. A name goes when its object goes. */
const attempts = /* @__PURE__ */ new WeakMap<object, string>();

/**
 * The name of the attempt to send something: the caller's own, else one that stays with the object. It never follows from
 * the content: two people may well write the same, and the second must not get the first one's receipt.
 */
export const attemptOf = (sent: object, options: KeyedOptions | undefined): string => {
  const key = options?.idempotencyKey ?? attempts.get(sent) ?? createIdempotencyKey();
  attempts.set(sent, key);
  return key;
};
