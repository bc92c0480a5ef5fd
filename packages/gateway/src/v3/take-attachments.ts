import { readFormBody, type FormBody } from '../forms/read-form-body.ts';
import { bodyLimitsFor } from '../forms/take-files.ts';
import { keepFiles as keepEach } from '../http/keep-file.ts';
import type { Identity } from '../http/request-context.ts';
import { Refusal } from '../refusal/refusal.ts';
import { attachmentLimitsFor } from '../attachments/attachment-limits-for.ts';
import { contextOf, type V3Call } from './v3-call.ts';
import { messagesFor } from '@lapor/schemas/messages';

/** Reads a multipart body as far as the caller's limits go. */
export const readParts = async (call: V3Call, identity: Identity): Promise<FormBody> => {
  const limits = await attachmentLimitsFor(call.engine, identity);
  const body = await readFormBody(call.arrival.request, bodyLimitsFor(limits));
  if (body.surplus.length === 0) return body;
  throw new Refusal('attachmentRefused', {
    reason: messagesFor(call.language).attachments.tooMany({ maximum: limits.maxCount }),
  });
};

/**
 * Keeps the files of a body as uploads of the caller's.
 *
 * @returns their ids, in their order.
 * @throws Refusal `attachmentRefused`, `bodyTooLarge` or `rateLimited`.
 */
export const keepFiles = (call: V3Call, identity: Identity, { files }: FormBody): Promise<string[]> =>
  keepEach(call.handlers, contextOf(call, identity), files);
