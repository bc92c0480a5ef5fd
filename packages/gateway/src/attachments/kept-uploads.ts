import type { Queryable } from '../database/database.ts';

/** A file that a caller has sent and that no report uses yet. */
export interface KeptUpload {
  readonly id: string;
  readonly name: string;
  /** As it is kept. */
  readonly bytes: number;
}

/**
 * Those of the named uploads that are the caller's own, whole, and free to be attached, in the order in which they were named;
 * and those that belong to the report that this attempt has filed already, so that asking once more asks for the same.
 */
export const keptUploads = async (
  database: Queryable,
  ids: readonly string[],
  keyId: string,
  now: string,
  attempt?: Uint8Array,
): Promise<KeptUpload[]> => {
  if (ids.length === 0) return [];
  const rows = await database.query<{ id: string; name: string; bytes: string }>(
    `select id, name, bytes from upload where id = any($1::text[]) and key_id = $2 and state in ('checking', 'ready')
       and (report_id is null and expires_at > $3 or report_id = (select id from report where attempt = $4))
     order by array_position($1::text[], id)`,
    [ids, keyId, now, attempt ?? null],
  );
  return rows.map(({ id, name, bytes }) => ({ id, name, bytes: Number(bytes) }));
};
