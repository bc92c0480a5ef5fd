import { randomBytes } from 'node:crypto';
import type { AccessKey, AccessKeyWithSecret, DeskRole, NewAccessKey } from '@lapor/schemas';
import { type Errand, isWithinRank, reaches, refuseRole, requireAdmin } from '../directory/errand.ts';
import type { Queryable } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { Refusal } from '../refusal/refusal.ts';
import { hashKey, newKey, shownPrefix } from '../keys/hash-key.ts';
import { checkNewKey } from './check-new-key.ts';

interface KeyRow {
  id: string;
  kind: AccessKey['kind'];
  name: string;
  prefix: string;
  site_id: string | null;
  institution_id: string | null;
  role: DeskRole | null;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  /** Whose key it is in the end: the institution's, or that of the site. */
  holder_id: string;
}

const selectKeys = `
select access_key.*, coalesce(access_key.institution_id, site.institution_id) as holder_id from access_key left join site on site.id = access_key.site_id`;

const accessKeyOf = (row: KeyRow): AccessKey => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  prefix: row.prefix,
  ...(row.site_id !== null && { siteId: row.site_id }),
  ...(row.institution_id !== null && { institutionId: row.institution_id }),
  ...(row.role !== null && { role: row.role }),
  createdAt: instantOf(row.created_at),
  ...(row.last_used_at !== null && { lastUsedAt: instantOf(row.last_used_at) }),
  ...(row.expires_at !== null && { expiresAt: instantOf(row.expires_at) }),
  ...(row.revoked_at !== null && { revokedAt: instantOf(row.revoked_at) }),
});

const isWithinReach = (row: KeyRow, { authority }: Errand, directory: Directory): boolean =>
  reaches(authority, row.holder_id, directory);

/**
 * Keys of the authority's institution, those below it, and their sites, revoked ones included; the oldest first.
 *
 * @throws Refusal `scopeInsufficient` for a liaison officer.
 */
export const listKeys = async (engine: Engine, errand: Errand): Promise<AccessKey[]> => {
  if (errand.authority.role === 'liaisonOfficer') throw new Refusal('scopeInsufficient');
  const directory = await engine.directory.get();
  const rows = await engine.database.query<KeyRow>(`${selectKeys} order by access_key.created_at, access_key.id`, []);
  return rows.filter((row) => isWithinReach(row, errand, directory)).map(accessKeyOf);
};

/**
 * Makes a key. Only its hash is kept; whoever calls shows the key itself, this once, and clears `engine.keys`.
 *
 * @param key the key's own text, for callers that can make it again when they are asked twice.
 * @throws Refusal `actionNotAllowed` for a liaison officer or a role above one's own, `scopeInsufficient` for an
 * institution out of reach, `validationFailed`, or `conflict` when that very key was made before.
 */
export const createKey = async (
  engine: Engine,
  asked: NewAccessKey,
  errand: Errand,
  {
    key = newKey(asked.kind),
    database = engine.database,
  }: { readonly key?: string; readonly database?: Queryable } = {},
): Promise<AccessKeyWithSecret> => {
  requireAdmin(errand);
  await checkNewKey(engine, asked, errand);
  const secret = asked.kind === 'secret' ? asked : undefined;
  const [row] = await database.query<KeyRow>(
    `insert into access_key (id, kind, hash, prefix, name, site_id, institution_id, role, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning *`,
    [
      `key_${randomBytes(6).toString('hex')}`,
      asked.kind,
      hashKey(key),
      shownPrefix(key),
      asked.name,
      asked.kind === 'publishable' ? asked.siteId : null,
      secret?.institutionId ?? null,
      secret?.role ?? null,
      errand.now,
      secret?.expiresAt ?? null,
    ],
  );
  if (row === undefined) throw new Refusal('conflict');
  return { ...accessKeyOf(row), key };
};

/**
 * Revokes a key for good. Doing it again changes nothing. Whoever calls clears `engine.keys`.
 *
 * @throws Refusal `notFound` when there is none of that id within reach, `actionNotAllowed` for a liaison officer or a
 * key with more rights than one's own.
 */
export const revokeKey = async (engine: Engine, id: string, errand: Errand): Promise<void> => {
  const [row] = await engine.database.query<KeyRow>(`${selectKeys} where access_key.id = $1`, [id]);
  if (row === undefined || !isWithinReach(row, errand, await engine.directory.get())) throw new Refusal('notFound');
  requireAdmin(errand);
  if (row.role !== null && !isWithinRank(row.role, errand.authority)) throw refuseRole(errand.language);
  await engine.database.query('update access_key set revoked_at = $2 where id = $1 and revoked_at is null', [
    id,
    errand.now,
  ]);
};
