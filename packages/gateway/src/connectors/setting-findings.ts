import type { Database } from '../database/database.ts';
import { instantOf } from '../time/gateway-clock.ts';
import type { SettingFinding } from './connector.ts';

/** A setting that another system does not know, and since when that is known. */
export interface KeptFinding extends SettingFinding {
  readonly connector: string;
  readonly since: string;
}

const keep = `
insert into forwarding_setting (connector, setting, problem)
select $1, setting, problem from unnest($2::text[], $3::text[]) as found(setting, problem)
on conflict (connector, setting) do update set problem = excluded.problem
returning setting, xmax = 0 as is_new`;

/**
 * Keeps what was found of a connector's settings, in place of what was found before.
 *
 * @returns those that were not known yet.
 */
export const keepFindings = async (
  database: Database,
  connector: string,
  findings: readonly SettingFinding[],
): Promise<SettingFinding[]> =>
  database.transaction(async (transaction) => {
    const settings = findings.map(({ setting }) => setting);
    await transaction.query('delete from forwarding_setting where connector = $1 and setting <> all($2::text[])', [
      connector,
      settings,
    ]);
    const problems = findings.map(({ problem }) => problem);
    const rows = await transaction.query<{ setting: string; is_new: boolean }>(keep, [connector, settings, problems]);
    const fresh = new Set(rows.filter((row) => row.is_new).map(({ setting }) => setting));
    return findings.filter(({ setting }) => fresh.has(setting));
  });

/** Every setting that was found wrong and has not been mended since. */
export const listFindings = async (database: Pick<Database, 'query'>): Promise<KeptFinding[]> =>
  (
    await database.query<{ connector: string; setting: string; problem: string; found_at: Date }>(
      'select connector, setting, problem, found_at from forwarding_setting order by connector, setting',
      [],
    )
  ).map(({ connector, setting, problem, found_at: at }) => ({ connector, setting, problem, since: instantOf(at) }));
