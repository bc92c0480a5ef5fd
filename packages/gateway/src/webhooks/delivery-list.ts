import { randomUUID } from 'node:crypto';
import type { WebhookDelivery, WebhookEvent } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { readCursor, writeCursor } from '../paging/cursor.ts';
import { Refusal } from '../refusal/refusal.ts';
import { instantOf } from '../time/gateway-clock.ts';

interface DeliveryRow {
  id: string;
  event_id: string;
  event_type: string;
  state: WebhookDelivery['state'];
  attempts: number;
  created_at: Date;
  last_attempt_at: Date | null;
  next_attempt_at: Date | null;
  last_status: number | null;
  last_error: string | null;
}

const deliveryOf = (row: DeliveryRow): WebhookDelivery => ({
  id: `dlv_${row.id}`,
  eventId: row.event_id,
  eventType: row.event_type,
  state: row.state,
  attempts: row.attempts,
  createdAt: instantOf(row.created_at),
  ...(row.last_attempt_at !== null && { lastAttemptAt: instantOf(row.last_attempt_at) }),
  ...(row.state === 'queued' && row.next_attempt_at !== null && { nextAttemptAt: instantOf(row.next_attempt_at) }),
  ...(row.last_status !== null && { lastStatus: row.last_status }),
  ...(row.last_error !== null && { lastError: row.last_error }),
});

/** The one row that a statement gave. @throws Refusal `notFound` when it gave none. */
const onlyDelivery = ([row]: readonly DeliveryRow[]): WebhookDelivery => {
  if (row === undefined) throw new Refusal('notFound');
  return deliveryOf(row);
};

/** What is asked of the list. */
export interface DeliveryQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly state?: WebhookDelivery['state'] | undefined;
}

/**
 * A page of a receiver's deliveries, the newest first.
 *
 * @throws Refusal `cursorInvalid`.
 */
export const listDeliveries = async (
  database: Queryable,
  endpointId: string,
  { cursor, limit, state }: DeliveryQuery,
): Promise<{ items: WebhookDelivery[]; nextCursor: string | null }> => {
  const list = `deliveries ${endpointId} ${state ?? ''}`;
  const before = cursor === undefined ? null : readCursor(list, cursor)[0];
  if (before !== null && !/^\d{1,18}$/.test(String(before))) throw new Refusal('cursorInvalid');
  const rows = await database.query<DeliveryRow>(
    `select * from webhook_delivery where endpoint_id = $1 and ($2::bigint is null or id < $2) and ($3::text is null or state = $3)
     order by id desc limit $4`,
    [endpointId, before ?? null, state ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { items: page.map(deliveryOf), nextCursor: last === undefined ? null : writeCursor(list, [last.id]) };
};

/** Queues a test event for one receiver, switched on or not. */
export const queueTest = async (transaction: Queryable, endpointId: string, now: string): Promise<WebhookDelivery> => {
  const event: WebhookEvent = {
    id: `evt_test_${randomUUID()}`,
    timestamp: now,
    type: 'webhook.test',
    data: { message: 'A test that somebody asked this gateway to send.' },
  };
  const rows = await transaction.query<DeliveryRow>(
    'insert into webhook_delivery (endpoint_id, event_id, event_type, body) values ($1, $2, $3, $4) returning *',
    [endpointId, event.id, event.type, JSON.stringify(event)],
  );
  return onlyDelivery(rows);
};

/**
 * Queues a delivery again, delivered or given up, under the same id. It keeps no place in its report's order: what came
 * later has been told already, or must not wait for this.
 *
 * @throws Refusal `notFound`.
 */
export const queueAgain = async (
  transaction: Queryable,
  endpointId: string,
  deliveryId: string,
): Promise<WebhookDelivery> => {
  const id = /^dlv_(\d{1,18})$/.exec(deliveryId)?.[1];
  if (id === undefined) throw new Refusal('notFound');
  return onlyDelivery(
    await transaction.query<DeliveryRow>(
      `update webhook_delivery set lane = case when state = 'queued' then lane end, state = 'queued', failures = 0, next_attempt_at = now()
       where id = $1 and endpoint_id = $2 returning *`,
      [id, endpointId],
    ),
  );
};
