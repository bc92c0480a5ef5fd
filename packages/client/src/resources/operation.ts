import {
  type AnswerBody,
  type AnswerHeaders,
  describeUploads,
  getClock,
  getHealth,
  getMetrics,
  getOpenApi,
  getReadiness,
  getReference,
  getFaults,
  moveClock,
  setFaults,
  type RequestBodyInput,
} from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions, KeyedOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { textOf } from './text-of.ts';

/** The gateway itself: for those who watch it. */
export interface Operation {
  /** Whether its process lives. @example const { version } = await client.operation.health(); */
  health(options?: CallOptions): Promise<AnswerBody<typeof getHealth>>;
  /** Whether it can take reports. @throws {@link GatewayFailedError} while it cannot. @example await client.operation.readiness({ retries: 0 }); */
  readiness(options?: CallOptions): Promise<AnswerBody<typeof getReadiness>>;
  /** Figures in Prometheus' text format. @example const figures = await client.operation.metrics(); */
  metrics(options?: CallOptions): Promise<string>;
  /** What its tus can do. @example const { 'tus-max-size': most } = await client.operation.uploads(); */
  uploads(options?: CallOptions): Promise<AnswerHeaders<typeof describeUploads>>;
  /** The contract as OpenAPI 3.1, as this gateway speaks it. @example const { openapi } = await client.operation.openApi(); */
  openApi(options?: CallOptions): Promise<AnswerBody<typeof getOpenApi>>;
  /** The contract as a page for people. @example const html = await client.operation.reference(); */
  reference(options?: CallOptions): Promise<string>;
}

/** Makes {@link Operation} alone. @example const operation = createOperation(connect({ gateway, secretKey })); */
export const createOperation = (connection: Connection): Operation => ({
  health: async (options) => (await call(connection, getHealth, { ...options })).body,
  readiness: async (options) => (await call(connection, getReadiness, { ...options })).body,
  metrics: async (options) => textOf(await call(connection, getMetrics, { ...options })),
  uploads: async (options) => (await call(connection, describeUploads, { ...options })).headers,
  openApi: async (options) => (await call(connection, getOpenApi, { ...options })).body,
  reference: async (options) => textOf(await call(connection, getReference, { ...options })),
});

/** The clock and the faults of a sandbox gateway. Every other gateway refuses. */
export interface Sandbox {
  /** What time the gateway believes it is. @example const { now } = await client.sandbox.clock(); */
  clock(options?: CallOptions): Promise<AnswerBody<typeof getClock>>;
  /** Moves the clock forward, and runs what becomes due. @example await client.sandbox.move({ advance: { amount: 3, unit: 'workingDay' } }); */
  move(to: RequestBodyInput<typeof moveClock>, options?: KeyedOptions): Promise<AnswerBody<typeof moveClock>>;
  /** The faults that are switched on, with how often each has struck. @example const { faults } = await client.sandbox.faults(); */
  faults(options?: CallOptions): Promise<AnswerBody<typeof getFaults>>;
  /** Switches faults on in place of those that were. @example await client.sandbox.setFaults({ faults: [{ kind: 'duplicate', path: '/v1/reports' }] }); */
  setFaults(faults: RequestBodyInput<typeof setFaults>, options?: CallOptions): Promise<AnswerBody<typeof setFaults>>;
}

/** Makes {@link Sandbox} alone. @example const sandbox = createSandbox(connect({ gateway, secretKey })); */
export const createSandbox = (connection: Connection): Sandbox => ({
  clock: async (options) => (await call(connection, getClock, { ...options })).body,
  move: async (body, options) => (await call(connection, moveClock, { ...options, body })).body,
  faults: async (options) => (await call(connection, getFaults, { ...options })).body,
  setFaults: async (body, options) => (await call(connection, setFaults, { ...options, body })).body,
});
