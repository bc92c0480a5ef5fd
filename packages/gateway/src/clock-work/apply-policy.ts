import type { Instant } from '@lapor/schemas';
import canonicalize from 'canonicalize';
import type { Engine } from '../engine/engine.ts';

/** Reports that are marked in one statement. */
const atOnce = 5_000;

const markReports = `
with step as (select id from report where id > $2 order by id limit ${atOnce}), marked as (
  update report set clock_at = $1 from step where report.id = step.id and clock_at > $1
)
select max(id)::text as last from step`;

/**
 * When the gateway's policy is another than at the last time, has every report looked at anew: shorter retention counts
 * for what was closed before as well.
 */
export const applyPolicy = async ({ database, clockPolicy }: Engine, now: Instant): Promise<void> => {
  const policy = canonicalize(clockPolicy);
  const [known] = await database.query<{ value: string }>(
    `select value from gateway_setting where name = 'clockPolicy'`,
    [],
  );
  if (known?.value === policy) return;
  if (known !== undefined) {
    for (let last: string | null = '0'; last !== null;) {
      const [step]: { last: string | null }[] = await database.query<{ last: string | null }>(markReports, [now, last]);
      last = step?.last ?? null;
    }
  }
  // Written last: whoever is stopped in the middle begins again, and marking twice does no harm.
  await database.query(
    `insert into gateway_setting (name, value) values ('clockPolicy', to_jsonb($1::text)) on conflict (name) do update set value = excluded.value`,
    [policy],
  );
};
