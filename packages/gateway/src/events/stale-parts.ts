import type { Instant } from '@lapor/schemas';
import type { ReportState } from '@lapor/schemas/lifecycle';
import canonicalize from 'canonicalize';
import type { Projection } from './projection.ts';

/** What is stored of a report beside its events. */
export interface StoredReport {
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
  clock_at: Date | null;
  erased_at: Date | null;
}

/** The columns of a {@link StoredReport}. */
export const storedColumns =
  'id, tracking_id, site_id, region_code, state, sequence, status, owner_id, support_count, escalation_level, updated_at, closed_at, next_due_at, next_due_kind, clock_at, erased_at';

const moment = (value: Date | string | null): number | null => (value === null ? null : new Date(value).getTime());

/** Looking too early does no harm, looking too late or never does. */
const looksTooLate = ({ clock_at: clockAt }: StoredReport, latest: Instant | undefined): boolean =>
  latest !== undefined && (clockAt === null || clockAt.getTime() > Date.parse(latest));

/**
 * Which columns differ from what the events say; `clock_at` where the clock work would look too late, or never.
 *
 * @param latest when it has to look at the latest.
 */
export const staleParts = (
  row: StoredReport,
  state: ReportState,
  projected: Projection,
  latest: Instant | undefined,
): string[] => {
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
  const stale = pairs.filter(([, stored, derived]) => stored !== derived).map(([name]) => name);
  return looksTooLate(row, latest) ? [...stale, 'clock_at'] : stale;
};
