import { randomUUID } from 'node:crypto';
import { type Endpoint, endpoints, type Handler, type OperationId } from '@lapor/schemas/contract';
import { type Context, Hono } from 'hono';
import type { Engine } from '../engine/engine.ts';
import type { AnswerHeaders } from './answer-headers.ts';
import { answerProblem } from './answer-problem.ts';
import { bodySchemaOf } from './body-schema.ts';
import { answerPreflight, createKnownOrigins, isPreflight, readingHeaders } from './cross-origin.ts';
import type { Handlers } from './handlers.ts';
import { createRateLimiter, type RateLimits } from './limit-rate.ts';
import type { Page } from './page.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from './request-context.ts';
import { type Arrival, serveEndpoint } from './serve-endpoint.ts';
import { traceCall } from './trace-call.ts';

/** What the server hands over with a request. */
export interface RequestOrigin {
  /** The caller's address. */
  readonly address?: string;
}

/** `{name}` as Hono writes it. */
const routePath = (path: string): string => path.replace(/\{([^}]+)\}/g, ':$1');

/** The methods that this gateway offers on each path: what a 405 lists. */
const methodsByPath = (handlers: Handlers, pages: readonly Page[]): Map<string, string[]> => {
  const methods = new Map<string, string[]>();
  for (const [operationId, { path, method }] of Object.entries<Endpoint>(endpoints)) {
    if (operationId in handlers) methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  for (const { path, methods: offered } of pages) methods.set(path, [...(methods.get(path) ?? []), ...offered]);
  return methods;
};

interface AppEnvironment {
  Bindings: RequestOrigin;
  Variables: { requestId: string; headers: AnswerHeaders; operation?: string; route?: string };
}

/** What the server knows of a request, and the note for the log of what it turned out to be. */
const arrivalOf = (c: Context<AppEnvironment>, operation: string, route: string): Arrival => {
  c.set('operation', operation);
  c.set('route', route);
  return {
    request: c.req.raw,
    path: c.req.param() as Record<string, string>,
    address: c.env.address ?? 'unknown',
    requestId: c.get('requestId'),
    headers: c.get('headers'),
  };
};

const nowhere: ReadonlySet<string> = new Set();

/**
 * Lays out the routes of the contract's endpoint table. An operation without a handler has no route here:
 * a gateway that does not offer something answers 404 to it.
 *
 * @param pages what it serves besides, for people; of two that fit an address the first answers.
 */
export const createApp = (engine: Engine, handlers: Handlers, rateLimits: RateLimits, pages: readonly Page[] = []) => {
  const app = new Hono<AppEnvironment>({ strict: true });
  const limitRate = createRateLimiter(rateLimits);
  const knownOrigins = createKnownOrigins(engine.sites);

  app.use(async (c, next) => {
    const request = c.req.raw;
    if (isPreflight(request)) return answerPreflight(request, await knownOrigins());
    const began = performance.now();
    const requestId = randomUUID();
    const origin = request.headers.get('origin');
    c.set('requestId', requestId);
    c.set('headers', {
      'request-id': requestId,
      ...readingHeaders(origin, origin === null ? nowhere : await knownOrigins()),
    });
    const answered = await traceCall({ requestId, method: request.method }, async () => {
      await next();
      const { operation, route } = c.var;
      return { status: c.res.status, ...(operation && { operation }), ...(route && { route }) };
    });
    const milliseconds = performance.now() - began;
    engine.journal.answered({ requestId, method: request.method, milliseconds, ...answered });
    return;
  });
  for (const [operationId, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const handler = handlers[operationId as OperationId] as Handler<Endpoint, RequestContext> | undefined;
    if (handler === undefined) continue;
    const serve = serveEndpoint(engine, operationId, endpoint, handler, limitRate, (context) =>
      bodySchemaOf(operationId as OperationId, context),
    );
    // Hono asks for the route of `GET` when a `HEAD` comes; one that is only for `HEAD` must not answer to `GET`.
    const onlyHead = endpoint.method === 'HEAD';
    app.on(onlyHead ? 'GET' : endpoint.method, [routePath(endpoint.path)], (c, next) => {
      if (onlyHead && c.req.raw.method !== 'HEAD') return next();
      return serve(arrivalOf(c, operationId, endpoint.path));
    });
  }
  for (const page of pages) {
    app.on([...page.methods], [routePath(page.path)], (c) =>
      page.answer(arrivalOf(c, page.name, page.path), limitRate),
    );
  }
  for (const [path, allowed] of methodsByPath(handlers, pages)) {
    app.all(routePath(path), (c) =>
      answerProblem(
        new Refusal('methodNotAllowed', { allowed }, { headers: { allow: allowed.join(', ') } }),
        c.get('requestId'),
        c.req.raw,
        c.get('headers'),
      ),
    );
  }
  app.notFound((c) => answerProblem(new Refusal('notFound'), c.get('requestId'), c.req.raw, c.get('headers')));
  app.onError((error, c) => answerProblem(error, c.get('requestId'), c.req.raw, c.get('headers')));
  return app;
};
