import { randomBytes } from 'node:crypto';
import type { NewSite, SiteChange, SiteSettings } from '@lapor/schemas';
import { type Errand, reaches, requireAdmin } from '../directory/errand.ts';
import type { Queryable } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import { recountDeadlines } from '../events/recount-deadlines.ts';
import { fieldFault, refuseFaults } from '../refusal/field-fault.ts';
import { Refusal } from '../refusal/refusal.ts';
import { changedSettings } from '../sites/changed-settings.ts';
import { type SiteRow, toSiteRecord } from '../sites/load-sites.ts';
import { siteFaults } from './site-faults.ts';
import { publishedSite } from '../sites/published-site.ts';
import type { StoredSiteSettings } from '../sites/site-record.ts';

const columns = 'id, institution_id, region_code, origins, settings, created_at';

const settingsOf = (engine: Engine, directory: Directory, row: SiteRow): SiteSettings => {
  const site = toSiteRecord(row);
  return { ...publishedSite(site, directory, engine), origins: [...site.origins], createdAt: site.createdAt };
};

/** Sites of the authority's institution and those below it, by id. */
export const listSites = async (engine: Engine, { authority }: Pick<Errand, 'authority'>): Promise<SiteSettings[]> => {
  const directory = await engine.directory.get();
  const rows = await engine.database.query<SiteRow>(`select ${columns} from site order by id`, []);
  return rows
    .filter((row) => reaches(authority, row.institution_id, directory))
    .map((row) => settingsOf(engine, directory, row));
};

/** The row of a site, if it lies within reach. @throws Refusal `notFound` otherwise: of others' sites nothing is told. */
const findSite = async (
  engine: Engine,
  id: string,
  { authority }: Errand,
  database: Queryable,
  lock = '',
): Promise<SiteRow> => {
  const [row] = await database.query<SiteRow>(`select ${columns} from site where id = $1 ${lock}`, [id]);
  if (row === undefined || !reaches(authority, row.institution_id, await engine.directory.get()))
    throw new Refusal('notFound');
  return row;
};

/**
 * One site with its origins.
 *
 * @throws Refusal `notFound` when there is none of that id within reach.
 */
export const readSite = async (engine: Engine, id: string, errand: Errand): Promise<SiteSettings> =>
  settingsOf(engine, await engine.directory.get(), await findSite(engine, id, errand, engine.database));

/**
 * Registers a site. Whoever calls clears `engine.sites` once it is kept.
 *
 * @throws Refusal `actionNotAllowed` for a liaison officer, `scopeInsufficient` for an institution out of reach,
 * `validationFailed`, or `conflict` when the id is taken.
 */
export const createSite = async (
  engine: Engine,
  { id, institutionId, regionCode, origins, ...given }: NewSite,
  errand: Errand,
  database: Queryable = engine.database,
): Promise<SiteSettings> => {
  requireAdmin(errand);
  const directory = await engine.directory.get();
  const isKnown = directory.institutions.has(institutionId);
  if (isKnown && !reaches(errand.authority, institutionId, directory)) throw new Refusal('scopeInsufficient');
  const settings = given as StoredSiteSettings;
  refuseFaults([
    ...(isKnown
      ? []
      : [fieldFault(errand.language, { pointer: '/institutionId', code: 'unknownReference', facts: {} })]),
    ...(await siteFaults({ regionCode, origins, settings }, undefined, errand.language)),
  ]);
  const [row] = await database.query<SiteRow>(
    `insert into site (id, institution_id, region_code, origins, settings, created_at) values ($1, $2, $3, $4, $5::jsonb, $6) on conflict do nothing returning ${columns}`,
    [
      id ?? `site_${randomBytes(6).toString('hex')}`,
      institutionId,
      regionCode,
      origins,
      JSON.stringify(settings),
      errand.now,
    ],
  );
  if (row === undefined) throw new Refusal('conflict');
  return settingsOf(engine, directory, row);
};

/** Changes the row. The transaction keeps others from changing it meanwhile. */
const changeRow = async (
  engine: Engine,
  id: string,
  change: SiteChange,
  errand: Errand,
  transaction: Queryable,
): Promise<SiteRow> => {
  const before = await findSite(engine, id, errand, transaction, 'for update');
  requireAdmin(errand);
  const settings = changedSettings(before.settings, change);
  const draft = {
    regionCode: change.regionCode ?? before.region_code,
    origins: change.origins ?? before.origins,
    settings,
  };
  refuseFaults(await siteFaults(draft, before.settings, errand.language));
  await transaction.query('update site set region_code = $2, origins = $3, settings = $4::jsonb where id = $1', [
    id,
    draft.regionCode,
    draft.origins,
    JSON.stringify(settings),
  ]);
  return { ...before, region_code: draft.regionCode, origins: draft.origins, settings };
};

/**
 * Changes a site, at once for this gateway and within seconds for its replicas. Where its working days change, the
 * deadlines of its open reports are counted anew.
 *
 * @throws Refusal `notFound`, `actionNotAllowed` for a liaison officer, or `validationFailed`.
 */
export const changeSite = async (
  engine: Engine,
  id: string,
  change: SiteChange,
  errand: Errand,
): Promise<SiteSettings> => {
  const after = await engine.database.transaction((transaction) => changeRow(engine, id, change, errand, transaction));
  engine.sites.clear();
  if (change.workWeek !== undefined || change.localHolidays !== undefined) await recountDeadlines(engine, id);
  return settingsOf(engine, await engine.directory.get(), after);
};
