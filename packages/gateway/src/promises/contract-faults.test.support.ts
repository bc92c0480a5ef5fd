import { isDeepStrictEqual } from 'node:util';
import { type Language, Problem, type ProblemCode, problemStatus } from '@lapor/schemas';
import { type Endpoint, endpoints, isConditional, type OperationId, problemsOf } from '@lapor/schemas/contract';
import { messagesFor } from '@lapor/schemas/messages';
import * as z from 'zod/mini';
import { unknownWords } from './unknown-words.test.support.ts';

/** One call and what came of it, as a caller sees them. */
export interface Exchange {
  readonly method: string;
  /** With the query, without the host. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON; otherwise the text, empty when there is none. */
  readonly body: unknown;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`);

const table = Object.entries<Endpoint>(endpoints).map(([operationId, endpoint]) => ({
  operationId: operationId as OperationId,
  endpoint,
  pattern: patternOf(endpoint.path),
}));

/** The endpoint that a call reaches. A `HEAD` reaches the `GET` of its path when there is none of its own. */
export const reachedBy = (method: string, path: string) => {
  const [pathname = ''] = path.split('?');
  const onPath = table.filter(({ pattern }) => pattern.test(pathname));
  const found =
    onPath.find(({ endpoint }) => endpoint.method === method) ??
    (method === 'HEAD' ? onPath.find(({ endpoint }) => endpoint.method === 'GET') : undefined);
  return { onPath: onPath.length > 0, found };
};

/** Whether the schema describes the value whole: nothing wrong, no member and no word that the contract does not name. */
const isDescribed = (schema: z.ZodMiniType, value: unknown): boolean => {
  const result = z.safeParse(schema, value);
  return result.success && isDeepStrictEqual(result.data, value) && unknownWords(schema, value).length === 0;
};

const isLanguage = (value: string | null): value is Language => value === 'id' || value === 'en';

const problemFaults = (possible: readonly ProblemCode[], { method, status, headers, body }: Exchange): string[] => {
  const language = headers.get('content-language');
  const faults = [
    ...(headers.get('content-type') === 'application/problem+json'
      ? []
      : [`a refusal of type ${headers.get('content-type')}`]),
    ...(isLanguage(language) ? [] : [`a refusal in the language ${language}`]),
    ...(status === 401 && !headers.has('www-authenticate') ? ['a 401 without WWW-Authenticate'] : []),
    ...((status === 429 || status === 503) && !headers.has('retry-after') ? [`a ${status} without Retry-After`] : []),
  ];
  if (method === 'HEAD')
    return possible.some((code) => problemStatus[code] === status)
      ? faults
      : [...faults, `undocumented status ${status}`];
  if (!isDescribed(Problem, body)) return [...faults, `no problem document: ${JSON.stringify(body)?.slice(0, 200)}`];
  const problem = body as Problem;
  const code = problem.code as ProblemCode;
  return [
    ...faults,
    ...(possible.includes(code) ? [] : [`undocumented problem \`${code}\``]),
    ...(problem.status === status && problemStatus[code] === status
      ? []
      : [`status ${status} with the problem \`${code}\` of ${problem.status}`]),
    ...(isLanguage(language) && messagesFor(language).problems[code]?.title === problem.title
      ? []
      : [`a title in another language: ${problem.title}`]),
    ...((code === 'validationFailed') === (problem.errors !== undefined && problem.errors.length > 0)
      ? []
      : [`\`${code}\` with ${problem.errors?.length ?? 'no'} field errors`]),
    ...(problem.errors ?? [])
      .filter(({ pointer, message }) => !/^(\/.*)?$/su.test(pointer) || message.trim() === '')
      .map((error) => `a field error without place or words: ${JSON.stringify(error)}`),
  ];
};

const successFaults = (endpoint: Endpoint, { method, status, headers, body }: Exchange): string[] => {
  const answer = endpoint.answers[status === 304 ? 200 : status]!;
  const type = headers.get('content-type');
  if (status === 304)
    return isConditional(endpoint) && body === '' && headers.has('etag') ? [] : ['a 304 that is none'];
  const isBodiless = method === 'HEAD' || (answer.schema === undefined && answer.mediaType === undefined);
  return [
    ...(answer.headers && !z.safeParse(answer.headers, Object.fromEntries(headers)).success
      ? [`headers that are missing or wrong: ${JSON.stringify(Object.fromEntries(headers))}`]
      : []),
    ...(isBodiless && body !== '' ? ['a body where there should be none'] : []),
    ...(!isBodiless && answer.schema && !(type === 'application/json' && isDescribed(answer.schema, body))
      ? [`a body that the contract does not describe: ${JSON.stringify(body)?.slice(0, 600)}`]
      : []),
    ...(isConditional(endpoint) && !headers.has('etag') ? ['no ETag'] : []),
    ...(isLanguage(headers.get('content-language')) ? [] : ['no Content-Language']),
  ];
};

/** What about an exchange breaks the contract; nothing when all is as the endpoint table says. */
export const contractFaults = (exchange: Exchange): string[] => {
  const { method, path, status, headers } = exchange;
  const { onPath, found } = reachedBy(method, path);
  if (method === 'OPTIONS' && headers.get('vary')?.includes('Access-Control-Request-Method'))
    return status === 204 ? [] : [`a preflight answered with ${status}`];
  if (found === undefined) return problemFaults(onPath ? ['methodNotAllowed', 'notFound'] : ['notFound'], exchange);
  const { endpoint } = found;
  const isSuccess = status in endpoint.answers || status === 304;
  return [
    ...(headers.has('request-id') ? [] : ['no Request-Id']),
    ...(isSuccess ? successFaults(endpoint, exchange) : problemFaults(problemsOf(endpoint), exchange)),
  ];
};

/** @throws Error that tells what breaks the contract. */
export const assertContract = (exchange: Exchange): void => {
  const faults = contractFaults(exchange);
  if (faults.length > 0)
    throw new Error(
      `${exchange.method} ${exchange.path} → ${exchange.status} breaks the contract:\n  ${faults.join('\n  ')}\n${JSON.stringify(exchange.body)?.slice(0, 1500)}`,
    );
};
