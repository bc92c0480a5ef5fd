import * as z from 'zod/mini';
import { Identifier } from './fields/identifier.ts';
import { openSet } from './fields/open-set.ts';
import { RegionCode } from './fields/region-code.ts';

/**
 * What kind of body an institution is.
 *
 * `national`: ministry or agency; `province`, `regency`: a regional government; `office`: one of its offices (OPD);
 * `enterprise`: a regionally owned company (BUMD).
 */
export const InstitutionKind = z.enum(['national', 'province', 'regency', 'office', 'enterprise']);
/** What {@link InstitutionKind} parses to. */
export type InstitutionKind = z.infer<typeof InstitutionKind>;

/** An institution by id and name, as it stands inside other things. */
export const InstitutionReference = z.object({ id: Identifier, name: z.string() });
/** What {@link InstitutionReference} parses to. */
export type InstitutionReference = z.infer<typeof InstitutionReference>;

/** A body of government to which reports can be disposed. */
export const Institution = z.object({
  id: Identifier,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** What people call it, for instance `Dinas PUPR`. */
  shortName: z.optional(z.string().check(z.maxLength(60))),
  /** An open set. */
  kind: openSet(InstitutionKind),
  /** The institution that it belongs to. A regency's government does not belong to the province's: both stand alone. */
  parentId: z.optional(Identifier),
  /** The region for which it has authority. */
  regionCode: z.optional(RegionCode),
  /** True for the one that owns, within its government, what nobody else owns. */
  isCoordinator: z.boolean(),
  /** A few words on what it is responsible for, for people and for the router. */
  responsibilities: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(50))),
});
/** What {@link Institution} parses to. */
export type Institution = z.infer<typeof Institution>;
