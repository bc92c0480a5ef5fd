import type { WebhookEvent } from '@lapor/schemas';
import { deadlinesOf } from '@lapor/schemas/clock';
import type { OutboxEvent, OutboxSubscriber } from '../clock-work/outbox-subscriber.ts';
import type { Queryable } from '../database/database.ts';
import { inBatches } from '../database/in-batches.ts';
import type { Engine } from '../engine/engine.ts';
import { readTurn } from '../reports/read-turn.ts';
import { clockOf } from '../sites/site-clock.ts';
import { type DeadlinesAt, webhookEventsOf } from './webhook-events-of.ts';

/** Events that become deliveries together. */
const atOnce = 1_000;

/** What is to be told of one report. */
interface Told {
  readonly reportId: string;
  readonly events: readonly WebhookEvent[];
}

/**
 * One row for each receiver that may hear of the report and wants to hear of such an event: those of every institution
 * that has had or coordinates the report, of all above them, and of the national admin. Asked twice, it adds nothing.
 */
const queueForReceivers = `
insert into webhook_delivery (endpoint_id, event_id, event_type, body, lane)
select endpoint.id, told.event_id, told.event_type, told.body, told.report_id
from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) with ordinality as told (report_id, event_id, event_type, body, place)
join webhook_endpoint as endpoint on endpoint.enabled and (endpoint.events is null or told.event_type = any(endpoint.events)) and (
  endpoint.institution_id = $5 or exists (
    select from report_institution as viewer where viewer.report_id = told.report_id and viewer.institution_id = endpoint.institution_id
  )
)
order by told.place
on conflict do nothing`;

const queueAll = async (engine: Engine, all: readonly Told[]): Promise<readonly void[]> => {
  const rows = all.flatMap(({ reportId, events }) => events.map((event) => ({ reportId, event })));
  if (rows.length > 0) {
    await engine.database.repeatable.query(queueForReceivers, [
      rows.map(({ reportId }) => reportId),
      rows.map(({ event }) => event.id),
      rows.map(({ event }) => event.type),
      rows.map(({ event }) => JSON.stringify(event)),
      (await engine.directory.get()).nationalId ?? null,
    ]);
  }
  return all.map(() => {});
};

/** Deadlines are counted with the working days of the report's site. */
const deadlinesAt = async (engine: Engine, { reportId, event }: OutboxEvent): Promise<DeadlinesAt> => {
  if (event.type !== 'reminded' && event.type !== 'escalated') return () => [];
  const [row] = await engine.database.query<{ site_id: string | null; region_code: string | null }>(
    'select site_id, region_code from report where id = $1',
    [reportId],
  );
  const siteId = row?.site_id ?? undefined;
  const site = siteId === undefined ? undefined : (await engine.sites.get()).get(siteId);
  const clock = clockOf(site, row?.region_code);
  return (state) => deadlinesOf(state.spans, { ...clock, now: event.at });
};

const isWanted = async (transaction: Queryable): Promise<boolean> =>
  (await transaction.query('select from webhook_endpoint where enabled limit 1', [])).length > 0;

/** Puts what receivers are to be told of an event into their rows. Sending it is the courier's. */
export const createWebhookSubscriber = (engine: Engine): OutboxSubscriber => {
  const queue = inBatches((all: readonly Told[]) => queueAll(engine, all), {
    most: atOnce,
    atOnce: 1,
    isWorthTryingAlone: () => true,
  });
  return {
    name: 'webhooks',
    isWanted,
    atOnce,
    async handle(outboxEvent) {
      const { reportId } = outboxEvent;
      const turn = await readTurn(engine.database, reportId, outboxEvent);
      const events = webhookEventsOf(turn, await engine.directory.get(), await deadlinesAt(engine, outboxEvent));
      if (events.length > 0) await queue({ reportId, events });
    },
  };
};
