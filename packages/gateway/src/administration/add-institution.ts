import type { Institution } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { fieldFault, refuseFaults } from '../refusal/field-fault.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { Errand } from '../directory/errand.ts';
import { regionOf } from '../directory/find-regions.ts';

/**
 * Adds an institution to the directory, below its parent if it has one. For the operator: the contract has no such call.
 * Whoever calls clears `engine.directory` once it is kept.
 *
 * @throws Refusal `validationFailed` when parent or region do not exist, `conflict` when the id is taken.
 */
export const addInstitution = async (
  engine: Engine,
  institution: Institution,
  { language }: Pick<Errand, 'language'>,
  database: Queryable = engine.database,
): Promise<Institution> => {
  const { id, parentId, regionCode } = institution;
  const parent = parentId === undefined ? undefined : (await engine.directory.get()).institutions.get(parentId);
  const unknown = (pointer: string) => fieldFault(language, { pointer, code: 'unknownReference', facts: {} });
  refuseFaults([
    ...(parentId !== undefined && parent === undefined ? [unknown('/parentId')] : []),
    ...(regionCode !== undefined && (await regionOf(regionCode)) === undefined ? [unknown('/regionCode')] : []),
  ]);
  const added = await database.query(
    `insert into institution (id, name, short_name, kind, parent_id, region_code, is_coordinator, responsibilities, path)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      id,
      institution.name,
      institution.shortName ?? null,
      institution.kind,
      parentId ?? null,
      regionCode ?? null,
      institution.isCoordinator,
      institution.responsibilities ?? [],
      [...(parent?.path ?? []), id],
    ],
  );
  if (added.length === 0) throw new Refusal('conflict');
  return institution;
};
