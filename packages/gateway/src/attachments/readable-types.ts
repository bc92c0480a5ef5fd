import { type AttachmentLimits, type AttachmentType, attachmentTypes } from '@lapor/schemas';
import { sharpWhenNeeded } from './sharp-when-needed.ts';

/** The build of libvips that comes with sharp has no decoder for HEVC, which is patented; one that an operator builds may have. */
const canReadHeic = (): boolean => [sharpWhenNeeded().format.heif.input.fileSuffix ?? []].flat().includes('.heic');

/** The types that a site takes and this machine can read. */
export const readableTypes = ({ types }: AttachmentLimits): AttachmentType[] =>
  types.filter((type): type is AttachmentType => type in attachmentTypes && (type !== 'image/heic' || canReadHeic()));
