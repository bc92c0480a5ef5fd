import * as z from 'zod/mini';
import { Deadline } from './deadline.ts';
import { Instant } from './fields/instant.ts';
import { InstitutionReference } from './institution.ts';
import { ReportStatus } from './status.ts';
import { TrackingId } from './tracking-id.ts';

/** What the reporter gets for a report: proof that it is kept, who has it, and until when. */
export const Receipt = z.object({
  trackingId: TrackingId,
  /** The report's own key `rt_…`, shown this once. Whoever has it can read and answer the report. */
  token: z.string().check(z.regex(/^rt_[A-Za-z0-9_-]{16,128}$/)),
  receivedAt: Instant,
  status: ReportStatus,
  owner: InstitutionReference,
  deadlines: z.array(Deadline),
  /** A page on which the report can be followed without script, with the number filled in and the token left out. */
  followUrl: z.optional(z.string()),
});
/** What {@link Receipt} parses to. */
export type Receipt = z.infer<typeof Receipt>;
