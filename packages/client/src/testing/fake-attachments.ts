import { type Attachment, type AttachmentLimits, attachmentTypes, type Language } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { FakeRefusal } from './fake-refusal.ts';
import type { FakeReport, FakeUpload, FakeWorld } from './fake-world.ts';

/** A link to a file, in the form of the gateway's; the signature is made of nothing, because nothing is secret here. */
const linkTo = (address: string, id: string): string =>
  `${address}/v1/attachments/${id}?expires=4102444800&signature=palsu-${id}`;

/** Whether a link is one that the fake gateway made. */
export const isGoodSignature = (id: string, signature: string): boolean => signature === `palsu-${id}`;

/** The files of a report and of the messages on it. */
export const attachmentsOf = (
  { trackingId }: FakeReport,
  { world, address }: { readonly world: FakeWorld; readonly address: string },
): Attachment[] =>
  [...world.uploads.values()]
    .filter(({ reportId }) => reportId === trackingId)
    .map(({ id, name, mediaType = 'application/octet-stream', bytes }) => ({
      id,
      name,
      mediaType,
      bytes: bytes.length,
      scan: 'clean',
      url: linkTo(address, id),
    }));

/** How the files begin that the kit takes. */
const beginnings: readonly (readonly [mediaType: keyof typeof attachmentTypes, beginning: RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG/],
  ['image/webp', /^RIFF....WEBP/s],
  ['image/heic', /^....ftyp(heic|heix|mif1|msf1)/s],
  ['application/pdf', /^%PDF-/],
];

/** Refuses a file, in words that name it. */
export const refuseFile = (
  fault: 'empty' | 'typeNotAllowed',
  name: string,
  { types, maxFileBytes }: AttachmentLimits,
  language: Language,
): FakeRefusal<'attachmentRefused'> => {
  const known = types.flatMap((type) => (attachmentTypes as Record<string, readonly string[]>)[type]?.[0] ?? []);
  const facts = { name, maximumBytes: maxFileBytes, types: known.map((extension) => extension.slice(1).toUpperCase()) };
  return new FakeRefusal('attachmentRefused', { reason: messagesFor(language).attachments[fault](facts) });
};

/**
 * Looks what a file is that has come whole: by how it begins, and no further.
 *
 * @throws FakeRefusal `attachmentRefused`; the upload is gone then.
 */
export const finishUpload = (world: FakeWorld, upload: FakeUpload, language: Language): void => {
  if (upload.bytes.length < upload.length) return;
  const limits = world.site.limits.attachments;
  const beginning = String.fromCharCode(...upload.bytes.subarray(0, 16));
  const found = beginnings.find(([, pattern]) => pattern.test(beginning))?.[0];
  if (found === undefined || !limits.types.includes(found)) {
    world.uploads.delete(upload.id);
    throw refuseFile('typeNotAllowed', upload.name, limits, language);
  }
  upload.mediaType = found;
};

/** Which uploads are to belong to which report. */
export interface FakeClaim {
  readonly ids: readonly string[];
  readonly owner: string;
  readonly language: Language;
}

/**
 * The uploads that a report or a message names, if all of them may be taken.
 *
 * @throws FakeRefusal `attachmentRefused` when one is not there, not finished or taken, or when they are too many or too large.
 */
export const claimable = (world: FakeWorld, { ids, owner, language }: FakeClaim): readonly FakeUpload[] => {
  const sentences = messagesFor(language).attachments;
  const { maxCount, maxTotalBytes } = world.site.limits.attachments;
  const refuse = (reason: string) => new FakeRefusal('attachmentRefused', { reason });
  if (ids.length > maxCount) throw refuse(sentences.tooMany({ maximum: maxCount }));
  const uploads = ids.map((id) => {
    const upload = world.uploads.get(id);
    const isFree = upload?.owner === owner && upload.reportId === undefined && upload.mediaType !== undefined;
    // Of a file that is taken, or somebody else's, not even the name is told.
    const isOwn = upload?.owner === owner && upload.reportId === undefined;
    if (!isFree) throw refuse(sentences.unfinished({ name: isOwn ? upload.name : id }));
    return upload;
  });
  if (uploads.reduce((sum, { bytes }) => sum + bytes.length, 0) > maxTotalBytes)
    throw refuse(sentences.totalTooLarge({ maximumBytes: maxTotalBytes }));
  return uploads;
};
