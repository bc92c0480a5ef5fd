import { signedLink } from '../attachments/signed-link.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import type { ParcelFile } from './parcel.ts';

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string | null;
  readonly state: 'checking' | 'ready' | 'refused';
  readonly store_key: string | null;
}

const readFile = async (engine: Engine, { id, store_key: key }: FileRow): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = key === null ? undefined : await engine.attachments.get(key);
  if (stream === undefined) throw new Error(`lapor-gateway: the attachment \`${id}\` is not in the store`);
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

/**
 * The files of an event, as far as they may leave the gateway.
 *
 * @returns `undefined` while one of them is still being looked through: it is too early to send them.
 */
export const parcelFiles = async (
  engine: Engine,
  database: Queryable,
  reportId: string,
  ids: readonly string[] = [],
): Promise<ParcelFile[] | undefined> => {
  if (ids.length === 0) return [];
  const rows = await database.query<FileRow>(
    'select id, name, media_type, state, store_key from upload where report_id = $1 and id = any($2::text[]) order by position, id',
    [reportId, ids],
  );
  if (rows.some(({ state }) => state === 'checking')) return undefined;
  return rows
    .filter(({ state, store_key }) => state === 'ready' && store_key !== null)
    .map((row) => ({
      id: row.id,
      name: row.name,
      mediaType: row.media_type ?? 'application/octet-stream',
      read: () => readFile(engine, row),
      link: () => signedLink(engine, row.id),
    }));
};
