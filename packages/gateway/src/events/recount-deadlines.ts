import type { ReportState } from '@lapor/schemas/lifecycle';
import { clockMomentOf } from '../clock-plan/clock-moment.ts';
import type { Engine } from '../engine/engine.ts';
import { projectionOf } from './projection.ts';
import { clockOf } from '../sites/site-clock.ts';

/** Reports that are counted anew in one transaction. */
const portion = 500;

interface OpenReport {
  id: string;
  region_code: string | null;
  state: ReportState;
}

/** Locked in the order of their ids, as everywhere else. */
const openReports = `
select id, region_code, state from report where site_id = $1 and id > $2 and next_due_at is not null order by id limit ${portion} for update`;

const keepDeadlines = `
update report set next_due_at = counted.due_at, next_due_kind = counted.kind, clock_at = least(report.clock_at, counted.clock_at)
from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::timestamptz[]) as counted (id, due_at, kind, clock_at)
where report.id = counted.id`;

/**
 * Counts the deadlines of a site's open reports anew. What is read of a report is always counted with its site's working
 * days; what lists are ordered by was counted when its last event came, and has to follow when those days change.
 *
 * @returns how many reports were counted.
 */
export const recountDeadlines = async (engine: Engine, siteId: string): Promise<number> => {
  const site = (await engine.sites.get()).get(siteId);
  let count = 0;
  for (let last = '0'; ;) {
    const rows = await engine.database.transaction(async (transaction) => {
      const open = await transaction.query<OpenReport>(openReports, [siteId, last]);
      const counted = open.map(({ id, region_code: regionCode, state }) => {
        const clock = clockOf(site, regionCode);
        return { id, ...projectionOf(state, clock), clockAt: clockMomentOf(state, clock, engine.clockPolicy) };
      });
      await transaction.query(keepDeadlines, [
        counted.map((one) => one.id),
        counted.map((one) => one.nextDueAt),
        counted.map((one) => one.nextDueKind),
        counted.map((one) => one.clockAt),
      ]);
      return open;
    });
    count += rows.length;
    const end = rows.at(-1);
    if (end === undefined || rows.length < portion) return count;
    last = end.id;
  }
};
