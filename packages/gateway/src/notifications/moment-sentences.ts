import type { DeadlineKind, Language } from '@lapor/schemas';
import { type DeadlineOptions, deadlinesOf } from '@lapor/schemas/clock';
import { messagesFor } from '@lapor/schemas/messages';
import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Directory } from '../directory/directory.ts';
import type { Turn } from '../reports/read-turn.ts';
import type { Moment } from './moment-of.ts';

/** What is said of a moment besides the event itself. */
export interface MomentContext {
  readonly language: Language;
  readonly directory: Directory;
  /** What deadlines are counted with. */
  readonly clock: Omit<DeadlineOptions, 'now'>;
}

/** One moment in words. */
export interface TellingOfMoment {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The last day of a clock that runs since the event. */
const dueOn = ({ event, after }: Turn, kind: DeadlineKind, { clock }: MomentContext): string | undefined =>
  deadlinesOf(after.spans, { ...clock, now: event.at }).findLast(
    (deadline) => deadline.kind === kind && deadline.state === 'running',
  )?.dueOn;

/**
 * Tells a moment in words. Institutions of confidential reports are not named: who has such a report can say what it is
 * about, and a telephone shows the beginning of a message to whoever looks at it.
 */
export const tellMoment = (turn: Turn, moment: Moment, context: MomentContext): TellingOfMoment => {
  const { after } = turn;
  const event = turn.event as LifecycleEvent & Record<string, never>;
  const { moments } = messagesFor(context.language).news;
  const name = (id: string): string | undefined =>
    after.confidential ? undefined : context.directory.reference(id).name;
  const actor = turn.event.by.kind === 'officer' ? name(turn.event.by.institutionId) : undefined;
  const until = (kind: DeadlineKind, say: (facts: { readonly dueOn: string }) => string): string[] => {
    const day = dueOn(turn, kind, context);
    return day === undefined ? [] : [say({ dueOn: day })];
  };
  const sentences = (): string[] => {
    switch (moment) {
      case 'received':
        return [moments.received.told({ to: name(after.ownerId) }), ...until('verification', moments.received.until)];
      case 'disposed':
        return [moments.disposed.told({ to: name(after.ownerId) }), ...until('followUp', moments.disposed.until)];
      case 'returned':
        return [moments.returned.told({ from: name(event.from), to: name(after.ownerId) })];
      case 'postponed':
        return [moments.postponed.told({ until: event.until })];
      case 'followUpStarted':
      case 'completed':
        return [moments[moment].told({ by: actor })];
      case 'responded':
        return [moments.responded.told({ by: actor }), ...until('reporterResponse', moments.responded.until)];
      case 'closureAnnounced':
        return [moments.closureAnnounced.told({ closesOn: event.closesOn })];
      case 'delivered':
        return [moments.delivered.told({ upstreamId: event.upstreamId })];
      case 'statusChanged':
        return [moments.statusChanged.told({ status: messagesFor(context.language).statuses[after.status].label })];
      default:
        return [moments[moment].told];
    }
  };
  return { title: moments[moment].title, sentences: sentences() };
};
