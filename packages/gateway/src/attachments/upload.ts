import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database/database.ts';
import { Refusal } from '../refusal/refusal.ts';

/** One file on its way to a report, or there. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes as announced, and how many of them have come. */
  readonly length: number;
  readonly received: number;
  readonly state: 'receiving' | 'checking' | 'ready' | 'refused';
  readonly reportId: string | null;
}

/** An id that cannot be guessed: whoever knows it and has the same site's key can attach the file. */
export const newUploadId = (): string => `upl_${randomBytes(16).toString('hex')}`;

interface UploadRow {
  name: string;
  length: string;
  received: string;
  state: Upload['state'];
  report_id: string | null;
  expires_at: Date | null;
}

/**
 * An upload of the caller's own.
 *
 * @throws Refusal `notFound` when there is none or it is somebody else's; `gone` when it was refused or has expired.
 */
export const ownUpload = async (database: Queryable, id: string, keyId: string, now: string): Promise<Upload> => {
  const [row] = await database.query<UploadRow>(
    'select name, length, received, state, report_id, expires_at from upload where id = $1 and key_id = $2',
    [id, keyId],
  );
  if (row === undefined) throw new Refusal('notFound');
  const isExpired = row.report_id === null && row.expires_at !== null && row.expires_at.getTime() <= Date.parse(now);
  if (row.state === 'refused' || isExpired) throw new Refusal('gone');
  return {
    id,
    name: row.name,
    length: Number(row.length),
    received: Number(row.received),
    state: row.state,
    reportId: row.report_id,
  };
};

/** Hours that an upload is kept after its last byte when no report uses it: a day, for a phone that is offline overnight. */
const keptHours = 24;

/** When an upload that got its last byte now is forgotten. */
export const expiryOf = (now: string): Date => new Date(Date.parse(now) + keptHours * 3_600_000);
