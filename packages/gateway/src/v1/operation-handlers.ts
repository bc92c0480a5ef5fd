import { buildOpenApi, contractVersion, type Endpoint, endpoints, type OperationId } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { Refusal } from '../refusal/refusal.ts';
import { createDatabaseMetrics } from '../operation/database-metrics.ts';
import { type Metric, writeMetrics } from '../journal/metric.ts';
import { processMetrics } from '../operation/process-metrics.ts';
import { referencePage } from '../operation/reference-page.ts';

/** Seconds after which it is worth asking again whether the gateway is ready. */
const retryAfter = 5;

/** The part of the contract that this gateway offers: what it has handlers for, and what belongs to a sandbox only where it is one. */
const offeredTable = (operations: ReadonlySet<string>, sandbox: boolean): Partial<Record<OperationId, Endpoint>> =>
  Object.fromEntries(
    Object.entries<Endpoint>(endpoints).filter(([id, { tag }]) => operations.has(id) && (sandbox || tag !== 'sandbox')),
  );

/**
 * Whether the gateway lives and can take reports, its figures, and the contract itself.
 *
 * @param others what the gateway offers besides.
 * @param figures what its parts have counted.
 */
export const operationHandlers = (
  engine: Engine,
  others: Handlers,
  figures: readonly { metrics(): Metric[] }[] = [],
): Handlers => {
  const databaseMetrics = createDatabaseMetrics(engine);
  let document: ReturnType<typeof buildOpenApi> | undefined;
  const own: Handlers = {
    async getHealth() {
      return { status: 200, body: { status: 'ok', version: contractVersion } };
    },

    async getReadiness() {
      await engine.database.query('select 1 from migration limit 1', []).catch((cause: unknown) => {
        throw new Refusal('unavailable', {}, { retryAfter, cause });
      });
      return { status: 200, body: { status: 'ready', checks: { database: engine.database.engine, migrations: 'ok' } } };
    },

    async getMetrics() {
      const metrics = [
        ...[engine.journal.figures, ...figures].flatMap((counted) => counted.metrics()),
        ...(await databaseMetrics()),
        ...processMetrics(),
      ];
      return { status: 200, body: writeMetrics(metrics), headers: { 'cache-control': 'no-store' } };
    },

    async getOpenApi() {
      document ??= buildOpenApi({
        table: offeredTable(new Set([...Object.keys(others), ...Object.keys(own)]), engine.sandbox),
        servers: [{ url: engine.publicUrl }],
      });
      return { status: 200, body: document as never };
    },

    async getReference() {
      const { html, policy } = await referencePage();
      const headers = {
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      };
      return { status: 200, body: html, headers };
    },
  };
  return own;
};
