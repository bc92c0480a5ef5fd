import type { AttachmentLimits, AttachmentType } from './attachment.ts';
import type { ReportLimits, RequirablePart } from './report-limits.ts';

/**
 * SP4N-LAPOR!'s own form refuses a file over 2 MiB, and its guides speak of 2 MB for all files together:
 * 2 MiB for both is safe under either reading.
 */
export const defaultAttachmentLimits: AttachmentLimits = Object.freeze({
  maxCount: 5,
  maxFileBytes: 2 * 1024 * 1024,
  maxTotalBytes: 2 * 1024 * 1024,
  types: Object.freeze(['image/jpeg', 'image/png', 'application/pdf']) as unknown as AttachmentType[],
});

/**
 * The limits of a site that sets none of its own.
 *
 * The national form states no lengths; integrators use 255 for the title and 1,000 to 10,000 for the content, and one
 * citizen in a hundred writes more than 2,680. Nothing is required beyond classification, title and content, because
 * a report must never be refused for what an operator can still ask.
 */
export const defaultReportLimits: ReportLimits = Object.freeze({
  titleMin: 3,
  titleMax: 255,
  contentMin: 10,
  contentMax: 10_000,
  messageMax: 5_000,
  required: Object.freeze([]) as unknown as RequirablePart[],
  attachments: defaultAttachmentLimits,
});
