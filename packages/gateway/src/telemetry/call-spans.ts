import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { CallTracer } from '../http/trace-call.ts';

/**
 * Makes a span of each call: its method, its route with the parameters' names, its status, its operation, and the id by
 * which the log knows it. Nothing else: paths hold numbers of reports, queries hold what people search for and the
 * signatures of links, headers hold keys and tokens.
 *
 * Each is the first of its trace, whatever the caller says: strangers must not decide what is watched. What is done within
 * the call belongs to its span.
 */
export const callSpans: CallTracer = ({ requestId, method }, run) => {
  const tracer = trace.getTracer('@lapor/gateway');
  const attributes = { 'http.request.method': method, 'lapor.request_id': requestId };
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER, root: true, attributes });
  return context.with(trace.setSpan(context.active(), span), async () => {
    try {
      const answer = await run();
      const { status, route, operation } = answer;
      if (route !== undefined) span.updateName(`${method} ${route}`).setAttribute('http.route', route);
      if (operation !== undefined) span.setAttribute('lapor.operation', operation);
      span.setAttribute('http.response.status_code', status);
      // A refusal is no fault of the server (semantic conventions of HTTP spans).
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      return answer;
    } finally {
      span.end();
    }
  });
};
