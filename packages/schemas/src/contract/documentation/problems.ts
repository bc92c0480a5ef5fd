import type { ProblemCode } from '../../problem.ts';

/** When a caller gets a problem and what to do, as Markdown for developers. What people read is in `@lapor/schemas/messages`. */
export const problemMeanings: Readonly<Record<ProblemCode, string>> = {
  malformedRequest: 'The request cannot be read: a body that is not JSON, or percent-encoding that is not UTF-8.',
  idempotencyKeyMissing:
    'The call creates something and carries no `Idempotency-Key`. Send one, best a UUID, and keep it for every repetition.',
  cursorInvalid: 'The `cursor` belongs to other filters or is too old. Begin again without it.',
  keyMissing: 'The call carries no key. Send `Authorization: Bearer …`.',
  keyUnknown: 'The key does not exist, has expired or was revoked. It is never told which.',
  originNotAllowed: 'The publishable key is used on a page whose origin the site has not registered.',
  scopeInsufficient:
    'The key is valid but of a kind that this endpoint does not take, or it belongs to an institution that has no say here.',
  challengeFailed:
    'The site asks for a proof of work, and its solution is missing, wrong, too old or already used. Get a new one from `GET /v1/challenge`.',
  signatureInvalid: 'The link to a file was changed, or its time is over. Read the report again for a fresh link.',
  actionNotAllowed: "The key's role may not do this. `allowedActions` of the report tells what it may do.",
  notFound: 'It does not exist, or the key may not know of it. The two are never told apart.',
  methodNotAllowed: 'The path exists, but not with this method. `Allow` lists the others.',
  notAcceptable: 'There is no answer in the format asked for.',
  conflict:
    'It contradicts something that is already there, for instance an id in use or an upload that a report uses.',
  idempotencyInProgress: 'The first call with this `Idempotency-Key` is still under way. Repeat after `Retry-After`.',
  actionNotPossible:
    'The report is not in a state in which this can be done. Read it again: `allowedActions` tells what can.',
  uploadOffsetMismatch: '`Upload-Offset` is not where the upload stands. Ask with `HEAD` and go on from there.',
  gone: 'It was there once and has been removed or has expired. For an upload: begin anew.',
  preconditionFailed:
    '`If-Match` names an older state, or `Tus-Resumable` another version than 1.0.0. Nothing was done.',
  bodyTooLarge: 'The body or the file is larger than the limit, which `GET /v1/site` tells.',
  mediaTypeUnsupported: '`Content-Type` is not one that this endpoint takes, or `Content-Encoding` is set.',
  validationFailed:
    'The request can be read but breaks the schema. `errors` names every place, with a code and a sentence.',
  idempotencyKeyReused: 'The `Idempotency-Key` was already used with another body. Use a new one for a new thing.',
  attachmentRefused:
    'An attachment is unknown, unfinished, too many, too large together, or its content is of a type that the site does not take.',
  checksumMismatch:
    'The bytes do not have the checksum of `Upload-Checksum` (tus checksum extension). They were thrown away: send them again.',
  rateLimited: 'Too many calls. Wait for `Retry-After` seconds.',
  unexpected:
    'The gateway made a mistake, and has logged it under `instance`. A call with an `Idempotency-Key` can be repeated without harm.',
  notImplemented: 'This gateway does not offer what was asked for.',
  upstreamFailed: 'Another system that the gateway had to ask did not answer properly.',
  unavailable: 'The gateway cannot take calls for a moment. Wait for `Retry-After` seconds.',
};
