import type { Instant } from '../fields/instant.ts';
import type { EventActor, ProposedEvent } from './event.ts';
import type { LifecyclePolicy } from './lifecycle-policy.ts';

/** What a decision depends on besides the report itself. */
export interface DecisionContext {
  readonly actor: EventActor;
  readonly now: Instant;
  /** Whether the officer's institution is the given one or above it. Asked only for officers below the national admin. */
  readonly isWithinAuthority: (institutionId: string) => boolean;
  /** Whether an institution of that id exists and takes reports. */
  readonly isKnownInstitution: (institutionId: string) => boolean;
  /** Who coordinates above the coordinator: the national admin's institution, where the gateway knows one. */
  readonly upperCoordinatorId?: string;
  readonly policy?: LifecyclePolicy;
}

/** Why an action was refused, for programs. */
export type RefusalReason =
  | 'role'
  | 'authority'
  | 'status'
  | 'notAnsweredYet'
  | 'alreadyOwner'
  | 'unknownInstitution'
  | 'coordinatorMustDispose'
  | 'alreadyRated'
  | 'reopenPeriodOver'
  | 'withdrawnByReporter'
  | 'isMerged'
  | 'notMerged'
  | 'closureNotAnnounced';

/** What comes of an action: the events to append, none where it changes nothing, or the reason why not. */
export type Decision =
  | { readonly allowed: true; readonly events: readonly ProposedEvent[] }
  | {
      readonly allowed: false;
      readonly code: 'actionNotAllowed' | 'actionNotPossible';
      readonly reason: RefusalReason;
    };

/** A decision to append these events. */
export const append = (...events: ProposedEvent[]): Decision => ({ allowed: true, events });

/** A decision against the action: `actionNotAllowed` when this actor may never, `actionNotPossible` when it is not the moment. */
export const refuse = (reason: RefusalReason): Decision => ({
  allowed: false,
  code: reason === 'role' || reason === 'authority' ? 'actionNotAllowed' : 'actionNotPossible',
  reason,
});
