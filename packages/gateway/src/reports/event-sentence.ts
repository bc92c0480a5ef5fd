import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import { messagesFor } from '@lapor/schemas/messages';
import type { ViewContext } from './report-summary.ts';

/** Other systems as people call them. */
const systems: Readonly<Record<string, string>> = { sp4n: 'SP4N-LAPOR!', open311: 'Open311' };

const systemOf = (connector: string): string => systems[connector] ?? connector;

/** The institution that did something, by name; the reporter and the system have none. */
const nameOfActor = ({ by }: LifecycleEvent, { directory }: ViewContext): string => {
  if (by.kind === 'officer') return directory.reference(by.institutionId).name;
  return by.kind === 'upstream' ? systemOf(by.connector) : 'SP4N-LAPOR!';
};

/**
 * An event as one sentence. The reason stands in `message` and is not repeated here.
 *
 * @param nameable numbers of other reports that the reader may know of. Others are not told.
 */
export const eventSentence = (event: LifecycleEvent, context: ViewContext, nameable: ReadonlySet<string>): string => {
  const say = messagesFor(context.language).events;
  const name = (id: string) => context.directory.reference(id).name;
  switch (event.type) {
    case 'received':
      return say.received({ to: name(event.ownerId) });
    case 'disposed':
    case 'returned':
      return say[event.type]({ from: name(event.from), to: name(event.to) });
    case 'postponed':
      return say.postponed({ until: event.until });
    case 'archived':
      return say.archived({});
    case 'followUpStarted':
    case 'responded':
    case 'completed':
      return say[event.type]({ by: nameOfActor(event, context) });
    case 'confirmed':
      return say.confirmed({ rating: event.rating });
    case 'closureAnnounced':
      return say.closureAnnounced({ closesOn: event.closesOn });
    case 'merged':
      return say.merged({ into: nameable.has(event.into) ? event.into : undefined });
    case 'unmerged':
      return say.unmerged({ from: nameable.has(event.from) ? event.from : undefined });
    case 'absorbed':
    case 'released':
      return say[event.type]({ trackingId: event.trackingId });
    case 'corrected':
      return say.corrected({ fields: event.fields });
    case 'escalated':
    case 'reminded':
      return say[event.type]({ to: name(event.to) });
    case 'deliveryQueued':
    case 'deliveryFailed':
      return say[event.type]({ system: systemOf(event.connector) });
    case 'delivered':
      return say.delivered({ system: systemOf(event.connector), upstreamId: event.upstreamId });
    case 'upstreamStatusChanged':
      return say.upstreamStatusChanged({
        system: systemOf(event.connector),
        rawLabel: event.rawLabel,
        institutionName: event.institutionName,
      });
    default:
      return say[event.type]();
  }
};
