import * as z from 'zod/mini';
import { AttachmentLimits } from './attachment.ts';
import { openSet } from './fields/open-set.ts';

/** A part of a new report that a site can insist on, although the contract itself does not. */
export const RequirablePart = z.enum(['incidentDate', 'incidentRegion', 'landmark', 'category', 'contact']);
/** What {@link RequirablePart} parses to. */
export type RequirablePart = z.infer<typeof RequirablePart>;

/**
 * The sizes of a report's parts.
 *
 * Lengths count Unicode code points, as JSON Schema and PostgreSQL do. HTML's `maxlength` counts UTF-16 units, and so
 * never lets through what is too long here.
 */
export const ReportLimits = z.object({
  titleMin: z.int().check(z.minimum(1)),
  titleMax: z.int().check(z.minimum(1), z.maximum(1000)),
  contentMin: z.int().check(z.minimum(1)),
  contentMax: z.int().check(z.minimum(1), z.maximum(100_000)),
  /** Longest reply of a reporter, and longest message of an institution. */
  messageMax: z.int().check(z.minimum(1), z.maximum(100_000)),
  /** An open set: what a client does not know it cannot ask for, and the gateway says so when it is missing. */
  required: z.array(openSet(RequirablePart)),
  attachments: AttachmentLimits,
});
/** What {@link ReportLimits} parses to. */
export type ReportLimits = z.infer<typeof ReportLimits>;
