import { randomUUID } from 'node:crypto';
import { contractVersion, endpoints } from '@lapor/schemas/contract';
import { startingPage } from '../forms/starting-page.ts';
import { answerProblem } from '../http/answer-problem.ts';
import { readsPages } from '../http/reads-pages.ts';
import { Refusal } from '../refusal/refusal.ts';

/** Seconds after which it is worth asking again. */
const retryAfter = 2;

/**
 * Answers as long as the database is being opened and migrated: the process lives, and everything else has to wait.
 * People are told on a page, programs in a problem document.
 */
export const answerWhileStarting = async (request: Request): Promise<Response> => {
  if (new URL(request.url).pathname === endpoints.getHealth.path)
    return Response.json({ status: 'ok', version: contractVersion });
  const requestId = randomUUID();
  if (readsPages(request)) return startingPage(request, requestId, retryAfter);
  return answerProblem(new Refusal('unavailable', {}, { retryAfter }), requestId, request, { 'request-id': requestId });
};
