import type { Instant } from '@lapor/schemas';
import type { Queryable, Transactor } from '../database/database.ts';
import { lockDigest } from '../database/lock-digest.ts';

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
), taken as (
  update notification set attempts = attempts + 1, next_attempt_at = now() + $4 * interval '1 second'
  from due where notification.id = due.id
  returning notification.id, report_id, channel, sequences, created_at, attempts, not_before
)
select id, report_id, channel, sequences, created_at, attempts from taken order by not_before, id`;

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

/** Those count too that are on their way: they may arrive. */
const noteRecipient = `
update notification set recipient = case when (
  select count(*) from notification where recipient = $2 and id <> $1 and (ended_at > $3 or state = 'queued')
) < $4 then $2::bytea end
where id = $1 returning recipient is not null as may_go`;

/** How much one address may get. */
export interface AddressLimit {
  readonly since: Instant;
  /** Messages that it may have got since then, this one included. */
  readonly most: number;
}

/**
 * Notes to whom a message goes, if it may go: not when the address has got, or is about to get, as much as it may. Whoever else
 * asks for the same address meanwhile waits, in other processes too.
 */
export const mayGoTo = (
  database: Transactor,
  id: string,
  recipient: Buffer,
  { since, most }: AddressLimit,
): Promise<boolean> =>
  database.transaction(async (transaction) => {
    await lockDigest(transaction, recipient);
    const [row] = await transaction.query<{ may_go: boolean }>(noteRecipient, [id, recipient, since, most]);
    return row?.may_go ?? false;
  });

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
