import type { Language } from '@lapor/schemas';
import { type Endpoint, type Handler, isConditional, type OperationId } from '@lapor/schemas/contract';
import * as z from 'zod/mini';
import { deskAnswers } from './answers/desk-answers.ts';
import { followUpAnswers } from './answers/follow-up-answers.ts';
import { reportAnswers } from './answers/report-answers.ts';
import { siteAnswers } from './answers/site-answers.ts';
import { uploadAnswers } from './answers/upload-answers.ts';
import { exampleAnswer, successStatusOf } from './contract-examples.ts';
import type { FakeAnswers, FakeContext } from './fake-gateway-options.ts';
import { FakeRefusal, problemOf, problemResponse } from './fake-refusal.ts';
import type { FakeOutcome, FakeWorld } from './fake-world.ts';
import { findEndpoint, type FoundEndpoint } from './find-endpoint.ts';
import { identifyCaller, nameOfCaller } from './identify-caller.ts';
import { type ReadCall, readCall } from './read-call.ts';

/** What the fake holds. All else is answered by the contract's own examples. */
const heldAnswers: FakeAnswers = {
  ...siteAnswers,
  ...reportAnswers,
  ...followUpAnswers,
  ...uploadAnswers,
  ...deskAnswers,
};

const spoken = { 'tus-resumable': '1.0.0' } as const;

/** Whether an endpoint is one of those that speak tus. */
const speaksTus = ({ headers }: Endpoint): boolean => headers !== undefined && 'tus-resumable' in headers.shape;

const languageOf = ({ headers }: Request): Language =>
  /^\s*en\b/i.test(headers.get('accept-language') ?? '') ? 'en' : 'id';

/** An answer that is no answer of the contract: a mistake in a test's own answer, told where it can be read. */
const departs = (operationId: OperationId, where: string): Response =>
  problemResponse({
    type: 'urn:lapor:problem:notImplemented',
    title: 'An answer of this test departs from the contract',
    status: 501,
    detail: `The answer to \`${operationId}\` departs from the contract at ${where}. Mend \`answers.${operationId}\`.`,
    instance: 'urn:lapor:request:fake',
    code: 'notImplemented',
  });

/** Short and quick rather than secret: equal texts, equal tag. */
const tagOf = (text: string): string => {
  let mixed = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  return `"${text.length}-${(mixed >>> 0).toString(36)}"`;
};

/** Writes an outcome, if it is one of the contract. */
const write = (
  { operationId, endpoint }: FoundEndpoint,
  outcome: FakeOutcome,
  { request, language }: FakeContext,
): Response => {
  const { status, body } = outcome;
  const answer = endpoint.answers[status];
  if (!answer) return departs(operationId, `its status ${status}`);
  const headers = new Headers({ 'content-language': language });
  for (const [name, value] of Object.entries(outcome.headers ?? {})) if (value !== undefined) headers.set(name, value);
  if (answer.schema === undefined) {
    if (answer.mediaType && !headers.has('content-type')) headers.set('content-type', answer.mediaType);
    return new Response((body as BodyInit | undefined) ?? null, { status, headers });
  }
  const { data, error } = z.safeParse(answer.schema, body);
  if (error) return departs(operationId, `/${error.issues[0]?.path.join('/') ?? ''}`);
  const text = JSON.stringify(data);
  headers.set('content-type', 'application/json');
  if (isConditional(endpoint)) {
    headers.set('etag', tagOf(text));
    if (request.headers.get('if-none-match') === tagOf(text)) return new Response(null, { status: 304, headers });
  }
  return new Response(text, { status, headers });
};

/** What the contract itself answers, for instance: to calls for which the fake holds nothing. */
const example = (operationId: OperationId, endpoint: Endpoint): FakeOutcome => {
  const status = successStatusOf(endpoint);
  const body = exampleAnswer(operationId);
  const isTold = endpoint.answers[status]?.schema ?? endpoint.answers[status]?.mediaType;
  if (isTold && body === undefined) throw new FakeRefusal('notImplemented');
  return { status, body };
};

/** Does a thing once for an attempt's name: a repetition gets the first answer, a refusal is forgotten. */
const once = async (
  found: FoundEndpoint,
  call: ReadCall,
  context: FakeContext,
  work: () => Promise<FakeOutcome>,
): Promise<FakeOutcome> => {
  const { attempts } = context.world;
  const key = context.request.headers.get('idempotency-key')?.trim() ?? '';
  const name = `${nameOfCaller(context.caller)} ${found.operationId} ${key}`;
  // A proof of work is no part of what is asked: who asks again may have had to solve another one.
  const body = found.operationId === 'submitReport' ? { ...(call.body as object), challenge: undefined } : call.body;
  const asked = `${new URL(context.request.url).pathname} ${JSON.stringify(body)}`;
  const known = attempts.get(name);
  if (known) {
    if (known.asked !== asked) throw new FakeRefusal('idempotencyKeyReused');
    const first = await known.outcome;
    return { ...first, headers: { ...first.headers, 'idempotency-replayed': 'true' } };
  }
  const outcome = work();
  attempts.set(name, { asked, outcome });
  return outcome.catch((error: unknown) => {
    attempts.delete(name);
    throw error;
  });
};

const answerFound = async (
  world: FakeWorld,
  own: FakeAnswers,
  found: FoundEndpoint,
  request: Request,
): Promise<Response> => {
  const { operationId, endpoint } = found;
  if (speaksTus(endpoint) && request.headers.get('tus-resumable') !== '1.0.0')
    throw new FakeRefusal('preconditionFailed', {}, { headers: { 'tus-version': '1.0.0' } });
  const language = languageOf(request);
  const caller = identifyCaller(world, endpoint, request.headers);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const call = await readCall(found, request, bytes, { language, limits: world.site.limits });
  const context: FakeContext = { caller, language, now: world.now(), request, bytes, world };
  const handler = (own[operationId] ?? heldAnswers[operationId]) as Handler<Endpoint, FakeContext> | undefined;
  const work = async (): Promise<FakeOutcome> => (handler ? handler(call, context) : example(operationId, endpoint));
  return write(found, await (endpoint.repetition === 'keyed' ? once(found, call, context, work) : work()), context);
};

/**
 * Answers a call as the gateway would: who calls and may they, what do they ask and is it sound, and only then what comes
 * of it. What comes of it is held against the contract as well.
 */
export const answerCall = async (world: FakeWorld, own: FakeAnswers, request: Request): Promise<Response> => {
  const found = findEndpoint(request.method, new URL(request.url).pathname);
  try {
    if ('endpoint' in found) return await answerFound(world, own, found, request);
    if (found.length === 0) throw new FakeRefusal('notFound');
    throw new FakeRefusal('methodNotAllowed', { allowed: [...found] }, { headers: { allow: found.join(', ') } });
  } catch (error) {
    if (!(error instanceof FakeRefusal)) throw error;
    const { retryAfter, headers } = error.notes;
    const language = languageOf(request);
    const isTus = 'endpoint' in found && speaksTus(found.endpoint);
    return problemResponse(problemOf(error, `fake-${error.code}`, language), {
      'content-language': language,
      ...(isTus && spoken),
      ...headers,
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    });
  }
};
