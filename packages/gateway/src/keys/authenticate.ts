import type { DeskRole } from '@lapor/schemas';
import { type Cached, cached } from '../cache/cached.ts';
import type { Database } from '../database/database.ts';
import { hashKey } from './hash-key.ts';

/** A key that may be used, as far as a call needs to know it. */
export interface KnownKey {
  readonly id: string;
  readonly kind: 'publishable' | 'secret';
  readonly siteId: string | null;
  readonly institutionId: string | null;
  readonly role: DeskRole | null;
  readonly expiresAt: Date | null;
}

interface KeyRow {
  id: string;
  kind: KnownKey['kind'];
  hash: Buffer;
  site_id: string | null;
  institution_id: string | null;
  role: DeskRole | null;
  expires_at: Date | null;
}

/** How long a key that another replica revoked may still work, in milliseconds. */
const maxAge = 5_000;

/** All keys that are not revoked, by their hash. Looking up a hash tells nothing about keys that nearly fit. */
export const createKeys = (database: Database): Cached<ReadonlyMap<string, KnownKey>> =>
  cached(async () => {
    const rows = await database.query<KeyRow>(
      'select id, kind, hash, site_id, institution_id, role, expires_at from access_key where revoked_at is null',
      [],
    );
    return new Map(
      rows.map((row) => [
        row.hash.toString('base64'),
        {
          id: row.id,
          kind: row.kind,
          siteId: row.site_id,
          institutionId: row.institution_id,
          role: row.role,
          expiresAt: row.expires_at,
        },
      ]),
    );
  }, maxAge);

/** The key that was presented, if it is known and not expired at `now`. */
export const findKey = (keys: ReadonlyMap<string, KnownKey>, presented: string, now: string): KnownKey | undefined => {
  const key = keys.get(hashKey(presented).toString('base64'));
  return key !== undefined && (key.expiresAt === null || key.expiresAt.getTime() > Date.parse(now)) ? key : undefined;
};
