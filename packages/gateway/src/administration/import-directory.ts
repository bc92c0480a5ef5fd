import type { Errand } from '../directory/errand.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { refuseFaults } from '../refusal/field-fault.ts';
import type { DirectoryFile } from '../directory/directory-file.ts';
import { directoryFileFaults } from '../directory/directory-file-faults.ts';
import { parentsFirst } from '../directory/parents-first.ts';

/** How many rows came, and how many were there already and are different now. */
export interface ImportCount {
  readonly added: number;
  readonly changed: number;
}

/** `xmax` of a row that was inserted and not updated is 0. What is the same already is not touched. */
const upsertInstitutions = `
insert into institution as known (id, name, short_name, kind, parent_id, region_code, is_coordinator, responsibilities, path)
select id, name, "shortName", kind, "parentId", "regionCode", "isCoordinator", coalesce(responsibilities, '{}'), path
from jsonb_to_recordset($1::jsonb) as row (
  id text, name text, "shortName" text, kind text, "parentId" text, "regionCode" text, "isCoordinator" boolean, responsibilities text[], path text[])
on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, region_code = excluded.region_code,
  is_coordinator = excluded.is_coordinator, responsibilities = excluded.responsibilities
where (known.name, known.short_name, known.kind, known.region_code, known.is_coordinator, known.responsibilities)
  is distinct from (excluded.name, excluded.short_name, excluded.kind, excluded.region_code, excluded.is_coordinator, excluded.responsibilities)
returning xmax::text = '0' as added`;

const upsertCategories = `
insert into category as known (id, name, parent_id, institution_id, selectable, questions, position)
select id, name, "parentId", "institutionId", selectable, questions, position
from jsonb_to_recordset($1::jsonb) as row (id text, name text, "parentId" text, "institutionId" text, selectable boolean, questions jsonb, position integer)
on conflict (id) do update set name = excluded.name, parent_id = excluded.parent_id, institution_id = excluded.institution_id,
  selectable = excluded.selectable, questions = excluded.questions, position = excluded.position
where (known.name, known.parent_id, known.institution_id, known.selectable, known.questions, known.position)
  is distinct from (excluded.name, excluded.parent_id, excluded.institution_id, excluded.selectable, excluded.questions, excluded.position)
returning xmax::text = '0' as added`;

const upsert = async (transaction: Queryable, statement: string, rows: readonly object[]): Promise<ImportCount> => {
  const touched = await transaction.query<{ added: boolean }>(statement, [JSON.stringify(rows)]);
  const added = touched.filter((row) => row.added).length;
  return { added, changed: touched.length - added };
};

/**
 * Takes over a directory: adds what is new and changes what is there, all of it or nothing. An institution's parent
 * stays what it is, because it was decided by it who may know of which report.
 *
 * @throws Refusal `validationFailed` with everything that does not fit together.
 */
export const importDirectory = async (
  engine: Engine,
  file: DirectoryFile,
  { language }: Pick<Errand, 'language'>,
): Promise<{ institutions: ImportCount; categories: ImportCount }> => {
  const { institutions: known, categories: knownCategories } = await engine.directory.get();
  refuseFaults(await directoryFileFaults(file, { institutions: known, categories: knownCategories }, language));
  const paths = new Map([...known.values()].map(({ id, path }) => [id, path]));
  const institutions = parentsFirst(file.institutions).map((institution) => {
    const path = [
      ...(institution.parentId === undefined ? [] : (paths.get(institution.parentId) ?? [])),
      institution.id,
    ];
    paths.set(institution.id, path);
    return { ...institution, path };
  });
  const positions = new Map(file.categories.map(({ id }, position) => [id, position]));
  const categories = parentsFirst(file.categories).map((category) => ({
    ...category,
    position: positions.get(category.id),
  }));
  const done = await engine.database.transaction(async (transaction) => ({
    institutions: await upsert(transaction, upsertInstitutions, institutions),
    categories: await upsert(transaction, upsertCategories, categories),
  }));
  engine.directory.clear();
  return done;
};
