import type { DeadlineKind } from '../deadline.ts';
import type { Instant } from '../fields/instant.ts';
import type { Supervision } from '../classification.ts';
import type { KnownStatusCode } from '../status.ts';
import type { ClockSpan } from '../clock-span.ts';

type How = 'met' | 'lifted';

const isOpen = (span: ClockSpan): boolean => span.ended === undefined;

/** Whether a clock of this kind is running. */
export const isRunning = (spans: readonly ClockSpan[], kind: DeadlineKind): boolean =>
  spans.some((span) => span.kind === kind && isOpen(span));

const start = (
  spans: readonly ClockSpan[],
  kind: DeadlineKind,
  startedBy: number,
  startedAt: Instant,
): readonly ClockSpan[] => (isRunning(spans, kind) ? spans : [...spans, { kind, startedBy, startedAt }]);

const end = (
  spans: readonly ClockSpan[],
  kinds: readonly DeadlineKind[],
  at: Instant,
  how: How,
): readonly ClockSpan[] =>
  spans.map((span) => (kinds.includes(span.kind) && isOpen(span) ? { ...span, ended: { at, how } } : span));

/** The clocks that begin with the report itself. */
export const spansOnReception = (sequence: number, at: Instant): readonly ClockSpan[] =>
  (['verification', 'completion', 'legalLimit'] as const).map((kind) => ({ kind, startedBy: sequence, startedAt: at }));

/**
 * Which service standard applies is judged once, before the report is first passed on.
 * Later corrections of the judgement move no deadline.
 */
export const judge = (
  spans: readonly ClockSpan[],
  supervision: Supervision | undefined,
  at: Instant,
): readonly ClockSpan[] =>
  supervision === undefined || !isRunning(spans, 'verification')
    ? spans
    : spans.map((span) =>
        span.kind === 'completion' && span.supervision === undefined ? { ...span, supervision, judgedAt: at } : span,
      );

/** Ends every clock, because nothing is owed any more. */
const liftAll = (spans: readonly ClockSpan[], at: Instant): readonly ClockSpan[] =>
  end(spans, ['verification', 'followUp', 'reporterResponse', 'completion', 'legalLimit'], at, 'lifted');

/**
 * What a change of status does to the clocks.
 *
 * - Being handled ends `verification` and starts the first `followUp`; there is no gap in which nobody owes anything.
 * - Passing a report on, or back, while an answer is owed starts nothing and ends nothing.
 * - An answer ends `followUp` and gives the reporter the time to respond anew.
 * - A reply or a dispute ends that time and makes the institution owe another answer. So does every way out of
 *   `followedUp` that does not close the report: nobody waits for a reporter who has nothing to respond to.
 * - A status that nobody here knows tells nothing about what is owed.
 */
export const spansOnStatus = (
  spans: readonly ClockSpan[],
  status: KnownStatusCode,
  sequence: number,
  at: Instant,
): readonly ClockSpan[] => {
  const seen = end(spans, ['verification'], at, 'met');
  switch (status) {
    case 'unknown':
      return spans;
    case 'archived':
      return liftAll(spans, at);
    case 'completed':
      return end(end(seen, ['followUp', 'completion', 'legalLimit'], at, 'met'), ['reporterResponse'], at, 'lifted');
    case 'followedUp':
      return start(
        end(end(seen, ['followUp'], at, 'met'), ['reporterResponse'], at, 'lifted'),
        'reporterResponse',
        sequence,
        at,
      );
    case 'reporterReplied':
      return start(end(seen, ['reporterResponse'], at, 'met'), 'followUp', sequence, at);
    case 'disposed':
    case 'inProgress':
      return start(end(seen, ['reporterResponse'], at, 'lifted'), 'followUp', sequence, at);
    case 'unverified':
    case 'verified':
    case 'postponed':
      return isRunning(spans, 'reporterResponse')
        ? start(end(spans, ['reporterResponse'], at, 'lifted'), 'followUp', sequence, at)
        : spans;
  }
};

/** The reporter answered by closing the report: that counts as having responded. */
export const respondedByReporter = (spans: readonly ClockSpan[], at: Instant): readonly ClockSpan[] =>
  end(spans, ['reporterResponse'], at, 'met');

/**
 * Opening a report again makes an answer owed anew, and lets the long clocks run on from where they once began,
 * as if they had never been ended.
 */
export const reopen = (spans: readonly ClockSpan[], sequence: number, at: Instant): readonly ClockSpan[] => {
  const running = spans.map((span) => {
    if (span.kind !== 'completion' && span.kind !== 'legalLimit') return span;
    const { ended: _, ...open } = span;
    return open;
  });
  return start(running, 'followUp', sequence, at);
};
