import type { Attachment } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { signedLink } from './signed-link.ts';

interface UploadRow {
  id: string;
  name: string;
  media_type: string | null;
  bytes: string;
  state: 'checking' | 'ready' | 'refused';
}

const scans = { checking: 'pending', ready: 'clean', refused: 'refused' } as const;

/** The files of a report and of the messages on it, by id, in their order, with links that work for a short time. */
export const attachmentsOf = async (
  engine: Engine,
  reportId: string,
  database: Queryable = engine.database,
): Promise<Map<string, Attachment>> => {
  const rows = await database.query<UploadRow>(
    'select id, name, media_type, bytes, state from upload where report_id = $1 order by position, id',
    [reportId],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        mediaType: row.media_type ?? 'application/octet-stream',
        bytes: Number(row.bytes),
        scan: scans[row.state],
        ...(row.state === 'ready' && { url: signedLink(engine, row.id) }),
      },
    ]),
  );
};
