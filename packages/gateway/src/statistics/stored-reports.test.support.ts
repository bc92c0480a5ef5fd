import { Classification, type DeadlineKind, DeadlineKind as DeadlineKindSchema, statusCodes } from '@lapor/schemas';
import { calendarDateIn, countWorkingDays, deadlinesOf } from '@lapor/schemas/clock';
import type { ClockSpan } from '@lapor/schemas/lifecycle';
import fc from 'fast-check';
import type { Database } from '../database/database.ts';
import { clockOf } from '../sites/site-clock.ts';
import type { CountedDeadline, CountedReport } from './counted-reports.test.support.ts';

/** A report as the database keeps it, as far as statistics are concerned. */
export interface StoredReport {
  readonly receivedAt: string;
  readonly status: string;
  readonly classification: string;
  readonly category: string | null;
  readonly owner: string;
  readonly region: string;
  readonly confidential: boolean;
  readonly rating: number | undefined;
  readonly spans: readonly ClockSpan[];
}

const instant = (minutes: number): string =>
  `${new Date(Date.UTC(2024, 11, 1) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
const minutesInDay = 24 * 60;

const spanOf = (kind: DeadlineKind) =>
  fc
    .record({
      start: fc.nat(460 * minutesInDay),
      needed: fc.option(fc.nat(30 * minutesInDay), { nil: undefined }),
      how: fc.constantFrom('met' as const, 'met' as const, 'lifted' as const),
    })
    .map(({ start, needed, how }): ClockSpan => ({
      kind,
      startedBy: 0,
      startedAt: instant(start),
      ...(needed !== undefined && { ended: { at: instant(start + needed), how } }),
    }));

/** Of each kind one clock runs at most. */
const withoutSecondOpen = (spans: readonly ClockSpan[]): ClockSpan[] =>
  spans.filter(
    (span, index) =>
      span.ended !== undefined ||
      !spans.slice(0, index).some(({ kind, ended }) => kind === span.kind && ended === undefined),
  );

const storedReport = fc
  .record({
    received: fc.nat(464 * minutesInDay),
    status: fc.constantFrom(...statusCodes),
    classification: fc.constantFrom(...Classification.options),
    category: fc.constantFrom(null, 'infrastruktur', 'lampu-jalan'),
    owner: fc.constantFrom('sumbar', 'sumbar.bmckt', 'sumbar.sosial', 'padang', 'padang.pupr'),
    region: fc.constantFrom('13', '13.71', '13.71.11', '13.71.11.1009', '13.06', '35.29'),
    confidential: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    spans: fc.tuple(
      spanOf('verification'),
      spanOf('completion'),
      spanOf('legalLimit'),
      fc.array(fc.constantFrom('followUp' as const, 'reporterResponse' as const).chain(spanOf), { maxLength: 3 }),
    ),
  })
  .map(({ received, spans: [verification, completion, legalLimit, others], ...rest }): StoredReport => ({
    ...rest,
    receivedAt: instant(received),
    spans: withoutSecondOpen([verification, completion, legalLimit, ...others]),
  }));

/** So many invented reports, the same at every run. */
export const inventReports = (count: number): StoredReport[] => fc.sample(storedReport, { numRuns: count, seed: 1708 });

/** Keeps reports as if they had come by the ordinary way. */
export const storeReports = async (database: Database, reports: readonly StoredReport[]): Promise<void> => {
  for (const { receivedAt, status, classification, category, owner, region, confidential, rating, spans } of reports) {
    await database.query(
      `insert into report (site_id, token_hash, classification, title, content, category_id, region_code, channel, language, sequence, status, owner_id, coordinator_id,
         anonymous, confidential, received_at, updated_at, state)
       values ('sumbar', '\\x00', $1, 'Judul', 'Isi', $2, $3, 'website', 'id', 1, $4, $5, 'sumbar', false, $6, $7, $7, $8::jsonb)`,
      [
        classification,
        category,
        region,
        status,
        owner,
        confidential,
        receivedAt,
        JSON.stringify({ receivedAt, updatedAt: receivedAt, spans, rating }),
      ],
    );
  }
};

/** What statistics should see of a stored report, derived the plain way from its deadlines at a moment. */
export const countedReportOf = (report: StoredReport, now: string): CountedReport => {
  const clock = clockOf(undefined, report.region);
  const deadlines = deadlinesOf(report.spans, { ...clock, now }).flatMap((deadline, index): CountedDeadline[] => {
    const { ended } = report.spans[index]!;
    if (deadline.state === 'lifted') return [];
    const workingDays =
      ended?.how === 'met'
        ? countWorkingDays(deadline.startsOn, calendarDateIn(ended.at, clock.timeZone), clock)
        : undefined;
    return [
      {
        kind: DeadlineKindSchema.parse(deadline.kind),
        how: deadline.state,
        ...(workingDays !== undefined && { workingDays }),
      },
    ];
  });
  return {
    day: calendarDateIn(report.receivedAt, clock.timeZone),
    status: report.status,
    classification: report.classification,
    category: report.category ?? '',
    institution: report.owner,
    region: report.region,
    confidential: report.confidential,
    rating: report.rating,
    deadlines,
  };
};
