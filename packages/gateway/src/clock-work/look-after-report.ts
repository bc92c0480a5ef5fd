import type { Instant } from '@lapor/schemas';
import { nextErasure } from '../clock-plan/next-erasure.ts';
import { type ClockEvent, plannedAction } from '../clock-plan/planned-action.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import { reportColumns, type ReportRow } from '../reports/report-row.ts';
import { clockOf } from '../sites/site-clock.ts';
import { eraseWhatIsOver } from './erasures.ts';
import { escalationLadder } from '../directory/escalation-ladder.ts';
import { oldestAttempt } from './oldest-attempt.ts';

/** Whoever comes second finds the report moved on, or passes it by while the first is at it. */
const lockDueReport = async (transaction: Queryable, reportId: string, now: Instant): Promise<ReportRow | undefined> =>
  (
    await transaction.query<ReportRow>(
      `select ${reportColumns} from report where id = $1 and clock_at <= $2 for update skip locked`,
      [reportId, now],
    )
  )[0];

const clockEvents = async (transaction: Queryable, reportId: string): Promise<ClockEvent[]> => {
  const rows = await transaction.query<{ event: ClockEvent }>(
    `select event from report_event where report_id = $1 and event ->> 'type' in ('reminded', 'escalated', 'closureAnnounced') order by sequence`,
    [reportId],
  );
  return rows.map((row) => row.event);
};

/** Does everything that is due to an open report, the earliest first. */
const actUntilDone = async (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  now: Instant,
): Promise<{ readonly row: ReportRow; readonly next: Instant | undefined }> => {
  const [directory, sites] = await Promise.all([engine.directory.get(), engine.sites.get()]);
  const clock = clockOf(row.site_id === null ? undefined : sites.get(row.site_id), row.region_code);
  let current = row;
  for (;;) {
    const done = await clockEvents(transaction, row.id);
    const planned = plannedAction(current.state, {
      now,
      clock,
      policy: engine.clockPolicy,
      done,
      ladder: escalationLadder(current.state, directory),
    });
    if (planned === undefined || planned.at > now) return { row: current, next: planned?.at };
    const before = current.state.sequence;
    current = await actOnReport(engine, transaction, current, {
      action: planned.action,
      by: { kind: 'system' },
      now,
      language: row.language,
    });
    if (current.state.sequence === before)
      throw new Error(
        `lapor-gateway: \`${planned.action.type}\` is due to report ${row.tracking_id} but changes nothing. Check its events with \`lapor-gateway verify\`.`,
      );
  }
};

/** The attempt that filed the report is forgotten on the way: a report is looked at within days, and a write of its own would cost more. */
const moveOn = `
update report set clock_at = $2,
  attempt = case when received_at > $3 then attempt end, request_hash = case when received_at > $3 then request_hash end,
  receipt = case when received_at > $3 then receipt end
where id = $1`;

/**
 * Does what is due to one report, in one transaction: reminds, escalates, announces, closes and offers while it is open,
 * erases once it is closed. Then notes when to look again.
 *
 * @returns false when nothing was due, or somebody else is looking after it.
 */
export const lookAfterReport = (engine: Engine, reportId: string, now: Instant): Promise<boolean> =>
  engine.database.transaction(async (transaction) => {
    const due = await lockDueReport(transaction, reportId, now);
    if (due === undefined) return false;
    const { row, next } = await actUntilDone(engine, transaction, due, now);
    const { closed } = row.state;
    const { retention } = engine.clockPolicy;
    if (closed) await eraseWhatIsOver(transaction, reportId, closed.at, now, retention);
    await transaction.query(moveOn, [
      reportId,
      (closed ? nextErasure(closed.at, now, retention) : next) ?? null,
      oldestAttempt(engine, now),
    ]);
    return true;
  });
