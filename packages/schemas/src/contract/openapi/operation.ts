import type * as z from 'zod/mini';
import { parameterExamples } from '../documentation/parameter-examples.ts';
import type { AnyDocumentation } from '../documentation/endpoint-documentation.ts';
import { securitySchemeOf } from '../documentation/security.ts';
import type { Answer, Endpoint } from '../endpoint.ts';
import { isConditional, needsIdempotencyKey } from '../implied-headers.ts';
import { problemsOf } from '../implied-problems.ts';
import type { ComponentSchemas } from './component-schemas.ts';
import { byStatus, responseName } from './problem-responses.ts';

type Fields = Record<string, unknown>;

const reference = (kind: string, name: string): { $ref: string } => ({ $ref: `#/components/${kind}/${name}` });

/** `upload-offset` → `Upload-Offset`, as RFC 9110 writes the names of headers. */
const headerName = (name: string): string =>
  name === 'etag' ? 'ETag' : name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

/** The members of a schema as parameters, the description beside the schema where tools look for it. */
const parametersIn = (
  place: 'path' | 'query' | 'header',
  schema: z.ZodMiniType | undefined,
  schemas: ComponentSchemas,
): Fields[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.expand(schema, 'input');
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...bare } = property as Fields;
    const example = place === 'path' ? parameterExamples[name] : undefined;
    return {
      name: place === 'header' ? headerName(name) : name,
      in: place,
      ...(required.includes(name) && { required: true }),
      ...(description !== undefined && { description }),
      schema: bare,
      ...(example !== undefined && { example }),
    };
  });
};

const parametersOf = (endpoint: Endpoint, schemas: ComponentSchemas): Fields[] => [
  ...parametersIn('path', endpoint.parameters, schemas),
  ...parametersIn('query', endpoint.query, schemas),
  ...parametersIn('header', endpoint.headers, schemas),
  ...(needsIdempotencyKey(endpoint) ? [reference('parameters', 'IdempotencyKey')] : []),
  ...(isConditional(endpoint) ? [reference('parameters', 'IfNoneMatch')] : []),
  reference('parameters', 'AcceptLanguage'),
];

/** Bytes and texts without a schema are described by their media type alone (OpenAPI 3.1, 4.8.14.4). */
const contentOf = (
  { schema, mediaType = 'application/json' }: Answer,
  schemas: ComponentSchemas,
  examples: Fields,
): Fields => ({
  [mediaType]: { ...(schema && { schema: schemas.refer(schema) }), ...examples },
});

const requestBodyOf = (
  { request }: Endpoint,
  { requestExamples }: AnyDocumentation,
  schemas: ComponentSchemas,
): Fields | undefined =>
  request && {
    ...(request.optional !== true && { required: true }),
    content: contentOf(request, schemas, requestExamples ? { examples: requestExamples } : {}),
  };

const impliedAnswerHeaders = (endpoint: Endpoint, answer: Answer): string[] => [
  ...(isConditional(endpoint) ? ['ETag'] : []),
  ...(answer.schema ? ['Content-Language'] : []),
  ...(needsIdempotencyKey(endpoint) ? ['Idempotency-Replayed'] : []),
  ...(endpoint.callers.includes('anyone') ? [] : ['RateLimit', 'RateLimit-Policy']),
];

const headersOf = (endpoint: Endpoint, answer: Answer, schemas: ComponentSchemas): Fields => {
  const own = parametersIn('header', answer.headers, schemas).map(({ name, in: _, ...header }): [string, Fields] => [
    String(name),
    header,
  ]);
  const implied = impliedAnswerHeaders(endpoint, answer).map((name): [string, Fields] => [
    name,
    reference('headers', name),
  ]);
  return Object.fromEntries([...own, ...implied]);
};

const reasonPhrases: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Accepted; it goes on by itself.',
  204: 'Done. There is nothing to tell.',
};

const answersOf = (endpoint: Endpoint, { answerExamples }: AnyDocumentation, schemas: ComponentSchemas): Fields => {
  const answers = Object.entries(endpoint.answers).map(([status, answer]): [string, Fields] => {
    const example = answerExamples?.[Number(status)];
    const hasBody = answer.schema !== undefined || answer.mediaType !== undefined;
    const body = hasBody ? { content: contentOf(answer, schemas, example === undefined ? {} : { example }) } : {};
    return [
      status,
      { description: reasonPhrases[Number(status)] ?? status, headers: headersOf(endpoint, answer, schemas), ...body },
    ];
  });
  const notModified: [string, Fields][] = isConditional(endpoint)
    ? [['304', reference('responses', 'notModified')]]
    : [];
  const problems = [...byStatus(problemsOf(endpoint))].map(([status, codes]): [string, Fields] => [
    String(status),
    reference('responses', responseName(codes)),
  ]);
  return Object.fromEntries([...answers, ...notModified, ...problems]);
};

/** One endpoint as an OpenAPI operation. */
export const operation = (
  id: string,
  endpoint: Endpoint,
  words: AnyDocumentation,
  schemas: ComponentSchemas,
): Fields => {
  const requestBody = requestBodyOf(endpoint, words, schemas);
  return {
    operationId: id,
    tags: [endpoint.tag],
    summary: words.summary,
    description: words.description,
    security: endpoint.callers.flatMap((caller) => (caller === 'anyone' ? [] : [{ [securitySchemeOf[caller]]: [] }])),
    parameters: parametersOf(endpoint, schemas),
    ...(requestBody && { requestBody }),
    responses: answersOf(endpoint, words, schemas),
  };
};
