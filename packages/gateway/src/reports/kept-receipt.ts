import type { InstitutionReference, Receipt, ReportStatus } from '@lapor/schemas';
import type { CountedDeadline } from '@lapor/schemas/clock';

type FirstDeadline = readonly [
  kind: CountedDeadline['kind'],
  startsOn: string,
  dueOn: string,
  dueAt: string,
  amount: number,
  unit: CountedDeadline['limit']['unit'],
  timeZone: CountedDeadline['timeZone'],
  calendarVersion: string,
  provisional: boolean,
];

/**
 * What is kept of a receipt, so that a repeated attempt gets the same one: the token can be made again from the seed, and
 * the number is the report's own. Deadlines are kept as bare values: their names would be the largest part of a report,
 * and a row above 2 kB costs the database twice, because it begins to compress.
 */
export interface KeptReceipt {
  readonly seed: string;
  readonly receivedAt: string;
  readonly status: ReportStatus;
  readonly owner: InstitutionReference;
  readonly deadlines: readonly FirstDeadline[];
}

/** A deadline of a report that has just been received: every one was started by its first event, and runs. */
export const keptDeadline = (deadline: CountedDeadline): FirstDeadline => [
  deadline.kind,
  deadline.startsOn,
  deadline.dueOn,
  deadline.dueAt,
  deadline.limit.amount,
  deadline.limit.unit,
  deadline.timeZone,
  deadline.calendarVersion,
  deadline.provisional,
];

const deadlineOf = ([
  kind,
  startsOn,
  dueOn,
  dueAt,
  amount,
  unit,
  timeZone,
  calendarVersion,
  provisional,
]: FirstDeadline): CountedDeadline => ({
  kind,
  startedBy: 0,
  startsOn,
  dueOn,
  dueAt,
  limit: { amount, unit },
  timeZone,
  calendarVersion,
  provisional,
  state: 'running',
});

/** A receipt but for what names the report. */
export const receiptFrom = ({
  seed: _,
  deadlines,
  ...kept
}: KeptReceipt): Omit<Receipt, 'trackingId' | 'token' | 'followUrl'> => ({
  ...kept,
  deadlines: deadlines.map(deadlineOf),
});
