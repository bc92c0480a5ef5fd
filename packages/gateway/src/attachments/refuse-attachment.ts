import { type AttachmentLimits, attachmentTypes, type Language } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { Refusal } from '../refusal/refusal.ts';
import { readableTypes } from './readable-types.ts';

/** Why a file is not taken. */
export type AttachmentFault = 'empty' | 'tooLarge' | 'typeNotAllowed' | 'unreadable' | 'infected';

/** The refusal of a file, in words that name the file and say what to do. */
export const refuseAttachment = (
  fault: AttachmentFault,
  name: string,
  limits: AttachmentLimits,
  language: Language,
): Refusal<'attachmentRefused'> => {
  const types = readableTypes(limits).map((type) => attachmentTypes[type][0].slice(1).toUpperCase());
  return new Refusal('attachmentRefused', {
    reason: messagesFor(language).attachments[fault]({ name, maximumBytes: limits.maxFileBytes, types }),
  });
};
