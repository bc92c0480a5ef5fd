import { Classification, DeadlineKind, statusCodes } from '@lapor/schemas';
import fc from 'fast-check';
import type { DeadlineCounts, StatisticsCounts } from './statistics-counts.ts';
import { noTally, plus, type Tally } from './tally.ts';

/** How one deadline of an invented report stands. */
export interface CountedDeadline {
  readonly kind: DeadlineKind;
  readonly how: 'met' | 'missed' | 'running';
  /** Absent where the promise was never kept. */
  readonly workingDays?: number;
}

/** An invented report as statistics see it. */
export interface CountedReport {
  readonly day: string;
  readonly status: string;
  readonly classification: string;
  readonly category: string;
  readonly institution: string;
  readonly region: string;
  readonly confidential: boolean;
  readonly rating: number | undefined;
  readonly deadlines: readonly CountedDeadline[];
}

const dimensionTallies = (
  reports: readonly CountedReport[],
  keyOf: (report: CountedReport) => string,
): Map<string, Tally> => {
  const tallies = new Map<string, Tally>();
  for (const report of reports)
    tallies.set(keyOf(report), plus(tallies.get(keyOf(report)) ?? noTally, tallyOf(report)));
  return tallies;
};

const tallyOf = ({ confidential }: CountedReport): Tally =>
  confidential ? { public: 0, confidential: 1 } : { public: 1, confidential: 0 };

const deadlineCounts = (reports: readonly CountedReport[], kind: DeadlineKind): DeadlineCounts => {
  const counts = { met: noTally, missed: noTally, running: noTally, workingDays: new Map<number, Tally>() };
  for (const report of reports) {
    for (const { how, workingDays } of report.deadlines.filter((deadline) => deadline.kind === kind)) {
      counts[how] = plus(counts[how], tallyOf(report));
      if (workingDays !== undefined)
        counts.workingDays.set(workingDays, plus(counts.workingDays.get(workingDays) ?? noTally, tallyOf(report)));
    }
  }
  return counts;
};

/** Counts reports one by one, the plain way. */
export const countOneByOne = (reports: readonly CountedReport[]): StatisticsCounts => ({
  byDay: dimensionTallies(reports, ({ day }) => day),
  byStatus: dimensionTallies(reports, ({ status }) => status),
  byClassification: dimensionTallies(reports, ({ classification }) => classification),
  byCategory: dimensionTallies(reports, ({ category }) => category),
  byInstitution: dimensionTallies(reports, ({ institution }) => institution),
  byRegion: dimensionTallies(reports, ({ region }) => region),
  byRating: dimensionTallies(reports, ({ rating }) => (rating === undefined ? '' : String(rating))),
  deadlines: new Map(DeadlineKind.options.map((kind) => [kind, deadlineCounts(reports, kind)])),
});

/** Deadlines as a report has them: three of them once, unless they were lifted; the others any number of times. */
const deadlines = fc
  .tuple(
    fc.record({ verification: outcome(), completion: outcome(), legalLimit: outcome() }),
    fc.array(fc.record({ kind: fc.constantFrom('followUp' as const, 'reporterResponse' as const), how: outcome() }), {
      maxLength: 2,
    }),
    fc.nat(20),
  )
  .map(([once, often, workingDays]): CountedDeadline[] => {
    const all = [...Object.entries(once).map(([kind, how]) => ({ kind: kind as DeadlineKind, how })), ...often];
    return all.flatMap(({ kind, how }) =>
      how === 'lifted' ? [] : [{ kind, how, ...(how === 'met' && { workingDays }) }],
    );
  });

function outcome() {
  return fc.constantFrom('met' as const, 'met' as const, 'missed' as const, 'running' as const, 'lifted' as const);
}

/** Any reports: few or many, of few kinds, so that small figures are common. */
export const countedReports = fc.array(
  fc.record({
    day: fc.constantFrom('2024-01-31', '2025-02-01', '2025-02-28', '2025-03-01', '2026-03-05'),
    status: fc.constantFrom(...statusCodes),
    classification: fc.constantFrom(...Classification.options),
    category: fc.constantFrom('', 'infrastruktur', 'lampu-jalan'),
    institution: fc.constantFrom('sumbar', 'sumbar.bmckt', 'sumbar.sosial', 'padang', 'padang.pupr'),
    region: fc.constantFrom('13', '13.71', '13.71.11', '13.71.11.1009', '13.06', '35.29'),
    confidential: fc.boolean(),
    rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    deadlines,
  }),
  { maxLength: 60, size: 'max' },
);
