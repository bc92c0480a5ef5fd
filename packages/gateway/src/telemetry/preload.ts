/**
 * Sends a span of each call to a collector of OpenTelemetry. To be loaded before the gateway, with the two packages of
 * OpenTelemetry that it needs beside it:
 *
 * ```sh
 * npm install @opentelemetry/api @opentelemetry/sdk-node
 * NODE_OPTIONS='--import @lapor/gateway/telemetry' OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 npx lapor-gateway serve
 * ```
 *
 * Where to, how and how much of it is said by the variables of OpenTelemetry. No instrumentation of other libraries is
 * switched on, and nothing of the machine is told: the first would write down addresses with people's tokens in them, the
 * second the command line with a database's password.
 *
 * @module
 */
import { NodeSDK } from '@opentelemetry/sdk-node';
import { setCallTracer } from '../http/trace-call.ts';
import { callSpans } from './call-spans.ts';

const sdk = new NodeSDK({
  serviceName: process.env['OTEL_SERVICE_NAME'] ?? 'lapor-gateway',
  autoDetectResources: false,
  instrumentations: [],
});
sdk.start();
setCallTracer(callSpans);

// Not at a signal: calls that are finished while the gateway stops have spans too.
process.once('beforeExit', () => void sdk.shutdown().catch(() => {}));
