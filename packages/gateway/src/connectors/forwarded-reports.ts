import type { Queryable } from '../database/database.ts';
import type { Facts } from './connector.ts';

const keep = `
insert into forwarding (report_id, connector, upstream_id, poll_pause, next_poll_at)
values ($1, $2, $3, $4, now() + $4 * interval '1 second')
on conflict (report_id, connector) do update set upstream_id = excluded.upstream_id, cursor = '{}', polls = forwarding.polls + 1,
  poll_pause = excluded.poll_pause, next_poll_at = excluded.next_poll_at
  where forwarding.upstream_id <> excluded.upstream_id`;

/**
 * Notes that another system has a report, under which number, and in how many seconds it is first asked about it. Under
 * another number than before it is asked anew: what polls have kept was of the other one.
 */
export const keepForwarded = async (
  database: Queryable,
  reportId: string,
  connector: string,
  upstreamId: string,
  pause: number,
): Promise<void> => void (await database.query(keep, [reportId, connector, upstreamId, pause]));

/** A report that is asked after now. */
export interface DuePoll {
  readonly report_id: string;
  readonly tracking_id: string;
  readonly upstream_id: string;
  readonly cursor: Facts;
  readonly poll_pause: number;
  /** With the one that is about to be made; also the mark by which this process knows that the turn is still its own. */
  readonly polls: number;
}

const take = `
with due as (
  select report_id from forwarding where connector = $1 and next_poll_at <= now()
  order by next_poll_at limit 1 for update skip locked
)
update forwarding set polls = polls + 1, next_poll_at = now() + $2 * interval '1 second'
from due join report on report.id = due.report_id
where forwarding.report_id = due.report_id and forwarding.connector = $1
returning forwarding.report_id, report.tracking_id, upstream_id, cursor, poll_pause, polls`;

/**
 * Takes one report that is to be asked after.
 *
 * @param lease seconds after which another process may ask instead.
 */
export const takePoll = async (database: Queryable, connector: string, lease: number): Promise<DuePoll | undefined> =>
  (await database.query<DuePoll>(take, [connector, lease]))[0];

/** When a report is asked after again. */
export interface NextPoll {
  readonly cursor: Facts;
  /** Seconds. Empty: never. */
  readonly wait: number | null;
  /** The pause that the following one grows from. */
  readonly pause: number;
  readonly error?: string;
}

const move = `
update forwarding set cursor = $4, next_poll_at = now() + $5 * interval '1 second', poll_pause = $6, last_error = $7
where report_id = $1 and connector = $2 and polls = $3 returning report_id`;

/** Moves on to the next poll. @returns false when somebody else has asked meanwhile. */
export const movePoll = async (
  database: Queryable,
  connector: string,
  { report_id, polls }: DuePoll,
  { cursor, wait, pause, error }: NextPoll,
): Promise<boolean> =>
  (
    await database.query(move, [
      report_id,
      connector,
      polls,
      JSON.stringify(cursor),
      wait,
      pause,
      error?.slice(0, 500) ?? null,
    ])
  ).length > 0;

const hurry = `
update forwarding set poll_pause = $3, next_poll_at = least(coalesce(next_poll_at, 'infinity'), now() + $3 * interval '1 second')
where report_id = $1 and connector = $2`;

/** Something has gone up: the answer to it is asked for sooner. */
export const hurryPoll = async (
  database: Queryable,
  connector: string,
  reportId: string,
  pause: number,
): Promise<void> => void (await database.query(hurry, [reportId, connector, pause]));
