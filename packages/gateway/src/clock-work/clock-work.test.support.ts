import type { Instant } from '@lapor/schemas';
import type { EventActor, LifecycleAction, LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { TestGateway } from '../both-databases.test.support.ts';
import type { Engine } from '../engine/engine.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import { lockReport } from '../reports/report-row.ts';
import { sampleReport } from '../test-gateway.test.support.ts';

/** The admin of the test government. */
export const admin: EventActor = { kind: 'officer', institutionId: 'sumbar', role: 'institutionAdmin', keyId: 'test' };

/** A report as its reporter has it. */
export interface Filed {
  readonly trackingId: string;
  readonly token: string;
}

/** Files a report at a moment, to which the clock is set. */
export const fileAt = async ({ call, clock }: TestGateway, at: Instant, change: object = {}): Promise<Filed> => {
  clock.set(at);
  const { status, body } = await call('POST', '/v1/reports', {
    body: sampleReport({ incident: undefined, ...change }),
  });
  if (status !== 201) throw new Error(`filing failed: ${JSON.stringify(body)}`);
  return { trackingId: body.trackingId, token: body.token };
};

/** Does something to a report as somebody would, past the doors. */
export const actAt = (
  engine: Engine,
  { trackingId }: Pick<Filed, 'trackingId'>,
  now: Instant,
  action: LifecycleAction,
  by: EventActor = admin,
  text?: string,
): Promise<unknown> =>
  engine.database.transaction(async (transaction) => {
    const row = await lockReport(transaction, trackingId);
    return actOnReport(engine, transaction, row!, { action, by, now, language: 'id', text });
  });

/** A report's events in their order. */
export const eventsOf = async (
  { database }: Engine,
  { trackingId }: Pick<Filed, 'trackingId'>,
): Promise<LifecycleEvent[]> =>
  (
    await database.query<{ event: LifecycleEvent }>(
      'select event from report_event where report_id = $1 order by sequence',
      [trackingId],
    )
  ).map((row) => row.event);

/** What the clock did to a report: what, when, and to whom it was told. */
export const clockDeedsOf = async (engine: Engine, filed: Pick<Filed, 'trackingId'>): Promise<string[]> =>
  (await eventsOf(engine, filed))
    .filter(({ by, sequence }) => by.kind === 'system' && sequence > 0)
    .map((event) => [event.type, event.at, ...('to' in event ? [event.to] : [])].join(' '));

/** Sets the clock to moments one after another and does what is due at each. */
export const passThrough = async ({ gateway, clock }: TestGateway, ...moments: readonly Instant[]): Promise<void> => {
  for (const moment of moments) {
    clock.set(moment);
    await gateway.clockWork.runDue(moment);
  }
};

/** Everything that belongs to reports. A gateway never deletes them; a test has to. */
const deleteReports = `
begin;
set local session_replication_role = replica;
delete from upload; delete from notification; delete from outbox; delete from idempotency;
delete from report_event; delete from report_text; delete from report_identity; delete from report_support; delete from report_institution; delete from report_figure;
delete from report;
commit`;

/** Empties the gateway of reports, so that a test sees only its own. */
export const forgetReports = ({ gateway: { engine } }: TestGateway): Promise<unknown> =>
  engine.database.query(deleteReports);

/** What is wrong with any chain of hashes, or with what is stored beside the events. */
export const faultsOf = async (engine: Engine) => (await verifyReports(engine)).findings;
