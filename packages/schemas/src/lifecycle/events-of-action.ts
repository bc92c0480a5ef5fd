import type { LifecycleAction, LifecycleActionType } from './action.ts';
import { append, type Decision, type DecisionContext, refuse } from './decision.ts';
import { destinationOfReturn } from './return-destination.ts';
import type { ReportState } from './state.ts';

type ActionOf<Type extends LifecycleActionType> = Extract<LifecycleAction, { type: Type }>;

const dispose = (state: ReportState, action: ActionOf<'dispose'>, context: DecisionContext): Decision => {
  if (action.to === state.ownerId && state.status !== 'verified' && state.status !== 'unverified')
    return refuse('alreadyOwner');
  if (!context.isKnownInstitution(action.to)) return refuse('unknownInstitution');
  return append({
    type: 'disposed',
    from: state.ownerId,
    to: action.to,
    ...(action.supervision && { supervision: action.supervision }),
  });
};

const giveBack = (
  state: ReportState,
  action: ActionOf<'returnAsOutsideAuthority'>,
  context: DecisionContext,
): Decision => {
  if (action.to !== undefined && !context.isKnownInstitution(action.to)) return refuse('unknownInstitution');
  const to = destinationOfReturn(state, action.to, context);
  return to === undefined ? refuse('coordinatorMustDispose') : append({ type: 'returned', from: state.ownerId, to });
};

const redactedParts = (action: ActionOf<'redact'>): string[] =>
  action.redactions.map((redaction) => {
    if (redaction.what === 'text') return redaction.field;
    return redaction.what === 'message' ? `message:${redaction.sequence}` : `attachment:${redaction.attachmentId}`;
  });

const correct = ({ title, categoryId, place, supervision }: ActionOf<'correct'>): Decision => {
  const fields = [
    ...(title === undefined ? [] : (['title'] as const)),
    ...(categoryId === undefined ? [] : (['category'] as const)),
    ...(place === undefined ? [] : (['place'] as const)),
    ...(supervision === undefined ? [] : (['supervision'] as const)),
  ];
  return fields.length === 0 ? append() : append({ type: 'corrected', fields, ...(supervision && { supervision }) });
};

/**
 * The delivery, while it is on its way to this upstream or there. Whatever is tried twice because the first answer was
 * lost must neither send the report a second time nor call a delivered one failed.
 */
const deliveryTo = ({ delivery }: ReportState, connector: string) =>
  delivery?.connector === connector ? delivery : undefined;

/** The same word of the same upstream, told again, is no event, whatever has happened here in between. A new text is one. */
const recordUpstream = (
  { upstream }: ReportState,
  { connector, code, rawLabel, institutionName, entryId }: ActionOf<'recordUpstreamStatus'>,
): Decision => {
  const known =
    entryId === undefined &&
    upstream?.connector === connector &&
    upstream.code === code &&
    upstream.rawLabel === rawLabel &&
    upstream.institutionName === institutionName;
  if (known) return append();
  return append({
    type: 'upstreamStatusChanged',
    connector,
    code,
    rawLabel,
    ...(institutionName !== undefined && { institutionName }),
    ...(entryId !== undefined && { entryId }),
  });
};

/** The events of an action that role, status and obstacles allow. */
export const eventsOfAction = (action: LifecycleAction, state: ReportState, context: DecisionContext): Decision => {
  switch (action.type) {
    case 'verify':
      return append({ type: 'verified', ...(action.supervision && { supervision: action.supervision }) });
    case 'dispose':
      return dispose(state, action, context);
    case 'returnAsOutsideAuthority':
      return giveBack(state, action, context);
    case 'postpone':
      return append({ type: 'postponed', reasonCode: action.reasonCode, ...(action.until && { until: action.until }) });
    case 'archive':
      return append({ type: 'archived', reasonCode: action.reasonCode });
    case 'startFollowUp':
      return append({ type: 'followUpStarted' });
    case 'respond':
      return append({ type: 'responded' });
    case 'complete':
      return append({ type: 'completed' });
    case 'mergeInto':
      return append({ type: 'merged', into: action.trackingId });
    case 'undoMerge':
      return state.merge ? append({ type: 'unmerged', from: state.merge.into }) : refuse('notMerged');
    case 'redact':
      return append({ type: 'redacted', parts: redactedParts(action) });
    case 'correct':
      return correct(action);
    case 'note':
      return append({ type: 'noted' });
    case 'reply':
      return append({ type: 'replied' });
    case 'support':
      return append({ type: 'supported' });
    case 'confirm':
      return append({ type: 'confirmed', rating: action.rating });
    case 'dispute':
      // Of a merged report the reporter says that it is another matter. It stands again as it stood before the merge.
      return append(state.merge ? { type: 'unmerged', from: state.merge.into } : { type: 'disputed' });
    case 'withdraw':
      return append({ type: 'withdrawn' });
    case 'remind':
      return append({ type: 'reminded', deadlineKind: action.deadlineKind, to: action.to });
    case 'escalate':
      return append({ type: 'escalated', level: action.level, to: action.to, deadlineKind: action.deadlineKind });
    case 'announceClosure':
      return append({ type: 'closureAnnounced', closesOn: action.closesOn });
    case 'closeAutomatically':
      return append({ type: 'closedAutomatically' });
    case 'offerOmbudsman':
      return state.ombudsmanOffered ? append() : append({ type: 'ombudsmanOffered' });
    case 'absorb':
      return state.absorbed.includes(action.trackingId)
        ? append()
        : append({ type: 'absorbed', trackingId: action.trackingId });
    case 'release':
      return state.absorbed.includes(action.trackingId)
        ? append({ type: 'released', trackingId: action.trackingId })
        : append();
    case 'queueDelivery': {
      const delivery = deliveryTo(state, action.connector);
      return delivery && delivery.state !== 'failed'
        ? append()
        : append({ type: 'deliveryQueued', connector: action.connector });
    }
    case 'recordDelivery': {
      const delivery = deliveryTo(state, action.connector);
      const isKnown = delivery?.state === 'delivered' && delivery.upstreamId === action.upstreamId;
      return isKnown
        ? append()
        : append({ type: 'delivered', connector: action.connector, upstreamId: action.upstreamId });
    }
    case 'recordDeliveryFailure':
      return deliveryTo(state, action.connector)?.state === 'delivered'
        ? append()
        : append({ type: 'deliveryFailed', connector: action.connector });
    case 'recordUpstreamStatus':
      return recordUpstream(state, action);
  }
};
