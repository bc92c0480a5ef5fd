import type { EventOf, LifecycleEvent } from './event.ts';
import { followUpstream } from './follow-upstream.ts';
import { LifecycleError } from './lifecycle-error.ts';
import { merge, unmerge } from './merge.ts';
import { confirm, reply } from './reporter-turn.ts';
import { judge, spansOnReception } from './spans.ts';
import type { ReportState } from './state.ts';
import { close, enter, opened } from './status-change.ts';
import { statusAfterReturn, transfer } from './transfer.ts';

const receive = (event: EventOf<'received'>): ReportState => ({
  sequence: event.sequence,
  status: 'unverified',
  ownerId: event.ownerId,
  coordinatorId: event.coordinatorId,
  classification: event.classification,
  anonymous: event.anonymous,
  confidential: event.confidential,
  receivedAt: event.at,
  updatedAt: event.at,
  hops: [{ sequence: event.sequence, how: 'received', to: event.ownerId, at: event.at }],
  spans: spansOnReception(event.sequence, event.at),
  answered: false,
  disputed: false,
  closureAnnounced: false,
  supportCount: 0,
  escalationLevel: 0,
  ombudsmanOffered: false,
  absorbed: [],
});

/** An upstream's id, once known, stays known while the report is tried again there: it was not new to that upstream. */
const deliver = (
  state: ReportState,
  { connector, at }: EventOf<'deliveryQueued'> | EventOf<'deliveryFailed'>,
  how: 'queued' | 'failed',
): ReportState => {
  const upstreamId = state.delivery?.connector === connector ? state.delivery.upstreamId : undefined;
  return { ...state, delivery: { state: how, connector, at, ...(upstreamId !== undefined && { upstreamId }) } };
};

/** What one event does to the state, its number and date left aside. */
const change = (state: ReportState, event: LifecycleEvent): ReportState => {
  switch (event.type) {
    case 'received':
      throw new LifecycleError(event.sequence, 'receives the report a second time');
    case 'verified':
      return {
        ...enter({ ...state, spans: judge(state.spans, event.supervision, event.at) }, event, 'verified'),
        ...(event.supervision && { supervision: event.supervision }),
      };
    case 'disposed':
      return {
        ...enter(
          transfer({ ...state, spans: judge(state.spans, event.supervision, event.at) }, event),
          event,
          'disposed',
        ),
        ...(event.supervision && { supervision: event.supervision }),
      };
    case 'returned':
      return enter(transfer(state, event), event, statusAfterReturn(state, event.to));
    case 'postponed':
      return enter(state, event, 'postponed', { statusReason: event.reasonCode });
    case 'archived':
      return { ...close(state, event, 'archived'), statusReason: event.reasonCode };
    case 'followUpStarted':
      return enter(state, event, 'inProgress');
    case 'responded':
      return { ...enter(state, event, 'followedUp'), answered: true, disputed: false };
    case 'replied':
      return reply(state, event);
    case 'supported':
      return { ...state, supportCount: state.supportCount + 1 };
    case 'confirmed':
      return confirm(state, event);
    case 'disputed':
      return { ...enter(opened(state, event), event, 'reporterReplied'), disputed: true };
    case 'withdrawn':
      return { ...close(state, event, 'withdrawn'), statusReason: 'atReporterRequest' };
    case 'completed':
      return close(state, event, 'completed');
    case 'closureAnnounced':
      return { ...state, closureAnnounced: true };
    case 'closedAutomatically':
      return close(state, event, 'automatic');
    case 'merged':
      return merge(state, event);
    case 'unmerged':
      return unmerge(state, event);
    case 'absorbed':
      return { ...state, absorbed: [...state.absorbed, event.trackingId] };
    case 'released':
      return { ...state, absorbed: state.absorbed.filter((trackingId) => trackingId !== event.trackingId) };
    case 'corrected':
      return event.supervision ? { ...state, supervision: event.supervision } : state;
    case 'escalated':
      return { ...state, escalationLevel: Math.max(state.escalationLevel, event.level) };
    case 'ombudsmanOffered':
      return { ...state, ombudsmanOffered: true };
    case 'deliveryQueued':
      return deliver(state, event, 'queued');
    case 'delivered':
      return {
        ...state,
        delivery: { state: 'delivered', connector: event.connector, upstreamId: event.upstreamId, at: event.at },
      };
    case 'deliveryFailed':
      return deliver(state, event, 'failed');
    case 'upstreamStatusChanged':
      return followUpstream(state, event);
    case 'redacted':
    case 'noted':
    case 'reminded':
      return state;
    default:
      // Only events that were not parsed get here: those of a newer version, read by a replica that is still the old one.
      throw new LifecycleError(
        (event satisfies never as LifecycleEvent).sequence,
        'is of a type that this version does not know',
      );
  }
};

/**
 * The state after one more event. Pure: the given state is not touched.
 *
 * @throws LifecycleError when the event cannot follow on this state.
 */
export const applyEvent = (state: ReportState | undefined, event: LifecycleEvent): ReportState => {
  const expected = state === undefined ? 0 : state.sequence + 1;
  if (event.sequence !== expected) throw new LifecycleError(event.sequence, `comes where event ${expected} should be`);
  if (state === undefined) {
    if (event.type !== 'received')
      throw new LifecycleError(event.sequence, `is \`${event.type}\`, but a history begins with \`received\``);
    return receive(event);
  }
  return { ...change(state, event), sequence: event.sequence, updatedAt: event.at };
};

/**
 * The state that a report's events amount to.
 *
 * @param events all events of one report, in their order, beginning with `received`.
 * @throws LifecycleError when there are none, or when they cannot have happened in this order.
 */
export const foldEvents = (events: Iterable<LifecycleEvent>): ReportState => {
  let state: ReportState | undefined;
  for (const event of events) state = applyEvent(state, event);
  if (state === undefined) throw new LifecycleError(0, 'is missing');
  return state;
};
