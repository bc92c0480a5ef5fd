import * as z from 'zod/mini';
import { Identifier } from './fields/identifier.ts';
import { openSet } from './fields/open-set.ts';

/** What a file may be, with the extension and the media type that go together. */
export const attachmentTypes = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/heic': ['.heic'],
  'application/pdf': ['.pdf'],
} as const;

/** A media type that the kit can take. A site may allow fewer; see {@link AttachmentLimits}. */
export const AttachmentType = z.enum(Object.keys(attachmentTypes) as (keyof typeof attachmentTypes)[]);
/** What {@link AttachmentType} parses to. */
export type AttachmentType = z.infer<typeof AttachmentType>;

// Pure, part by part: reading answers and uploading do without.
/** How many files, how large, and of what kind. */
export const AttachmentLimits = /* @__PURE__ */ z.object({
  maxCount: /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(50)),
  /** Bytes of one file, as stored. */
  maxFileBytes: /* @__PURE__ */ z.int().check(z.minimum(1)),
  /** Bytes of all files of a report together, as stored. */
  maxTotalBytes: /* @__PURE__ */ z.int().check(z.minimum(1)),
  /** An open set: a newer gateway may take more. */
  types: /* @__PURE__ */ z.array(/* @__PURE__ */ openSet(AttachmentType)),
});
/** What {@link AttachmentLimits} parses to. */
export type AttachmentLimits = z.infer<typeof AttachmentLimits>;

/** A file that belongs to a report or to a message on it. */
export const Attachment = z.object({
  id: Identifier,
  /** The name that the file had on the sender's device, without any path. */
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().check(z.minimum(0)),
  /** A signed link that works for a short time. Absent while a file is being checked, or for those who may not see it. */
  url: z.optional(z.string()),
  /** `pending`: not checked yet; `clean`: shown; `refused`: infected or unreadable, kept from everybody. An open set. */
  scan: openSet(z.enum(['pending', 'clean', 'refused'])),
});
/** What {@link Attachment} parses to. */
export type Attachment = z.infer<typeof Attachment>;
