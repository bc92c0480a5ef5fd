import type { AttachmentLimits, AttachmentType } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import type { Engine } from '../engine/engine.ts';
import { Refusal } from '../refusal/refusal.ts';
import { keyIdOf, type RequestContext } from '../http/request-context.ts';
import { readableTypes } from './readable-types.ts';
import { refuseAttachment } from './refuse-attachment.ts';
import { expiryOf, newUploadId, type Upload } from './upload.ts';
import type { UploadMetadata } from './upload-metadata.ts';

/** What a sender announces. */
export interface Announcement extends UploadMetadata {
  /** Bytes of the whole file. */
  readonly length: number;
}

/** Names of types that senders use for those of the contract; the last says that the sender does not know. */
const otherNames: Readonly<Record<string, AttachmentType | ''>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/heif': 'image/heic',
  'application/x-pdf': 'application/pdf',
  'application/octet-stream': '',
};

const insert = `
insert into upload (id, key_id, name, length, state, created_at, expires_at) values ($1, $2, $3, $4, 'receiving', $5, $6)`;

/** What will be refused in the end is refused before its bytes are sent. */
const checkAnnouncement = (
  { name, type, length }: Announcement,
  limits: AttachmentLimits,
  { language }: RequestContext,
): void => {
  if (limits.maxCount === 0)
    throw new Refusal('attachmentRefused', { reason: messagesFor(language).attachments.tooMany({ maximum: 0 }) });
  if (length === 0) throw refuseAttachment('empty', name, limits, language);
  if (length > limits.maxFileBytes) throw new Refusal('bodyTooLarge', { maximumBytes: limits.maxFileBytes });
  const announced = otherNames[type] ?? type;
  if (announced !== '' && !readableTypes(limits).some((readable) => readable === announced))
    throw refuseAttachment('typeNotAllowed', name, limits, language);
};

/**
 * Makes room for a file.
 *
 * @throws Refusal `attachmentRefused` or `bodyTooLarge` when the site would not take it.
 */
export const beginUpload = async (
  engine: Engine,
  announcement: Announcement,
  limits: AttachmentLimits,
  context: RequestContext,
): Promise<Upload> => {
  checkAnnouncement(announcement, limits, context);
  const { name, length } = announcement;
  const id = newUploadId();
  await engine.database.query(insert, [
    id,
    keyIdOf(context.identity),
    name,
    length,
    context.now,
    expiryOf(context.now),
  ]);
  return { id, name, length, received: 0, state: 'receiving', reportId: null };
};
