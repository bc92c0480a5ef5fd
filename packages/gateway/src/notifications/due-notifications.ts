import type { Instant } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';

/** A message that this process is about to send. */
export interface DueNotification {
  readonly id: string;
  readonly report_id: string;
  readonly channel: string;
  readonly sequences: readonly number[];
  readonly created_at: Date;
  /** With this one. */
  readonly attempts: number;
}

/** What becomes of a message after it was looked at. */
export type NotificationEnd =
  | { readonly state: 'sent' }
  | { readonly state: 'refused' | 'lapsed'; readonly error: string }
  | { readonly state: 'queued'; readonly error: string; readonly pause: number }
  /** Not now: by the gateway's clock. */
  | { readonly state: 'queued'; readonly notBefore: Instant };

/**
 * Takes what is due on one channel, of each report its earliest alone. It stays in the queue with the moment at which
 * somebody else may take it: should this process die in the middle, it is sent again under the same id.
 */
const takeDue = `
with due as (
  select id from notification
  where channel = $1 and state = 'queued' and not_before <= $2 and next_attempt_at <= now() and not exists (
    select from notification as earlier where earlier.report_id = notification.report_id and earlier.channel = $1
      and earlier.state = 'queued' and earlier.id < notification.id
  )
  order by not_before, id limit $3 for update skip locked
)
update notification set attempts = attempts + 1, next_attempt_at = now() + $4 * interval '1 second'
from due where notification.id = due.id
returning notification.id, report_id, channel, sequences, created_at, attempts`;

/** What is due on a channel. */
export interface DueQuery {
  readonly channel: string;
  readonly now: Instant;
  readonly limit: number;
  /** Seconds after which another process may take them over. */
  readonly lease: number;
}

/** Takes up to so many due messages of a channel. */
export const takeDueNotifications = (
  database: Queryable,
  { channel, now, limit, lease }: DueQuery,
): Promise<DueNotification[]> => database.query<DueNotification>(takeDue, [channel, now, limit, lease]);

const keep = `
update notification set state = $2, last_error = $3, next_attempt_at = now() + $4 * interval '1 second',
  not_before = coalesce($5, not_before), ended_at = $6
where id = $1`;

/** Keeps what became of a message. */
export const keepEnd = async (database: Queryable, id: string, end: NotificationEnd, now: Instant): Promise<void> => {
  await database.query(keep, [
    id,
    end.state,
    'error' in end ? end.error : null,
    'pause' in end ? end.pause : 0,
    'notBefore' in end ? end.notBefore : null,
    end.state === 'queued' ? null : now,
  ]);
};

/** Also those count that are on their way before it: they may arrive. */
const countOthers = `
select count(*)::integer as others from notification
where recipient = $2 and id <> $1 and (ended_at > $3 or (state = 'queued' and id < $1))`;

/** Notes to whom a message goes, and tells how many others the same address got since a moment, or is about to get. */
export const addressMessage = async (
  database: Queryable,
  id: string,
  recipient: Buffer,
  since: Instant,
): Promise<number> => {
  await database.query('update notification set recipient = $2 where id = $1', [id, recipient]);
  const [row] = await database.query<{ others: number }>(countOthers, [id, recipient, since]);
  return row?.others ?? 0;
};

/** Rows that are removed in one statement. */
const atOnce = 1_000;

const removeOld = `
delete from notification where id in (
  select id from (select id, created_at from notification order by id limit ${atOnce}) as oldest
  where created_at < $1::timestamptz - $2 * interval '1 day'
) returning id`;

/** Forgets messages that were kept long enough, however they ended. */
export const removeOldNotifications = async (database: Queryable, now: Instant, keepDays: number): Promise<void> => {
  for (let removed = atOnce; removed === atOnce;) removed = (await database.query(removeOld, [now, keepDays])).length;
};
