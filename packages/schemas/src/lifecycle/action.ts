import type { DeadlineKind } from '../deadline.ts';
import type { DeskAction } from '../desk-action.ts';
import type { DeskRole } from '../desk-report.ts';
import type { CalendarDate } from '../fields/calendar-date.ts';
import type { KnownStatusCode } from '../status.ts';

/** What the reporter, or anybody who reads the public list, can do. */
export type ReporterAction =
  | { readonly type: 'reply' }
  | { readonly type: 'support' }
  | { readonly type: 'confirm'; readonly rating: number }
  | { readonly type: 'dispute' }
  | { readonly type: 'withdraw' };

/** What the gateway does by itself: when a clock says so, when another report is merged, when an upstream answers. */
export type SystemAction =
  | { readonly type: 'remind'; readonly deadlineKind: DeadlineKind; readonly to: string }
  | { readonly type: 'escalate'; readonly level: number; readonly to: string; readonly deadlineKind: DeadlineKind }
  | { readonly type: 'announceClosure'; readonly closesOn: CalendarDate }
  | { readonly type: 'closeAutomatically' }
  | { readonly type: 'offerOmbudsman' }
  | { readonly type: 'absorb'; readonly trackingId: string }
  | { readonly type: 'release'; readonly trackingId: string }
  | { readonly type: 'queueDelivery'; readonly connector: string }
  | { readonly type: 'recordDelivery'; readonly connector: string; readonly upstreamId: string }
  | { readonly type: 'recordDeliveryFailure'; readonly connector: string }
  | {
      readonly type: 'recordUpstreamStatus';
      readonly connector: string;
      readonly code: KnownStatusCode;
      readonly rawLabel: string;
      readonly institutionName?: string;
      /** The upstream's own name for what it tells, where a text is news even if the status is not. Whoever asks tells each once. */
      readonly entryId?: string;
    };

/** Anything that can be done to a report after it was received. */
export type LifecycleAction = DeskAction | ReporterAction | SystemAction;

/** The `type` of a {@link LifecycleAction}. */
export type LifecycleActionType = LifecycleAction['type'];

/** In what capacity somebody acts. */
export type ActorRole = DeskRole | 'reporter' | 'public' | 'system' | 'upstream';
