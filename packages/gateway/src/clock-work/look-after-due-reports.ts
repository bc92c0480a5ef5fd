import type { Instant } from '@lapor/schemas';
import { isDatabaseAway } from '../database/is-database-away.ts';
import type { Engine } from '../engine/engine.ts';
import { lookAfterReport } from './look-after-report.ts';

/** How work that fails is told, and when to stop. */
export interface WorkRun {
  readonly onError: (error: unknown) => void;
  /** Aborted when the gateway stops: what has begun is finished, nothing more is begun. */
  readonly signal: AbortSignal;
}

interface DueReport {
  id: string;
  clock_at: string;
}

/** Reports that are looked up in one step; each is looked after in its own transaction. */
const atOnce = 100;

/** What nobody has taken on yet goes first, however much else is due at the same time. */
const order = [`and status in ('unverified', 'verified') and owner_id = coordinator_id`, ''] as const;

const dueReports = (condition: string): string =>
  `select id, clock_at::text from report where clock_at <= $1 and (clock_at, id) > ($2::timestamptz, $3::bigint) ${condition} order by clock_at, id limit ${atOnce}`;

/** Minutes after which a report that could not be looked after is tried again. It must not stand before the others. */
const pauseMinutes = 60;

const putOff = (engine: Engine, reportId: string, now: Instant): Promise<unknown> =>
  engine.database.query(
    'update report set clock_at = $2::timestamptz + make_interval(mins => $3) where id = $1 and clock_at <= $2',
    [reportId, now, pauseMinutes],
  );

/**
 * Looks after every report to which something is due, in small steps, the unassigned ones first. Any number of replicas
 * can do so at the same time: each report is looked after by one of them.
 *
 * @returns how many reports were looked after.
 */
export const lookAfterDueReports = async (
  engine: Engine,
  now: Instant,
  { onError, signal }: WorkRun,
): Promise<number> => {
  let count = 0;
  for (const condition of order) {
    let last: DueReport = { id: '0', clock_at: '-infinity' };
    for (;;) {
      const due = await engine.database.query<DueReport>(dueReports(condition), [now, last.clock_at, last.id]);
      for (const { id } of due) {
        if (signal.aborted) return count;
        try {
          if (await lookAfterReport(engine, id, now)) count += 1;
        } catch (error) {
          if (isDatabaseAway(error)) throw error;
          onError(
            new Error(
              `lapor-gateway: what is due to report with id ${id} could not be done; it is tried again in ${pauseMinutes} minutes`,
              { cause: error },
            ),
          );
          await putOff(engine, id, now);
        }
      }
      const end = due.at(-1);
      if (end === undefined || due.length < atOnce) break;
      last = end;
    }
  }
  return count;
};

/** The earliest moment up to `until` at which something is due to some report. */
export const nextDueMoment = async (engine: Engine, until: Instant): Promise<Date | undefined> => {
  const [row] = await engine.database.query<{ at: Date | null }>(
    'select min(clock_at) as at from report where clock_at <= $1',
    [until],
  );
  return row?.at ?? undefined;
};
