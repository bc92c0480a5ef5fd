import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Messages } from '@lapor/schemas/messages';
import type { Turn } from '../reports/read-turn.ts';

/** A moment of a report's life of which its reporter is told. */
export type Moment = keyof Messages['news']['moments'];

/**
 * Events that are news as they are. Of the others, some are the reporter's own doing, some are for officers alone, and the
 * rest changes nothing for the reporter.
 */
const plainNews: Readonly<Partial<Record<LifecycleEvent['type'], Moment>>> = {
  received: 'received',
  verified: 'verified',
  disposed: 'disposed',
  returned: 'returned',
  postponed: 'postponed',
  archived: 'archived',
  followUpStarted: 'followUpStarted',
  responded: 'responded',
  completed: 'completed',
  closureAnnounced: 'closureAnnounced',
  closedAutomatically: 'closedAutomatically',
  merged: 'merged',
  unmerged: 'unmerged',
  ombudsmanOffered: 'ombudsmanOffered',
  delivered: 'delivered',
};

/** Which moment an event is for the reporter, if it is one. */
export const momentOf = ({ event, before, after }: Pick<Turn, 'event' | 'before' | 'after'>): Moment | undefined => {
  // Whoever disputes knows that; that a report which was closed is open again is worth having in writing.
  if (event.type === 'disputed') return before?.closed ? 'reopened' : undefined;
  if (event.type === 'upstreamStatusChanged')
    return before?.status !== after.status && after.status !== 'unknown' ? 'statusChanged' : undefined;
  return plainNews[event.type];
};
