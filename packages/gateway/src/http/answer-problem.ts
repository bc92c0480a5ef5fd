import { type Language, type Problem, type ProblemCode, problemStatus } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { isDatabaseAway } from '../database/is-database-away.ts';
import type { AnswerHeaders } from './answer-headers.ts';
import { negotiateLanguage } from './negotiate-language.ts';
import { Refusal } from '../refusal/refusal.ts';

/** What was thrown, as a refusal. A database that is away is no fault of the caller and will be back; anything else is ours. */
export const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  // A day that the calendar of ISO 8601 has and a database has not: the year 0000 (SQLSTATE 22008).
  if ((error as { code?: unknown } | undefined)?.code === '22008')
    return new Refusal('malformedRequest', {}, { cause: error });
  if (isDatabaseAway(error)) return new Refusal('unavailable', {}, { retryAfter: 5, cause: error });
  return new Refusal('unexpected', {}, { cause: error });
};

/** The problem document of a refusal (RFC 9457), in a language. */
export const problemOf = ({ code, facts, notes }: Refusal, requestId: string, language: Language): Problem => {
  const sentences = messagesFor(language).problems[code];
  return {
    type: `urn:lapor:problem:${code}`,
    title: sentences.title,
    status: problemStatus[code],
    // Facts and sentence were matched by the compiler where the refusal was made.
    detail: (sentences.detail as (facts: unknown) => string)(facts),
    instance: `urn:lapor:request:${requestId}`,
    code: code satisfies ProblemCode,
    ...(notes.errors && { errors: [...notes.errors] }),
  };
};

/**
 * Turns whatever was thrown into the answer that the caller gets. Nothing of an unexpected error's text leaves the gateway.
 *
 * @param common what every answer to this request carries.
 */
export const answerProblem = (
  error: unknown,
  requestId: string,
  request: Request,
  common: AnswerHeaders = {},
): Response => {
  const refusal = asRefusal(error);
  const language = negotiateLanguage(request.headers.get('accept-language'));
  const problem = problemOf(refusal, requestId, language);
  const { headers: own, retryAfter } = refusal.notes;
  const headers = {
    ...common,
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
    ...own,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="lapor"' }),
  };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
};
