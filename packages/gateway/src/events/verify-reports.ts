import type { Instant } from '@lapor/schemas';
import type { ReportState } from '@lapor/schemas/lifecycle';
import { foldEvents } from '@lapor/schemas/lifecycle';
import type { ClockPolicy } from '../clock-plan/clock-policy.ts';
import type { Engine } from '../engine/engine.ts';
import { clockOf } from '../sites/site-clock.ts';
import { type ChainFault, chainFaultsOf } from './chain-faults.ts';
import { latestLook } from './latest-look.ts';
import { type Projection, projectionOf } from './projection.ts';
import { readChain } from './read-chain.ts';
import { staleParts, type StoredReport, storedColumns } from './stale-parts.ts';

/** What was found at one report. */
export interface ReportFinding {
  readonly trackingId: string;
  readonly faults: readonly ChainFault[];
  /** Columns, or `state`, that differ from what the events say; `clock_at` where the clock work would look too late or never. */
  readonly stale: readonly string[];
}

/** How a whole verification went. */
export interface Verification {
  readonly reports: number;
  readonly events: number;
  readonly findings: readonly ReportFinding[];
  /** How many reports' stored state was written anew from their events. */
  readonly rebuilt: number;
}

const rebuild = (
  engine: Engine,
  id: string,
  state: ReportState,
  projected: Projection,
  latest: Instant | undefined,
): Promise<unknown> =>
  engine.database.query(
    `update report set state = $2::jsonb, sequence = $3, status = $4, owner_id = $5, support_count = $6, escalation_level = $7, updated_at = $8,
       closed_at = $9, next_due_at = $10, next_due_kind = $11, clock_at = least(clock_at, $12) where id = $1`,
    [
      id,
      JSON.stringify(state),
      projected.sequence,
      projected.status,
      projected.ownerId,
      projected.supportCount,
      projected.escalationLevel,
      projected.updatedAt,
      projected.closedAt,
      projected.nextDueAt,
      projected.nextDueKind,
      latest ?? null,
    ],
  );

/** The policy by which the clock work went last: a verification may be run with another configuration, or with none. */
const policyInForce = async ({ database, clockPolicy }: Engine): Promise<ClockPolicy> => {
  const [known] = await database.query<{ value: string }>(
    `select value from gateway_setting where name = 'clockPolicy'`,
    [],
  );
  return known === undefined ? clockPolicy : (JSON.parse(known.value) as ClockPolicy);
};

/** Reports are read in portions, so that a million of them need no more memory than a hundred. */
const portion = 200;

/**
 * Checks every report: whether its chain of events is whole, and whether what is stored beside the events follows from them.
 *
 * @param options `rebuild` writes anew what does not follow; a broken chain is only told, never touched.
 */
export const verifyReports = async (
  engine: Engine,
  options: { readonly rebuild?: boolean; readonly onProgress?: (reports: number) => void } = {},
): Promise<Verification> => {
  const [sites, directory, policy] = await Promise.all([
    engine.sites.get(),
    engine.directory.get(),
    policyInForce(engine),
  ]);
  const now = engine.clock.now();
  const findings: ReportFinding[] = [];
  let reports = 0;
  let events = 0;
  let rebuilt = 0;
  for (let after = '0'; ;) {
    const rows = await engine.database.query<StoredReport>(
      `select ${storedColumns} from report where id > $1 order by id limit ${portion}`,
      [after],
    );
    for (const row of rows) {
      const chain = await readChain(engine.database, row.id);
      reports += 1;
      events += chain.length;
      const faults =
        chain.length === 0
          ? [{ sequence: 0, problem: 'notAnEvent' as const, detail: 'it has no events' }]
          : chainFaultsOf(chain);
      if (faults.length > 0) {
        findings.push({ trackingId: row.tracking_id, faults, stale: [] });
        continue;
      }
      const history = chain.map((stored) => stored.event);
      const state = foldEvents(history);
      const clock = clockOf(row.site_id === null ? undefined : sites.get(row.site_id), row.region_code);
      const projected = projectionOf(state, clock);
      const latest = latestLook(state, history, row.erased_at, { now, clock, policy, directory });
      const stale = staleParts(row, state, projected, latest);
      if (stale.length === 0) continue;
      findings.push({ trackingId: row.tracking_id, faults: [], stale });
      if (options.rebuild) {
        await rebuild(engine, row.id, state, projected, latest);
        rebuilt += 1;
      }
    }
    options.onProgress?.(reports);
    const last = rows.at(-1);
    if (last === undefined || rows.length < portion) return { reports, events, findings, rebuilt };
    after = last.id;
  }
};
