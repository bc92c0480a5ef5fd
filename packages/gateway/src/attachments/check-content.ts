import type { AttachmentLimits, AttachmentType } from '@lapor/schemas';
import { detectType } from './detect-type.ts';
import { isWholePdf } from './is-whole-pdf.ts';
import { readableTypes } from './readable-types.ts';
import type { AttachmentFault } from './refuse-attachment.ts';
import { rewriteImage } from './rewrite-image.ts';

/** A file as it is kept. */
export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: AttachmentType;
}

/**
 * Looks into a file: what it is by its content, whether the site takes that, and whether it is whole. Images are written
 * anew; a PDF stays as it is, because a letter's signature must stay valid.
 */
export const checkContent = async (
  bytes: Uint8Array,
  limits: AttachmentLimits,
): Promise<CheckedFile | AttachmentFault> => {
  if (bytes.byteLength === 0) return 'empty';
  if (bytes.byteLength > limits.maxFileBytes) return 'tooLarge';
  const type = await detectType(bytes);
  if (type === undefined || !readableTypes(limits).includes(type)) return 'typeNotAllowed';
  if (type === 'application/pdf') return isWholePdf(bytes) ? { bytes, mediaType: type } : 'unreadable';
  return rewriteImage(bytes, type, limits.maxFileBytes);
};
