import type { DeadlineKind } from '../deadline.ts';
import type { KnownStatusCode } from '../status.ts';
import type { LifecycleEvent } from './event.ts';
import { applyEvent } from './fold.ts';
import { isRunning } from './spans.ts';
import type { ReportState } from './state.ts';

/** A rule of "no wrong door" that a report's events break. */
export interface Violation {
  readonly rule: 'oneOwner' | 'unbrokenHops' | 'someoneOwes' | 'clockStandsStill' | 'orderedTime' | 'statedReason';
  readonly sequence: number;
  readonly detail: string;
}

const hopsAreUnbroken = ({ hops, sequence, ownerId }: ReportState): Violation[] => {
  const broken = hops.find((hop, index) => index > 0 && hop.from !== hops[index - 1]?.to);
  if (broken)
    return [
      { rule: 'unbrokenHops', sequence: broken.sequence, detail: 'a hop does not begin where the last one ended' },
    ];
  return hops[hops.length - 1]?.to === ownerId
    ? []
    : [{ rule: 'oneOwner', sequence, detail: 'the owner is not where the last hop ended' }];
};

/** In these the turn may be the reporter's; in all others it is an institution's. */
const mayWaitForReporter: ReadonlySet<KnownStatusCode> = new Set(['followedUp', 'unknown']);

/** While a report is open somebody's clock runs: an institution's, or the reporter's when there is an answer to respond to. */
const someoneOwes = ({ closed, status, spans, sequence }: ReportState): Violation[] => {
  if (closed) return [];
  const kinds: DeadlineKind[] = mayWaitForReporter.has(status)
    ? ['verification', 'followUp', 'reporterResponse']
    : ['verification', 'followUp'];
  return kinds.some((kind) => isRunning(spans, kind))
    ? []
    : [{ rule: 'someoneOwes', sequence, detail: `the report is \`${status}\` and no clock runs` }];
};

/** No clock of the earlier state begins at another moment in the later one, and none is missing. */
const clocksStandStill = (before: ReportState, { spans, sequence }: ReportState): Violation[] =>
  before.spans.every(({ kind, startedBy, startedAt }, index) => {
    const later = spans[index];
    return later?.kind === kind && later.startedBy === startedBy && later.startedAt === startedAt;
  })
    ? []
    : [{ rule: 'clockStandsStill', sequence, detail: 'a clock was reset or forgotten' }];

const timeIsOrdered = (before: ReportState, after: ReportState): Violation[] =>
  Date.parse(after.updatedAt) >= Date.parse(before.updatedAt)
    ? []
    : [{ rule: 'orderedTime', sequence: after.sequence, detail: 'an event lies before the one that it follows' }];

/** "Outside our authority", "postponed" and "archived" are never without words to read. */
const reasonIsStated = (event: LifecycleEvent): Violation[] => {
  const needsReason = event.type === 'returned' || event.type === 'postponed' || event.type === 'archived';
  return needsReason && event.by.kind === 'officer' && event.textId === undefined
    ? [{ rule: 'statedReason', sequence: event.sequence, detail: `\`${event.type}\` carries no reason` }]
    : [];
};

/** What one event breaks, given the states that it lies between. Kept apart so that the fold itself can be doubted. */
export const violationsBetween = (
  before: ReportState | undefined,
  event: LifecycleEvent,
  after: ReportState,
): Violation[] => [
  ...hopsAreUnbroken(after),
  ...someoneOwes(after),
  ...reasonIsStated(event),
  ...(before ? [...clocksStandStill(before, after), ...timeIsOrdered(before, after)] : []),
];

/**
 * Checks a report's whole history against the rules that make it "no wrong door".
 *
 * @returns what is broken, in the order of the events; empty for every history that this kit can write.
 * @throws LifecycleError when the events do not even form a history.
 */
export const violationsOf = (events: readonly LifecycleEvent[]): Violation[] => {
  const violations: Violation[] = [];
  let before: ReportState | undefined;
  for (const event of events) {
    const after = applyEvent(before, event);
    violations.push(...violationsBetween(before, event, after));
    before = after;
  }
  return violations;
};
