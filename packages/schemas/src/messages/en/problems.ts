import { formatBytes, formatNumber, formatWait, listOfAll, listOfEither } from '../formats.ts';
import type { problems as source } from '../id/problems.ts';
import { counted } from './counted.ts';

/** The English of the Indonesian `problems`. */
export const problems: typeof source = {
  malformedRequest: {
    title: 'The request cannot be read',
    detail: () => 'Check the address and the body of the request. The body must be JSON in UTF-8.',
  },
  idempotencyKeyMissing: {
    title: 'The request has no key of its own',
    detail: () => 'Send an Idempotency-Key header, different for each submission, so that no report is recorded twice.',
  },
  cursorInvalid: {
    title: 'The page mark is not valid',
    detail: () => 'This mark does not belong to the list you asked for. Start again from the first page.',
  },
  keyMissing: {
    title: 'There is no access key',
    detail: () => 'Send an access key in the Authorization header, after the word Bearer.',
  },
  keyUnknown: {
    title: 'The access key is not known',
    detail: () => 'This key is wrong, has expired or was revoked. Ask the operator for a new one.',
  },
  originNotAllowed: {
    title: 'This site is not registered',
    detail: ({ origin }) => `The site ${origin} is not registered for this key. Ask the operator to register it.`,
  },
  scopeInsufficient: {
    title: 'This key does not reach so far',
    detail: () => 'Your access key does not cover this request. Use another key, or ask the operator for more rights.',
  },
  challengeFailed: {
    title: 'The security check did not succeed',
    detail: () => 'The result of the security check is wrong or has expired. Please send once more.',
  },
  signatureInvalid: {
    title: 'The link is not valid',
    detail: () => 'This link is wrong or has expired. Open the report again to get a new one.',
  },
  actionNotAllowed: { title: 'You may not do this', detail: ({ reason }) => reason },
  notFound: {
    title: 'Not found',
    detail: () =>
      'What you are looking for does not exist, or your key cannot open it. Check the number or the address.',
  },
  methodNotAllowed: {
    title: 'The method does not fit',
    detail: ({ allowed }) => `This address takes only ${listOfAll(allowed, 'en-GB')}.`,
  },
  notAcceptable: {
    title: 'The answer does not come in this form',
    detail: () => 'The answer does not come in the form that the Accept header asks for. Ask for application/json.',
  },
  conflict: {
    title: 'Something is already there',
    detail: () => 'This already exists or is in use. Load it again, then retry.',
  },
  idempotencyInProgress: {
    title: 'The submission is being processed',
    detail: () =>
      'Your first submission is still being processed. Wait a moment, then retry; nothing will be recorded twice.',
  },
  actionNotPossible: { title: 'This cannot be done now', detail: ({ reason }) => reason },
  uploadOffsetMismatch: {
    title: 'The upload has a gap',
    detail: ({ received }) => `We have received ${counted(received, 'byte', 'bytes')}. Go on from there.`,
  },
  gone: { title: 'No longer there', detail: () => 'What you asked for was deleted or has expired.' },
  preconditionFailed: {
    title: 'A condition of the request is not met',
    detail: () => 'The data may have changed since you read it. Load it again, then retry.',
  },
  bodyTooLarge: {
    title: 'Too large to send',
    detail: ({ maximumBytes }) =>
      `You can send at most ${formatBytes(maximumBytes, 'en-GB')}. Make it smaller, then send again.`,
  },
  mediaTypeUnsupported: {
    title: 'This kind of content is not supported',
    detail: ({ allowed }) => `Send it as ${listOfEither(allowed, 'en-GB')}.`,
  },
  validationFailed: {
    title: 'Something needs to be corrected',
    detail: ({ count }) =>
      `Correct the ${count === 1 ? 'part that is' : `${formatNumber(count, 'en-GB')} parts that are`} marked, then send again.`,
  },
  idempotencyKeyReused: {
    title: 'The key of this request was used before',
    detail: () => 'This Idempotency-Key was used for something else. Use a new key.',
  },
  attachmentRefused: { title: 'The attachment cannot be accepted', detail: ({ reason }) => reason },
  checksumMismatch: {
    title: 'The file was damaged on its way',
    detail: () => 'A part of the file arrived differently from how it was sent. Send that part again.',
  },
  rateLimited: {
    title: 'Too many requests',
    detail: ({ retryAfterSeconds }) => `Please wait ${formatWait(retryAfterSeconds, 'en-GB')}, then retry.`,
  },
  unexpected: {
    title: 'Something went wrong on our side',
    detail: () =>
      'It was not your fault. Please try once more. If it happens again, tell the operator the number of this occurrence.',
  },
  notImplemented: { title: 'Not available yet', detail: () => 'This service does not offer what you asked for.' },
  upstreamFailed: {
    title: 'Another system has a problem',
    detail: () => 'A system that we depend on did not answer as it should. Please try again later.',
  },
  unavailable: {
    title: 'The service is not available',
    detail: () => 'Sorry, the service has a problem. Please try again later.',
  },
};
