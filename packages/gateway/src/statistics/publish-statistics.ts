import { Classification, closedStatuses, type Language, type Statistics, statusCodes } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import type { Directory } from '../directory/directory.ts';
import { byChildren, regionLabels } from './region-rows.ts';
import { serviceCriteriaOf } from './service-criteria.ts';
import { publicCounts, type StatisticsCounts } from './statistics-counts.ts';
import type { StatisticsSlice } from './statistics-slice.ts';
import { isHiddenWell, type ShownRow, suppress } from './suppress.ts';
import { countOf, isTellable, rolledUp, sumOf, type Tallies } from './tally.ts';
import { timelinessOf } from './timeliness.ts';

/** How figures are to be told. */
export interface PublishOptions {
  readonly directory: Directory;
  readonly language: Language;
  /** How long one row of `byPeriod` is. */
  readonly period: 'year' | 'month';
  /** Figures below this are hidden. */
  readonly suppressedBelow: number;
  /** The moment that the figures show. */
  readonly asOf: string;
}

const ratingOf = (byRating: Tallies, least: number): Statistics['rating'] => {
  const given = [...byRating].filter(([rating]) => rating !== '');
  const all = sumOf(given.map(([, tally]) => tally));
  const count = countOf(all);
  if (count === 0 || !isTellable(all, least)) return { count: count === 0 ? 0 : null, mean: null };
  const stars = given.reduce((sum, [rating, tally]) => sum + Number(rating) * countOf(tally), 0);
  return { count, mean: Math.round((stars / count) * 10) / 10 };
};

/** How many are open and how many completed, where neither gives away a status that is hidden. */
const openAndCompleted = (
  byStatus: Tallies,
  rows: readonly ShownRow[],
  least: number,
): Pick<Statistics, 'open' | 'completed'> => {
  if (rows.length === 0 && byStatus.size > 0) return { open: null, completed: null };
  const shown = new Map(rows.map((row) => [row.key, row.count]));
  const groups = [...Map.groupBy(byStatus, ([status]) => closedStatuses.has(status)).values()];
  const isWell = groups.every((group) => {
    const hidden = group.filter(([status]) => typeof shown.get(status) !== 'number');
    return (
      hidden.length === 0 ||
      isHiddenWell(
        hidden.filter(([status]) => shown.has(status)).map(([, tally]) => tally),
        least,
      )
    );
  });
  const open = sumOf([...byStatus].filter(([status]) => !closedStatuses.has(status)).map(([, tally]) => tally));
  return {
    open: countOf(open) === 0 || (isWell && isTellable(open, least)) ? countOf(open) : null,
    completed: shown.has('completed') ? (shown.get('completed') ?? null) : 0,
  };
};

const inOrderOf =
  (order: readonly string[]) =>
  (one: ShownRow, other: ShownRow): number =>
    order.indexOf(one.key) - order.indexOf(other.key);

/** The largest first; hidden ones by name, so that their order tells nothing. */
const largestFirst = (one: Statistics['byCategory'][number], other: Statistics['byCategory'][number]): number =>
  (other.count ?? -1) - (one.count ?? -1) || one.label.localeCompare(other.label, 'id');

/**
 * Makes public figures of what was counted: hides what could point at a person, and gives everything its name.
 *
 * Confidential reports are counted where at least `suppressedBelow` public ones keep them company, and never shown
 * apart. In a slice with fewer they are left out of every figure, the total included, so that no narrow question finds
 * one. How many public reports a narrow slice has is told by its total, as it is by the public list.
 */
export const publishStatistics = async (
  counted: StatisticsCounts,
  slice: StatisticsSlice,
  options: PublishOptions,
): Promise<Statistics> => {
  const { directory, language, period, suppressedBelow: least, asOf } = options;
  const found = sumOf(counted.byStatus.values());
  const isCompanyEnough = found.confidential === 0 || found.public >= Math.max(1, least);
  const counts = isCompanyEnough ? counted : publicCounts(counted);
  const all = sumOf(counts.byStatus.values());
  const sentences = messagesFor(language);
  const named = (tallies: Tallies, labelOf: (key: string) => string) =>
    suppress(tallies, least).map(({ key, count }) => ({ key, label: labelOf(key), count }));
  const statusRows = suppress(counts.byStatus, least).toSorted(inOrderOf(statusCodes));
  const categoryLabel = (id: string) =>
    id === '' ? sentences.statisticsRows.noCategory.label : (directory.categories.get(id)?.name ?? id);
  const figures = {
    from: slice.from ?? null,
    until: slice.until ?? null,
    asOf,
    total: countOf(all),
    ...openAndCompleted(counts.byStatus, statusRows, least),
    suppressedBelow: least,
    byPeriod: named(
      rolledUp(counts.byDay, (day) => day.slice(0, period === 'year' ? 4 : 7)),
      (key) => key,
    ).sort((one, other) => (one.key < other.key ? -1 : 1)),
    byStatus: statusRows.map(({ key, count }) => ({
      key,
      label: sentences.statuses[key as (typeof statusCodes)[number]]?.label ?? key,
      count,
    })),
    byClassification: named(
      counts.byClassification,
      (key) => sentences.classifications[key as Classification]?.label ?? key,
    ).sort(inOrderOf(Classification.options)),
    byCategory: named(counts.byCategory, categoryLabel).sort(largestFirst),
    byInstitution: named(counts.byInstitution, (id) => directory.reference(id).name).sort(largestFirst),
    byRegion: named(byChildren(counts.byRegion, slice.region), await regionLabels(slice.region, language)).sort(
      largestFirst,
    ),
    timeliness: [...counts.deadlines].map(([kind, deadline]) => timelinessOf(kind, deadline, all, least)),
    rating: ratingOf(counts.byRating, least),
  };
  return { ...figures, criteria: serviceCriteriaOf(figures, language) };
};
