import type { DeadlineKind } from '@lapor/schemas';
import type { Tallies, Tally } from './tally.ts';

/** How deadlines of one kind went. */
export interface DeadlineCounts {
  readonly met: Tally;
  readonly missed: Tally;
  readonly running: Tally;
  /** How often so many working days were needed, by their number. */
  readonly workingDays: ReadonlyMap<number, Tally>;
}

/** Everything that is counted of a slice of the reports, before anything is hidden. Never told as it is. */
export interface StatisticsCounts {
  /** By day of reception, `YYYY-MM-DD`. */
  readonly byDay: Tallies;
  readonly byStatus: Tallies;
  readonly byClassification: Tallies;
  /** Reports without a category stand under the empty key. */
  readonly byCategory: Tallies;
  readonly byInstitution: Tallies;
  /** By the code that a report has, of whatever level; without one under the empty key. */
  readonly byRegion: Tallies;
  /** By rating, `1` to `5`; without one under the empty key. */
  readonly byRating: Tallies;
  readonly deadlines: ReadonlyMap<DeadlineKind, DeadlineCounts>;
}

const withoutConfidential = (tallies: Tallies): Tallies =>
  new Map(
    [...tallies]
      .filter(([, tally]) => tally.public > 0)
      .map(([key, tally]) => [key, { public: tally.public, confidential: 0 }]),
  );

/** The counts as if there were no confidential reports: for a slice in which those would stand alone. */
export const publicCounts = (counts: StatisticsCounts): StatisticsCounts => {
  const alone = (tally: Tally): Tally => ({ public: tally.public, confidential: 0 });
  return {
    byDay: withoutConfidential(counts.byDay),
    byStatus: withoutConfidential(counts.byStatus),
    byClassification: withoutConfidential(counts.byClassification),
    byCategory: withoutConfidential(counts.byCategory),
    byInstitution: withoutConfidential(counts.byInstitution),
    byRegion: withoutConfidential(counts.byRegion),
    byRating: withoutConfidential(counts.byRating),
    deadlines: new Map(
      [...counts.deadlines].map(([kind, { met, missed, running, workingDays }]) => [
        kind,
        {
          met: alone(met),
          missed: alone(missed),
          running: alone(running),
          workingDays: new Map([...workingDays].map(([days, tally]) => [days, alone(tally)])),
        },
      ]),
    ),
  };
};
