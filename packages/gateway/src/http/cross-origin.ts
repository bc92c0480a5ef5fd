import type { Cached } from '../cache/cached.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import type { AnswerHeaders } from './answer-headers.ts';

const exposed = [
  'etag',
  'location',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
  'idempotency-replayed',
  'content-language',
  'request-id',
  'tus-resumable',
  'tus-version',
  'tus-extension',
  'tus-max-size',
  'tus-checksum-algorithm',
  'upload-offset',
  'upload-length',
  'upload-expires',
].join(', ');

const accepted = [
  'authorization',
  'content-type',
  'accept-language',
  'idempotency-key',
  'if-none-match',
  'if-match',
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
  'upload-checksum',
].join(', ');

/**
 * Gives every origin on which some site stands. A preflight carries no key, so it is answered for all of them.
 * While the database is away they are those that were known last: a page must be able to read that it is away.
 */
export const createKnownOrigins = (
  sites: Cached<ReadonlyMap<string, SiteRecord>>,
): (() => Promise<ReadonlySet<string>>) => {
  let seen: ReadonlyMap<string, SiteRecord> | undefined;
  let origins: ReadonlySet<string> = new Set();
  return async () => {
    const current = await sites.get().catch(() => seen);
    if (current !== undefined && current !== seen) {
      seen = current;
      origins = new Set([...current.values()].flatMap((site) => site.origins));
    }
    return origins;
  };
};

/** Headers that let the page read the answer when it stands on a registered origin; a page elsewhere can read nothing. */
export const readingHeaders = (origin: string | null, origins: ReadonlySet<string>): AnswerHeaders =>
  origin === null || !origins.has(origin)
    ? { vary: 'Origin' }
    : { vary: 'Origin', 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed };

/** Whether a request is a browser's question before the real one, and not an `OPTIONS` of the contract. */
export const isPreflight = (request: Request): boolean =>
  request.method === 'OPTIONS' && request.headers.has('access-control-request-method');

/** Answers a preflight. */
export const answerPreflight = (request: Request, origins: ReadonlySet<string>): Response => {
  const headers = new Headers({ vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers' });
  const origin = request.headers.get('origin');
  if (origin !== null && origins.has(origin)) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
    headers.set('access-control-allow-headers', accepted);
    headers.set('access-control-max-age', '7200');
  }
  return new Response(null, { status: 204, headers });
};
