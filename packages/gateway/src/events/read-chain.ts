import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { StoredEvent } from './chain-faults.ts';
import { textDigest } from './hash-chain.ts';

interface ChainRow {
  event: LifecycleEvent;
  hash: Buffer;
  text_digest: Buffer | null;
  text: string | null;
  salt: Buffer | null;
}

/** A report's events as they are stored, ready to be checked. */
export const readChain = async (database: Queryable, reportId: string): Promise<StoredEvent[]> => {
  const rows = await database.query<ChainRow>(
    `select event, hash, text_digest, text, salt from report_event
     left join report_text on report_text.report_id = report_event.report_id and report_text.id = (event ->> 'textId')::uuid
     where report_event.report_id = $1 order by sequence`,
    [reportId],
  );
  return rows.map((row) => ({
    event: row.event,
    hash: row.hash,
    textDigest: row.text_digest,
    presentDigest: row.text === null || row.salt === null ? null : textDigest(row.text, row.salt),
  }));
};
