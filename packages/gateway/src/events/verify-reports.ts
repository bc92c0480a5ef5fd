import type { ReportState } from '@lapor/schemas/lifecycle';
import { foldEvents } from '@lapor/schemas/lifecycle';
import canonicalize from 'canonicalize';
import type { Engine } from '../engine/engine.ts';
import { clockOf } from '../sites/site-clock.ts';
import { type ChainFault, chainFaultsOf } from './chain-faults.ts';
import { type Projection, projectionOf } from './projection.ts';
import { readChain } from './read-chain.ts';

/** What was found at one report. */
export interface ReportFinding {
  readonly trackingId: string;
  readonly faults: readonly ChainFault[];
  /** Columns, or `state`, that differ from what the events say. */
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

interface Row {
  id: string;
  tracking_id: string;
  site_id: string | null;
  region_code: string | null;
  state: ReportState;
  sequence: number;
  status: string;
  owner_id: string;
  support_count: number;
  escalation_level: number;
  updated_at: Date;
  closed_at: Date | null;
  next_due_at: Date | null;
  next_due_kind: string | null;
}

const columns =
  'id, tracking_id, site_id, region_code, state, sequence, status, owner_id, support_count, escalation_level, updated_at, closed_at, next_due_at, next_due_kind';

const moment = (value: Date | string | null): number | null => (value === null ? null : new Date(value).getTime());

const staleParts = (row: Row, state: ReportState, projected: Projection): string[] => {
  const pairs: [string, unknown, unknown][] = [
    ['state', canonicalize(row.state), canonicalize(JSON.parse(JSON.stringify(state)))],
    ['sequence', row.sequence, projected.sequence],
    ['status', row.status, projected.status],
    ['owner_id', row.owner_id, projected.ownerId],
    ['support_count', row.support_count, projected.supportCount],
    ['escalation_level', row.escalation_level, projected.escalationLevel],
    ['updated_at', moment(row.updated_at), moment(projected.updatedAt)],
    ['closed_at', moment(row.closed_at), moment(projected.closedAt)],
    ['next_due_at', moment(row.next_due_at), moment(projected.nextDueAt)],
    ['next_due_kind', row.next_due_kind, projected.nextDueKind],
  ];
  return pairs.filter(([, stored, derived]) => stored !== derived).map(([name]) => name);
};

const rebuild = (engine: Engine, id: string, state: ReportState, projected: Projection): Promise<unknown> =>
  engine.database.query(
    `update report set state = $2::jsonb, sequence = $3, status = $4, owner_id = $5, support_count = $6, escalation_level = $7, updated_at = $8,
       closed_at = $9, next_due_at = $10, next_due_kind = $11 where id = $1`,
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
    ],
  );

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
  const sites = await engine.sites.get();
  const findings: ReportFinding[] = [];
  let reports = 0;
  let events = 0;
  let rebuilt = 0;
  for (let after = '0'; ;) {
    const rows = await engine.database.query<Row>(
      `select ${columns} from report where id > $1 order by id limit ${portion}`,
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
      const state = foldEvents(chain.map((stored) => stored.event));
      const projected = projectionOf(
        state,
        clockOf(row.site_id === null ? undefined : sites.get(row.site_id), row.region_code),
      );
      const stale = staleParts(row, state, projected);
      if (stale.length === 0) continue;
      findings.push({ trackingId: row.tracking_id, faults: [], stale });
      if (options.rebuild) {
        await rebuild(engine, row.id, state, projected);
        rebuilt += 1;
      }
    }
    options.onProgress?.(reports);
    const last = rows.at(-1);
    if (last === undefined || rows.length < portion) return { reports, events, findings, rebuilt };
    after = last.id;
  }
};
