import { problemCodes, type ProblemCode } from '../problem.ts';
import type { Endpoint } from './endpoint.ts';

/** Whatever is called may be called too often, may break, and may be away for a moment. */
const always: readonly ProblemCode[] = ['rateLimited', 'unexpected', 'unavailable'];

/** A key may be missing, unknown, of a kind that this endpoint does not take, or used on a page that is not the site's. */
const problemsOfCallers = ({ callers }: Endpoint): readonly ProblemCode[] => {
  if (callers.includes('anyone')) return [];
  const ofEveryKey: readonly ProblemCode[] = ['keyMissing', 'keyUnknown', 'scopeInsufficient'];
  return callers.includes('site') ? [...ofEveryKey, 'originNotAllowed'] : ofEveryKey;
};

/**
 * What cannot be read is `malformedRequest` (400): a body that is not JSON, percent-encoding that is not UTF-8.
 * What can be read but breaks a schema is `validationFailed` (422), wherever it stands: `errors[].in` tells whether in
 * the body, the query, a header or the path.
 */
const problemsOfParts = ({ parameters, query, headers, request }: Endpoint): readonly ProblemCode[] =>
  parameters || query || headers || request?.schema ? ['malformedRequest', 'validationFailed'] : [];

const problemsOfBody = ({ request }: Endpoint): readonly ProblemCode[] =>
  request ? ['bodyTooLarge', 'mediaTypeUnsupported'] : [];

/** An `Idempotency-Key` that is there but ill-formed breaks a schema like any other header. */
const problemsOfRepetition = ({ repetition }: Endpoint): readonly ProblemCode[] =>
  repetition === 'keyed'
    ? ['idempotencyKeyMissing', 'validationFailed', 'idempotencyInProgress', 'idempotencyKeyReused']
    : [];

/**
 * The problems that follow from what an endpoint is: from its callers, its parameters, its body and its repetition.
 *
 * Three things are left out on purpose. 405 belongs to a path and not to an endpoint. There is no 406, because every
 * answer comes in its one media type whatever `Accept` asks for (RFC 9110, 12.5.1 allows that). An `Accept-Language`
 * or `If-None-Match` that makes no sense is ignored.
 */
export const impliedProblems = (endpoint: Endpoint): ReadonlySet<ProblemCode> =>
  new Set([
    ...always,
    ...problemsOfCallers(endpoint),
    ...problemsOfParts(endpoint),
    ...problemsOfBody(endpoint),
    ...problemsOfRepetition(endpoint),
  ]);

/** Every problem that an endpoint may answer with, its own and the implied ones, ordered by status. */
export const problemsOf = (endpoint: Endpoint): ProblemCode[] => {
  const possible = new Set([...impliedProblems(endpoint), ...endpoint.problems]);
  return problemCodes.filter((code) => possible.has(code));
};
