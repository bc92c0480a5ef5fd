import type { KnownStatusCode } from '../status.ts';
import type { EventOf, LifecycleEvent } from './event.ts';
import { followUpstream } from './follow-upstream.ts';
import { LifecycleError } from './lifecycle-error.ts';
import { merge, unmerge } from './merge.ts';
import { isRunning, judge, respondedByReporter, spansOnReception } from './spans.ts';
import type { ReportState } from './state.ts';
import { close, enter, opened } from './status-change.ts';

/** Hands the report over. Only its owner can be the one who gives it away. */
const transfer = (state: ReportState, event: EventOf<'disposed'> | EventOf<'returned'>): ReportState => {
  if (event.from !== state.ownerId) throw new LifecycleError(event.sequence, `passes the report on from \`${event.from}\`, but \`${state.ownerId}\` owns it`);
  const { sequence, at, type, from, to } = event;
  return { ...state, ownerId: to, hops: [...state.hops, { sequence, how: type, from, to, at }] };
};

/** A returned report is as far as it was, except that whoever gets it has not begun. Postponing alone verifies nothing. */
const statusAfterReturn = (state: ReportState, to: string): KnownStatusCode => {
  if (state.status === 'unverified' || (state.status !== 'verified' && isRunning(state.spans, 'verification'))) return 'unverified';
  return to === state.coordinatorId ? 'verified' : 'disposed';
};

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

/** A rating given after the report was closed closes nothing a second time. */
const confirm = (state: ReportState, event: EventOf<'confirmed'>): ReportState => {
  if (state.status === 'completed') return { ...state, rating: event.rating };
  const responded = { ...state, spans: respondedByReporter(state.spans, event.at) };
  return { ...close(responded, event, 'confirmed'), rating: event.rating, disputed: false };
};

/**
 * A reply gives the turn back to the institution where the reporter was waited for. A reply to a question that was asked
 * before anybody passed the report on keeps no promise for the institution: its first clock runs on.
 */
const reply = (state: ReportState, event: EventOf<'replied'>): ReportState => {
  const wasWaitedFor = state.status === 'postponed' || isRunning(state.spans, 'reporterResponse');
  if (!wasWaitedFor) return state;
  const replied = enter(state, event, 'reporterReplied');
  return isRunning(state.spans, 'verification') ? { ...replied, spans: state.spans } : replied;
};

/** An upstream's id, once known, stays known while the report is tried again there: it was not new to that upstream. */
const deliver = (state: ReportState, { connector, at }: EventOf<'deliveryQueued'> | EventOf<'deliveryFailed'>, how: 'queued' | 'failed'): ReportState => {
  const upstreamId = state.delivery?.connector === connector ? state.delivery.upstreamId : undefined;
  return { ...state, delivery: { state: how, connector, at, ...(upstreamId !== undefined && { upstreamId }) } };
};

/** What one event does to the state, its number and date left aside. */
const change = (state: ReportState, event: LifecycleEvent): ReportState => {
  switch (event.type) {
    case 'received':
      throw new LifecycleError(event.sequence, 'receives the report a second time');
    case 'verified':
      return { ...enter({ ...state, spans: judge(state.spans, event.supervision) }, event, 'verified'), ...(event.supervision && { supervision: event.supervision }) };
    case 'disposed':
      return { ...enter(transfer({ ...state, spans: judge(state.spans, event.supervision) }, event), event, 'disposed'), ...(event.supervision && { supervision: event.supervision }) };
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
      return { ...state, delivery: { state: 'delivered', connector: event.connector, upstreamId: event.upstreamId, at: event.at } };
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
      throw new LifecycleError((event satisfies never as LifecycleEvent).sequence, 'is of a type that this version does not know');
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
    if (event.type !== 'received') throw new LifecycleError(event.sequence, `is \`${event.type}\`, but a history begins with \`received\``);
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
