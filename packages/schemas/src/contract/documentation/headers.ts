/** Request headers that follow from what an endpoint is, by the name of their component. Their schemas, where not here, are nouns. */
export const requestHeaders = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description:
      'The language of labels and sentences: `id` (default) or `en`. Codes never change. Anything else is ignored.',
    schema: { type: 'string' },
    example: 'id',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A name for this attempt, best a UUID: made anew for each new thing and kept for every repetition. The same name and body replays the first answer; the same name with another body is refused (422).',
    example: '0193a1f2-6c0e-7b52-9d3e-5a4c8f2b1e70',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description:
      'The `ETag` of the answer that the caller already has: while nothing has changed, the answer is 304 without a body.',
    schema: { type: 'string' },
    example: '"5f1c0d"',
  },
} as const;

/** Headers of answers that follow from what an endpoint is. */
export const answerHeaders = {
  'Content-Language': {
    description: 'The language in which labels and sentences are written.',
    schema: { type: 'string' },
    example: 'id',
  },
  ETag: {
    description: 'Names this very state of the answer; see `If-None-Match`.',
    schema: { type: 'string' },
    example: '"5f1c0d"',
  },
  'Idempotency-Replayed': {
    description: '`true` when this is the first answer once more and nothing was done again. Absent otherwise.',
    schema: { type: 'string', enum: ['true'] },
  },
  RateLimit: {
    description:
      'What is left of the quota, and the seconds until it is full again (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string' },
    example: '"site";r=59;t=60',
  },
  'RateLimit-Policy': {
    description: 'The quota: calls per window in seconds (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string' },
    example: '"site";q=60;w=60',
  },
  'Retry-After': {
    description: 'After how many seconds it is worth trying again.',
    schema: { type: 'integer', minimum: 0 },
    example: 30,
  },
  'WWW-Authenticate': {
    description: 'Asks for a bearer key (RFC 6750).',
    schema: { type: 'string' },
    example: 'Bearer',
  },
} as const;
