import * as z from 'zod/mini';
import { openSet } from './fields/open-set.ts';

/** Every reason for which the gateway refuses, with its HTTP status. The codes never change; sentences may. */
export const problemStatus = {
  malformedRequest: 400,
  idempotencyKeyMissing: 400,
  cursorInvalid: 400,
  keyMissing: 401,
  keyUnknown: 401,
  originNotAllowed: 403,
  scopeInsufficient: 403,
  challengeFailed: 403,
  signatureInvalid: 403,
  actionNotAllowed: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  conflict: 409,
  idempotencyInProgress: 409,
  actionNotPossible: 409,
  uploadOffsetMismatch: 409,
  gone: 410,
  preconditionFailed: 412,
  bodyTooLarge: 413,
  mediaTypeUnsupported: 415,
  validationFailed: 422,
  idempotencyKeyReused: 422,
  attachmentRefused: 422,
  rateLimited: 429,
  checksumMismatch: 460,
  unexpected: 500,
  notImplemented: 501,
  upstreamFailed: 502,
  unavailable: 503,
} as const;

/** A code of {@link problemStatus}. */
export type ProblemCode = keyof typeof problemStatus;

/** Every {@link ProblemCode}, in the order of their statuses. */
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** One thing that is wrong with a request's body, parameters or headers. */
export const FieldError = z.object({
  /** Where: a JSON Pointer (RFC 6901) into the body; `/query/…`, `/header/…` or `/path/…` would be ambiguous, so `in` tells. */
  pointer: z.string(),
  /** Which part of the request the pointer points into. An open set. */
  in: z._default(openSet(z.enum(['body', 'query', 'header', 'path'])), 'body'),
  /** What is wrong, for programs. */
  code: z.string(),
  /** What is wrong and what to do, for people, in the language asked for. */
  message: z.string(),
});
/** What {@link FieldError} parses to. */
export type FieldError = z.infer<typeof FieldError>;

/** A refusal as RFC 9457 `application/problem+json`. */
export const Problem = z.object({
  /** `urn:lapor:problem:` followed by the code. */
  type: z.string(),
  /** What kind of problem, in a few words. */
  title: z.string(),
  // Pure, so that whoever only looks up a status does without zod.
  status: /* @__PURE__ */ z.int().check(z.minimum(400), z.maximum(599)),
  /** What happened here and what to do about it. */
  detail: z.string(),
  /** This very occurrence: `urn:lapor:request:` followed by the request's id, as it stands in the gateway's log. */
  instance: z.string(),
  /** An open set: a client must tolerate codes that it does not know. */
  code: z.string(),
  errors: z.optional(z.array(FieldError)),
});
/** What {@link Problem} parses to. */
export type Problem = z.infer<typeof Problem>;
