import type { CalendarDate, DeadlineKind } from '@lapor/schemas';
import { calendarDateIn, countWorkingDays, type DeadlineOptions, deadlineOf } from '@lapor/schemas/clock';
import type { ClockSpan, ReportState } from '@lapor/schemas/lifecycle';
import { encodeOutcome } from './deadline-outcome.ts';

/** What of a report's state public figures are counted from, besides what its columns tell. */
export interface ReportFigure {
  /** The day of reception in the zone of the report's region. */
  readonly receivedOn: CalendarDate;
  readonly rating: number | null;
  /** Promises that were kept or missed, as {@link encodeOutcome} writes them. */
  readonly outcomes: readonly number[];
  /** Promises that are open: until when each is in time. */
  readonly dueAt: Readonly<Partial<Record<DeadlineKind, string>>>;
}

const remembered = <Value>(known: Map<string, Value>, key: string, find: () => Value): Value => {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
};

/**
 * Makes the function that derives figures from the states of many reports under one clock. A promise that was lifted in
 * time was neither kept nor missed and leaves nothing.
 *
 * Reports share their days, and a deadline depends on its days alone, so that each is counted once. The function is for one
 * portion of reports, and forgotten with it.
 */
export const createFigureReader = (clock: Omit<DeadlineOptions, 'now'>) => {
  const dues = new Map<string, string>();
  const days = new Map<string, number>();
  const dates = new Map<string, string>();
  // No zone of Indonesia is a part of an hour away from UTC, so that all moments of an hour have their date in common.
  const dateOf = (instant: string) =>
    remembered(dates, instant.slice(0, 13), () => calendarDateIn(instant, clock.timeZone));
  const dueAtOf = (span: ClockSpan, startsOn: string) =>
    remembered(
      dues,
      `${span.kind} ${span.supervision} ${span.judgedAt && dateOf(span.judgedAt)} ${startsOn}`,
      () => deadlineOf(span, { ...clock, now: span.startedAt }).dueAt,
    );
  const workingDays = (startsOn: string, endsOn: string) =>
    remembered(days, `${startsOn} ${endsOn}`, () => countWorkingDays(startsOn, endsOn, clock));

  return ({ receivedAt, spans, rating }: Pick<ReportState, 'receivedAt' | 'spans' | 'rating'>): ReportFigure => {
    const outcomes: number[] = [];
    const dueAt: Partial<Record<DeadlineKind, string>> = {};
    for (const span of spans) {
      const startsOn = dateOf(span.startedAt);
      const due = dueAtOf(span, startsOn);
      if (span.ended === undefined) {
        dueAt[span.kind] = due;
        continue;
      }
      const isMissed = Date.parse(span.ended.at) >= Date.parse(due);
      const wasKept = span.ended.how === 'met';
      if (wasKept)
        outcomes.push(
          encodeOutcome({ kind: span.kind, isMissed, workingDays: workingDays(startsOn, dateOf(span.ended.at)) }),
        );
      else if (isMissed) outcomes.push(encodeOutcome({ kind: span.kind, isMissed }));
    }
    return { receivedOn: dateOf(receivedAt), rating: rating ?? null, outcomes, dueAt };
  };
};
