/**
 * The life of a report: events, the state that follows from them, and which action is allowed to whom and when.
 *
 * @module
 */
export {
  type ActorRole,
  type LifecycleAction,
  type LifecycleActionType,
  type ReporterAction,
  type SystemAction,
} from './action.ts';
export { type ActionRule, actionRules } from './action-rules.ts';
export { allowedActions } from './allowed-actions.ts';
export { type ClockSpan } from '../clock-span.ts';
export { decide } from './decide.ts';
export { type Decision, type DecisionContext, type RefusalReason } from './decision.ts';
export {
  EventActor,
  type EventOf,
  LifecycleEvent,
  type LifecycleEventType,
  lifecycleEventTypes,
  type ProposedEvent,
} from './event.ts';
export { firstOwner } from './first-owner.ts';
export { applyEvent, foldEvents } from './fold.ts';
export { type Violation, violationsOf } from './invariants.ts';
export { LifecycleError } from './lifecycle-error.ts';
export { defaultLifecyclePolicy, type LifecyclePolicy } from './lifecycle-policy.ts';
export { destinationOfReturn, type ReturnRules } from './return-destination.ts';
export {
  type ReportState,
  returnCountOf,
  type StateDelivery,
  type StateHop,
  type StateUpstream,
  type StatusFacts,
} from './state.ts';
