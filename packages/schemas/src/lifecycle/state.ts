import type { Instant } from '../fields/instant.ts';
import type { Classification, Supervision } from '../classification.ts';
import type { KnownStatusCode } from '../status.ts';
import type { StatusReason } from '../status-reason.ts';
import type { ClockSpan } from '../clock-span.ts';

/** One passing from hand to hand, by institution ids. */
export interface StateHop {
  readonly sequence: number;
  readonly how: 'received' | 'disposed' | 'returned';
  readonly from?: string;
  readonly to: string;
  readonly at: Instant;
}

/** How far the report is on its way to an upstream system. */
export interface StateDelivery {
  readonly state: 'queued' | 'delivered' | 'failed';
  readonly connector: string;
  readonly upstreamId?: string;
  readonly at: Instant;
}

/** What an upstream last said about the report, in its own words. */
export interface StateUpstream {
  readonly connector: string;
  readonly code: KnownStatusCode;
  readonly rawLabel: string;
  readonly institutionName?: string;
  readonly at: Instant;
}

/** Everything that follows from a report's events. Two gateways with the same events have the same state. */
export interface ReportState {
  /** Number of the last event. */
  readonly sequence: number;
  readonly status: KnownStatusCode;
  /** The upstream's own word for the status, while the status came from there. */
  readonly rawLabel?: string;
  /** The one institution that is responsible. Never empty, closed or not. */
  readonly ownerId: string;
  readonly coordinatorId: string;
  readonly classification: Classification;
  readonly supervision?: Supervision;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly receivedAt: Instant;
  readonly updatedAt: Instant;
  readonly hops: readonly StateHop[];
  readonly spans: readonly ClockSpan[];
  /** True once an institution has answered. */
  readonly answered: boolean;
  /** True from a dispute until an institution has answered again. */
  readonly disputed: boolean;
  /** True from the announcement that the report will close by itself until anything else happens to its status. */
  readonly closureAnnounced: boolean;
  readonly closed?: {
    readonly at: Instant;
    readonly how: 'confirmed' | 'completed' | 'automatic' | 'archived' | 'withdrawn' | 'merged' | 'upstream';
  };
  readonly statusReason?: StatusReason;
  readonly rating?: number;
  readonly supportCount: number;
  readonly escalationLevel: number;
  readonly ombudsmanOffered: boolean;
  readonly delivery?: StateDelivery;
  /** Kept whatever happens here, so that an upstream that is asked again and again is heard once. */
  readonly upstream?: StateUpstream;
  /** The report that this one was merged into, and how this one stood before. */
  readonly merge?: { readonly into: string; readonly before: StatusFacts };
  /** Reports that were merged into this one. */
  readonly absorbed: readonly string[];
}

/** What a merge puts aside and its undoing brings back: the status, all that belongs to it, and the clocks. */
export type StatusFacts = Pick<ReportState, 'status' | 'rawLabel' | 'closed' | 'statusReason' | 'spans'>;

/** How often a report was given back as outside an authority. */
export const returnCountOf = (state: ReportState): number => state.hops.filter((hop) => hop.how === 'returned').length;
