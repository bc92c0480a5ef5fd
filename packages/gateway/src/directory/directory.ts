import type { Category, Institution, InstitutionReference } from '@lapor/schemas';
import { type Cached, cached } from '../cache/cached.ts';
import { madeFromRows } from '../cache/made-from-rows.ts';
import type { Database } from '../database/database.ts';

/** An institution with everything above it. */
export interface DirectoryInstitution extends Institution {
  /** Its own id and those of all institutions above it, from the top. */
  readonly path: readonly string[];
}

/** The institutions and categories, as one consistent picture held in memory: some thousands of rows that every call needs. */
export interface Directory {
  readonly institutions: ReadonlyMap<string, DirectoryInstitution>;
  readonly categories: ReadonlyMap<string, Category>;
  /** Whether the first institution is the second, or lies below it. */
  isWithin(institutionId: string, ancestorId: string): boolean;
  /** Id and name; for an institution that is gone, its id stands for its name. */
  reference(institutionId: string): InstitutionReference;
  /** Who owns, within the same government, what nobody else owns: the nearest coordinator upwards, or the institution itself. */
  coordinatorOf(institutionId: string): string;
  /** The national admin's institution, where there is one. */
  readonly nationalId: string | undefined;
}

interface InstitutionRow {
  id: string;
  name: string;
  short_name: string | null;
  kind: Institution['kind'];
  parent_id: string | null;
  region_code: string | null;
  is_coordinator: boolean;
  responsibilities: string[];
  path: string[];
}

const toInstitution = (row: InstitutionRow): DirectoryInstitution => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  isCoordinator: row.is_coordinator,
  path: row.path,
  ...(row.short_name !== null && { shortName: row.short_name }),
  ...(row.parent_id !== null && { parentId: row.parent_id }),
  ...(row.region_code !== null && { regionCode: row.region_code }),
  ...(row.responsibilities.length > 0 && { responsibilities: row.responsibilities }),
});

interface CategoryRow {
  id: string;
  name: string;
  parent_id: string | null;
  institution_id: string | null;
  selectable: boolean;
  questions: Category['questions'];
}

const toCategory = (row: CategoryRow): Category => ({
  id: row.id,
  name: row.name,
  selectable: row.selectable,
  questions: row.questions,
  ...(row.parent_id !== null && { parentId: row.parent_id }),
  ...(row.institution_id !== null && { institutionId: row.institution_id }),
});

interface DirectoryRows {
  readonly institutionRows: readonly InstitutionRow[];
  readonly categoryRows: readonly CategoryRow[];
}

const load = async (database: Database): Promise<DirectoryRows> => {
  const institutionRows = await database.query<InstitutionRow>(
    'select id, name, short_name, kind, parent_id, region_code, is_coordinator, responsibilities, path from institution order by name, id',
    [],
  );
  const categoryRows = await database.query<CategoryRow>(
    'select id, name, parent_id, institution_id, selectable, questions from category order by position, id',
    [],
  );
  return { institutionRows, categoryRows };
};

const toDirectory = ({ institutionRows, categoryRows }: DirectoryRows): Directory => {
  const institutions = new Map(institutionRows.map((row) => [row.id, toInstitution(row)]));
  const coordinators = institutionRows.filter((row) => row.is_coordinator);
  return {
    institutions,
    categories: new Map(categoryRows.map((row) => [row.id, toCategory(row)])),
    isWithin: (institutionId, ancestorId) => institutions.get(institutionId)?.path.includes(ancestorId) ?? false,
    reference: (id) => ({ id, name: institutions.get(id)?.name ?? id }),
    coordinatorOf: (id) => institutions.get(id)?.path.findLast((above) => institutions.get(above)?.isCoordinator) ?? id,
    nationalId: coordinators.find((row) => row.kind === 'national' && row.parent_id === null)?.id,
  };
};

/** How long another replica's change to the directory may go unseen, in milliseconds. */
const maxAge = 5_000;

/** The directory, loaded from the database and kept for a few seconds. */
export const createDirectory = (database: Database): Cached<Directory> => {
  const make = madeFromRows(toDirectory);
  return cached(async () => make(await load(database)), maxAge);
};
