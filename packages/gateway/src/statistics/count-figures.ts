import { DeadlineKind, type Instant, type TimeZone } from '@lapor/schemas';
import type { Database, Queryable } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { createConditions } from '../reports/list-reports.ts';
import { withinRegion } from '../reports/within-region.ts';
import { decodeOutcome } from './deadline-outcome.ts';
import type { DeadlineCounts, StatisticsCounts } from './statistics-counts.ts';
import { type StatisticsSlice, wholeMonths } from './statistics-slice.ts';
import { noTally, plus, type Tally } from './tally.ts';

/** What is counted by, in the order of the bits that `grouping` sets; its columns are named alike. */
const dimensions = {
  byDay: 'received_on',
  byStatus: 'status',
  byClassification: 'classification',
  byCategory: 'category_id',
  byInstitution: 'owner_id',
  byRegion: 'region_code',
  byRating: 'rating',
} as const satisfies Partial<Record<keyof StatisticsCounts, string>>;

const columns = Object.values(dimensions);

const dueColumns: Readonly<Record<DeadlineKind, string>> = {
  verification: 'verification_due_at',
  followUp: 'follow_up_due_at',
  reporterResponse: 'reporter_response_due_at',
  completion: 'completion_due_at',
  legalLimit: 'legal_limit_due_at',
};

const tallies =
  'count(*) filter (where not confidential)::integer as public, count(*) filter (where confidential)::integer as confidential';

/** One pass over the figures for all breakdowns. */
const countGroups = (where: string): string => `
select grouping(${columns.join(', ')}) as mask, coalesce(${columns.map((column) => `${column}::text`).join(', ')}, '') as key, ${tallies}
from report_figure where ${where} group by grouping sets (${columns.map((column) => `(${column})`).join(', ')})`;

const countOutcomes = (where: string): string =>
  `select outcome, ${tallies} from report_figure cross join unnest(outcomes) as outcome where ${where} group by outcome`;

const countOpen = (where: string, now: string): string => `
select confidential, ${DeadlineKind.options
  .flatMap((kind) => [
    `count(*) filter (where ${dueColumns[kind]} > ${now})::integer as "${kind} running"`,
    `count(*) filter (where ${dueColumns[kind]} <= ${now})::integer as "${kind} missed"`,
  ])
  .join(', ')}
from report_figure where ${where} and coalesce(${Object.values(dueColumns).join(', ')}) is not null group by confidential`;

/** What restricts the count, as a condition with its values. */
const conditionsOf = (slice: StatisticsSlice, { directory, now, timeZone }: CountContext) => {
  const conditions = createConditions();
  const { region, institution, from, until } = slice;
  if (region !== undefined) conditions.add(withinRegion('region_code', region, '?'), region);
  if (institution !== undefined) {
    const within = [...directory.institutions.keys()].filter((id) => directory.isWithin(id, institution));
    conditions.add('owner_id = any(?::text[])', within);
  }
  if (from !== undefined) conditions.add('received_on >= ?::date', from);
  if (until !== undefined) conditions.add('received_on <= ?::date', until);
  const whole = wholeMonths(slice, now, timeZone);
  if (whole.from !== undefined) conditions.add('(not confidential or received_on >= ?::date)', whole.from);
  if (whole.until !== undefined) conditions.add('(not confidential or received_on <= ?::date)', whole.until);
  return conditions;
};

type DeadlineTallies = { -readonly [Part in 'met' | 'missed' | 'running']: Tally } & {
  readonly workingDays: Map<number, Tally>;
};

const countDeadlines = async (
  transaction: Queryable,
  where: string,
  values: readonly unknown[],
  now: Instant,
): Promise<ReadonlyMap<DeadlineKind, DeadlineCounts>> => {
  const deadlines = new Map(
    DeadlineKind.options.map((kind): [DeadlineKind, DeadlineTallies] => [
      kind,
      { met: noTally, missed: noTally, running: noTally, workingDays: new Map() },
    ]),
  );
  for (const { outcome, ...tally } of await transaction.query<Tally & { outcome: number }>(
    countOutcomes(where),
    values,
  )) {
    const { kind, isMissed, workingDays } = decodeOutcome(outcome);
    const counts = deadlines.get(kind);
    if (counts === undefined) continue;
    const part = isMissed ? 'missed' : 'met';
    counts[part] = plus(counts[part], tally);
    if (workingDays !== undefined)
      counts.workingDays.set(workingDays, plus(counts.workingDays.get(workingDays) ?? noTally, tally));
  }
  const open = await transaction.query<Record<string, number> & { confidential: boolean }>(
    countOpen(where, `$${values.length + 1}`),
    [...values, now],
  );
  for (const row of open) {
    const tallyOf = (count: number): Tally =>
      row.confidential ? { public: 0, confidential: count } : { public: count, confidential: 0 };
    for (const [kind, counts] of deadlines) {
      counts.running = plus(counts.running, tallyOf(row[`${kind} running`] ?? 0));
      counts.missed = plus(counts.missed, tallyOf(row[`${kind} missed`] ?? 0));
    }
  }
  return deadlines;
};

/** What a count needs besides the slice. */
export interface CountContext {
  readonly directory: Directory;
  readonly now: Instant;
  /** The zone whose calendar tells which months are over. */
  readonly timeZone: TimeZone;
}

/** Counts a slice of the figures, all of it at one moment of the database. Three passes over narrow rows, whatever is asked. */
export const countFigures = (
  database: Database,
  slice: StatisticsSlice,
  context: CountContext,
): Promise<StatisticsCounts> =>
  database.transaction(async (transaction) => {
    await transaction.query('set transaction isolation level repeatable read, read only');
    const { texts, values } = conditionsOf(slice, context);
    const where = texts.join(' and ') || 'true';
    const groups = await transaction.query<Tally & { mask: number; key: string }>(countGroups(where), values);
    const found = Object.fromEntries(
      Object.keys(dimensions).map((name, index) => {
        // Every bit but the one of this column is set: only by this one was grouped.
        const mask = (1 << columns.length) - 1 - (1 << (columns.length - 1 - index));
        return [
          name,
          new Map(
            groups
              .filter((row) => row.mask === mask)
              .map((row) => [row.key, { public: row.public, confidential: row.confidential }]),
          ),
        ];
      }),
    ) as Record<keyof typeof dimensions, Map<string, Tally>>;
    return { ...found, deadlines: await countDeadlines(transaction, where, values, context.now) };
  });
