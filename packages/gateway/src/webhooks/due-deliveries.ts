import type { Queryable } from '../database/database.ts';
import type { Verdict } from './verdict.ts';

/** A delivery that this process is about to attempt. */
export interface DueDelivery {
  readonly id: string;
  readonly event_id: string;
  readonly body: string;
  /** How many there were with the one that is about to be made. */
  readonly attempts: number;
  readonly failures: number;
  readonly url: string;
  readonly seed: string;
  readonly previous_seed: string | null;
  readonly previous_until: Date | null;
}

/** A switched-off receiver can still be tried by its owner: a test belongs to no report. */
const dueReceivers = `
select endpoint.id from webhook_endpoint as endpoint where exists (
  select from webhook_delivery as delivery
  where delivery.endpoint_id = endpoint.id and state = 'queued' and next_attempt_at <= now() and (endpoint.enabled or lane is null)
) order by random()`;

/** Receivers for whom something is due, each time in another order: where there are too many, each has its turn. */
export const findDueReceivers = async (database: Queryable): Promise<string[]> =>
  (await database.query<{ id: string }>(dueReceivers, [])).map(({ id }) => id);

/**
 * Takes what is due for one receiver, of each report its earliest alone. It stays in the queue with the moment at which
 * somebody else may take it: should this process die in the middle, it is attempted again under the same id. `offset 0`
 * keeps the planner from joining all that waits with all that waits: it asks for each by the index of the lanes instead.
 */
const takeDue = `
with due as (
  select delivery.id from webhook_delivery as delivery join webhook_endpoint as endpoint on endpoint.id = delivery.endpoint_id
  where delivery.endpoint_id = $1 and state = 'queued' and next_attempt_at <= now() and (endpoint.enabled or lane is null)
    and (lane is null or not exists (
      select from webhook_delivery as earlier
      where earlier.endpoint_id = $1 and earlier.lane = delivery.lane and earlier.state = 'queued' and earlier.id < delivery.id
      offset 0
    ))
  order by next_attempt_at, delivery.id limit $2 for update of delivery skip locked
)
update webhook_delivery as delivery
set attempts = attempts + 1, last_attempt_at = now(), next_attempt_at = now() + $3 * interval '1 second'
from due, webhook_endpoint as endpoint
where delivery.id = due.id and endpoint.id = $1
returning delivery.id, event_id, body, attempts, failures, url, seed, previous_seed, previous_until`;

/**
 * Takes up to `limit` due deliveries of a receiver.
 *
 * @param lease seconds after which another process may take them over.
 */
export const takeDueDeliveries = (
  database: Queryable,
  endpointId: string,
  limit: number,
  lease: number,
): Promise<DueDelivery[]> => database.query<DueDelivery>(takeDue, [endpointId, limit, lease]);

const keep = `
update webhook_delivery as delivery
set state = verdict.state, last_status = verdict.status, last_error = verdict.error,
  failures = delivery.failures + case when verdict.state = 'delivered' then 0 else 1 end,
  next_attempt_at = now() + verdict.pause * interval '1 second'
from unnest($1::bigint[], $2::integer[], $3::text[], $4::integer[], $5::text[], $6::double precision[]) as verdict (id, attempts, state, status, error, pause)
where delivery.id = verdict.id and delivery.attempts = verdict.attempts and delivery.state = 'queued'`;

/** Keeps what came of attempts. Of one that somebody else has begun anew meanwhile, what comes of that counts. */
export const keepVerdicts = async (
  database: Queryable,
  judged: readonly { readonly due: DueDelivery; readonly verdict: Verdict }[],
): Promise<void> => {
  await database.query(keep, [
    judged.map(({ due }) => due.id),
    judged.map(({ due }) => due.attempts),
    judged.map(({ verdict }) => verdict.state),
    judged.map(({ verdict }) => verdict.status),
    judged.map(({ verdict }) => verdict.error),
    judged.map(({ verdict }) => verdict.pause),
  ]);
};

/** Rows that are looked at in one statement, the oldest first. */
const atOnce = 1_000;

const removeOld = `
delete from webhook_delivery where id in (
  select id from (select id, created_at from webhook_delivery order by id limit ${atOnce}) as oldest
  where created_at < now() - $1 * interval '1 day'
) returning id`;

/** Removes deliveries that have been kept long enough, given up or not. */
export const removeOldDeliveries = async (database: Queryable, keepDays: number): Promise<void> => {
  for (let removed = atOnce; removed === atOnce;) removed = (await database.query(removeOld, [keepDays])).length;
};
