import { type AttachmentLimits, type AttachmentType, attachmentTypes } from '@lapor/schemas';
import sharp from 'sharp';

/** The build of libvips that comes with sharp has no decoder for HEVC, which is patented; one that an operator builds may have. */
const canReadHeic = [sharp.format.heif.input.fileSuffix ?? []].flat().includes('.heic');

/** The types that a site takes and this machine can read. */
export const readableTypes = ({ types }: AttachmentLimits): AttachmentType[] =>
  types.filter((type): type is AttachmentType => type in attachmentTypes && (type !== 'image/heic' || canReadHeic));
