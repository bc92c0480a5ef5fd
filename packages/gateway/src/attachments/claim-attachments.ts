import type { AttachmentLimits, Language } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import type { Queryable } from '../database/database.ts';
import { Refusal } from '../refusal/refusal.ts';

/** Which uploads are to belong to which report, or to which message on it. */
export interface Claim {
  readonly ids: readonly string[];
  /** Whose uploads they must be. */
  readonly keyId: string;
  readonly reportId: string;
  readonly limits: AttachmentLimits;
  readonly language: Language;
}

/** Files of a later message stand behind those that the report has. */
const claimed = `
update upload set report_id = $1, expires_at = null,
  position = array_position($2::text[], id) + (select coalesce(max(position), 0) from upload where report_id = $1)
where id = any($2::text[]) and key_id = $3 and report_id is null and state in ('checking', 'ready') returning id, bytes`;

/** A file as its sender knows it, when it is the sender's own; of others not even that there is one is told. */
const nameOf = async (transaction: Queryable, id: string, keyId: string): Promise<string> =>
  (
    await transaction.query<{ name: string }>(
      'select name from upload where id = $1 and key_id = $2 and report_id is null',
      [id, keyId],
    )
  )[0]?.name ?? id;

/**
 * Makes finished uploads part of a report, in the transaction that keeps the report. Each upload belongs to one report at most.
 *
 * @throws Refusal `attachmentRefused` when one is not there, not finished, somebody else's or taken, or when they are too many or
 * too large together.
 */
export const claimAttachments = async (
  transaction: Queryable,
  { ids, keyId, reportId, limits, language }: Claim,
): Promise<void> => {
  if (ids.length === 0) return;
  const sentences = messagesFor(language).attachments;
  const refuse = (reason: string) => new Refusal('attachmentRefused', { reason });
  if (ids.length > limits.maxCount) throw refuse(sentences.tooMany({ maximum: limits.maxCount }));
  const rows = await transaction.query<{ id: string; bytes: string }>(claimed, [reportId, ids, keyId]);
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw refuse(sentences.unfinished({ name: await nameOf(transaction, missing, keyId) }));
  const total = rows.reduce((sum, row) => sum + Number(row.bytes), 0);
  if (total > limits.maxTotalBytes) throw refuse(sentences.totalTooLarge({ maximumBytes: limits.maxTotalBytes }));
};
