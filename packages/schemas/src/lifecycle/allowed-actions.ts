import type { LifecycleAction, LifecycleActionType } from './action.ts';
import { actionRules } from './action-rules.ts';
import { decide } from './decide.ts';
import type { DecisionContext } from './decision.ts';
import type { ReportState } from './state.ts';

/** A stand-in for each action whose own facts decide nothing here. */
const sample = (type: LifecycleActionType, state: ReportState): LifecycleAction => {
  switch (type) {
    case 'dispose':
      return { type, to: 'another-institution' };
    case 'returnAsOutsideAuthority':
      return { type, reason: '-', to: 'another-institution' };
    case 'mergeInto':
      return { type, trackingId: '0' };
    case 'confirm':
      return { type, rating: 5 };
    case 'redact':
      return { type, reason: '-', redactions: [] };
    case 'postpone':
    case 'archive':
      return { type, reasonCode: 'other', reason: '-' };
    case 'respond':
    case 'note':
      return { type, message: '-' };
    case 'complete':
    case 'verify':
    case 'startFollowUp':
    case 'undoMerge':
    case 'correct':
    case 'reply':
    case 'support':
    case 'dispute':
    case 'withdraw':
    case 'closeAutomatically':
    case 'offerOmbudsman':
      return { type };
    case 'remind':
      return { type, deadlineKind: 'followUp', to: state.ownerId };
    case 'escalate':
      return { type, deadlineKind: 'followUp', to: state.ownerId, level: 1 };
    case 'announceClosure':
      return { type, closesOn: '2000-01-01' };
    case 'absorb':
    case 'release':
      return { type, trackingId: '0' };
    case 'queueDelivery':
    case 'recordDeliveryFailure':
      return { type, connector: '-' };
    case 'recordDelivery':
      return { type, connector: '-', upstreamId: '0' };
    case 'recordUpstreamStatus':
      return { type, connector: '-', code: 'unknown', rawLabel: '-' };
  }
};

/**
 * What somebody may do to a report now, by `type`: what a desk shows as buttons.
 *
 * It answers for role, authority, status and history; whether, say, the chosen institution exists is decided when it is chosen.
 */
export const allowedActions = (
  state: ReportState,
  context: Omit<DecisionContext, 'isKnownInstitution'>,
): LifecycleActionType[] =>
  (Object.keys(actionRules) as LifecycleActionType[]).filter(
    (type) => decide(state, sample(type, state), { ...context, isKnownInstitution: () => true }).allowed,
  );
