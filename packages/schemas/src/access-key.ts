import * as z from 'zod/mini';
import { DeskRole } from './desk-report.ts';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { openSet } from './fields/open-set.ts';
import { writtenLine } from './fields/written-text.ts';

/** A new key: a publishable one for a site, or a secret one for an institution and everything below it. */
export const NewAccessKey = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publishable'), siteId: Identifier, name: writtenLine(1, 100) }),
  z.strictObject({
    kind: z.literal('secret'),
    institutionId: Identifier,
    role: DeskRole,
    name: writtenLine(1, 100),
    expiresAt: z.optional(Instant),
  }),
]);
/** What {@link NewAccessKey} parses to. */
export type NewAccessKey = z.infer<typeof NewAccessKey>;

/** A key without its secret part. */
export const AccessKey = z.object({
  id: Identifier,
  /** `publishable` or `secret`. An open set. */
  kind: openSet(z.enum(['publishable', 'secret'])),
  name: z.string(),
  /** The first characters, enough to tell keys apart and too few to use. */
  prefix: z.string(),
  siteId: z.optional(Identifier),
  institutionId: z.optional(Identifier),
  role: z.optional(z.string()),
  createdAt: Instant,
  lastUsedAt: z.optional(Instant),
  expiresAt: z.optional(Instant),
  revokedAt: z.optional(Instant),
});
/** What {@link AccessKey} parses to. */
export type AccessKey = z.infer<typeof AccessKey>;

/** A key just made. `key` is shown this once. */
export const AccessKeyWithSecret = z.extend(AccessKey, { key: z.string() });
/** What {@link AccessKeyWithSecret} parses to. */
export type AccessKeyWithSecret = z.infer<typeof AccessKeyWithSecret>;
