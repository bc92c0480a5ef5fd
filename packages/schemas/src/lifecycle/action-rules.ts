import type { KnownStatusCode } from '../status.ts';
import type { ActorRole, LifecycleActionType } from './action.ts';

/** Who may do something, and while the report stands where. */
export interface ActionRule {
  readonly by: readonly ActorRole[];
  readonly while: readonly KnownStatusCode[];
}

const open = [
  'unverified',
  'verified',
  'disposed',
  'inProgress',
  'followedUp',
  'reporterReplied',
  'postponed',
  'unknown',
] as const;
const any = [...open, 'completed', 'archived'] as const;

const admins = ['nationalAdmin', 'institutionAdmin'] as const;
const officers = ['nationalAdmin', 'institutionAdmin', 'liaisonOfficer'] as const;

/**
 * Which action is allowed to whom and when.
 *
 * An officer acts only on reports that an institution within the officer's own owns; a national admin acts on all.
 * Liaison officers (*pejabat penghubung*) handle; admins also verify, pass on, archive, merge, redact and correct.
 * What depends on more than role and status is decided by `decide`.
 */
export const actionRules: Readonly<Record<LifecycleActionType, ActionRule>> = {
  verify: { by: admins, while: ['unverified', 'reporterReplied', 'postponed', 'unknown'] },
  dispose: { by: admins, while: open },
  returnAsOutsideAuthority: {
    by: officers,
    while: ['unverified', 'verified', 'disposed', 'inProgress', 'reporterReplied', 'postponed', 'unknown'],
  },
  postpone: {
    by: officers,
    while: ['unverified', 'verified', 'disposed', 'inProgress', 'reporterReplied', 'postponed', 'unknown'],
  },
  archive: { by: admins, while: open },
  startFollowUp: {
    by: officers,
    while: ['verified', 'disposed', 'followedUp', 'reporterReplied', 'postponed', 'unknown'],
  },
  respond: {
    by: officers,
    while: ['verified', 'disposed', 'inProgress', 'followedUp', 'reporterReplied', 'postponed', 'unknown'],
  },
  complete: { by: officers, while: ['inProgress', 'followedUp', 'reporterReplied', 'unknown'] },
  mergeInto: { by: admins, while: open },
  // The system, because a report must not stay closed in favour of one that its own reporter took back.
  undoMerge: { by: [...admins, 'system'], while: ['archived'] },
  redact: { by: admins, while: any },
  correct: { by: admins, while: any },
  note: { by: officers, while: any },

  reply: { by: ['reporter'], while: open },
  support: { by: ['public', 'reporter'], while: [...open, 'completed'] },
  confirm: { by: ['reporter'], while: [...open, 'completed'] },
  dispute: { by: ['reporter'], while: ['followedUp', 'completed', 'archived'] },
  withdraw: { by: ['reporter'], while: open },

  remind: { by: ['system'], while: open },
  escalate: { by: ['system'], while: open },
  announceClosure: { by: ['system'], while: ['followedUp'] },
  closeAutomatically: { by: ['system'], while: ['followedUp'] },
  offerOmbudsman: { by: ['system'], while: open },
  // A closed report takes in no other: nobody would handle that one any more.
  absorb: { by: ['system'], while: open },
  release: { by: ['system'], while: any },
  queueDelivery: { by: ['system'], while: any },
  recordDelivery: { by: ['system', 'upstream'], while: any },
  recordDeliveryFailure: { by: ['system', 'upstream'], while: any },
  recordUpstreamStatus: { by: ['upstream'], while: any },
};
