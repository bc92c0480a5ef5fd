import type { StatusReason, Supervision } from '@lapor/schemas';
import type { LifecycleAction } from '@lapor/schemas/lifecycle';

/**
 * Who does a step. `admin`: an admin of the government that has the report; `officer`: whoever handles it there;
 * the institution itself follows from the report's state.
 */
export type StoryActor = 'admin' | 'officer' | 'reporter' | 'public';

/** One thing that happens to a report of the demo data. */
export type StoryStep =
  | {
      readonly kind: 'action';
      /** Working days since the step before; 0 is a little later on the same day. */
      readonly after: number;
      readonly by: StoryActor;
      readonly action: LifecycleAction;
      /** What is written with it, as the reporter may read it. */
      readonly text?: string;
      /** How many people do the same. */
      readonly times?: number;
    }
  /** Merged into another report of the demo data, named by its key. */
  | { readonly kind: 'merge'; readonly after: number; readonly into: string; readonly text: string }
  /** Takes in the report of that key, at the very moment at which that one is merged. */
  | { readonly kind: 'absorb'; readonly key: string }
  /** What the gateway's clock does by itself; the moment follows from the deadline. */
  | { readonly kind: 'clock'; readonly what: 'closure' | 'escalation' | 'ombudsman' };

const step = (by: StoryActor, after: number, action: LifecycleAction, text?: string): StoryStep => ({
  kind: 'action',
  by,
  after,
  action,
  ...(text !== undefined && { text }),
});

export const verify = (after: number, supervision?: Supervision): StoryStep =>
  step('admin', after, { type: 'verify', ...(supervision && { supervision }) });
export const dispose = (after: number, to: string, reason?: string): StoryStep =>
  step('admin', after, { type: 'dispose', to, ...(reason !== undefined && { reason }) }, reason);
/** The usual beginning: verified, and passed on at once to the office whose task it is. */
export const passOn = (after: number, to: string, reason?: string): StoryStep[] => [
  verify(after),
  dispose(0, to, reason),
];
export const giveBack = (after: number, reason: string, to?: string): StoryStep =>
  step('officer', after, { type: 'returnAsOutsideAuthority', reason, ...(to !== undefined && { to }) }, reason);
export const startWork = (after: number, plan?: string): StoryStep =>
  step('officer', after, { type: 'startFollowUp', ...(plan !== undefined && { plan }) }, plan);
export const answer = (after: number, message: string): StoryStep =>
  step('officer', after, { type: 'respond', message }, message);
export const complete = (after: number): StoryStep => step('officer', after, { type: 'complete' });
export const postpone = (after: number, reasonCode: StatusReason, reason: string): StoryStep =>
  step('officer', after, { type: 'postpone', reasonCode, reason }, reason);
export const archive = (after: number, reasonCode: StatusReason, reason: string): StoryStep =>
  step('admin', after, { type: 'archive', reasonCode, reason }, reason);
export const note = (after: number, message: string): StoryStep =>
  step('officer', after, { type: 'note', message }, message);

export const reply = (after: number, message: string): StoryStep => step('reporter', after, { type: 'reply' }, message);
export const confirm = (after: number, rating: 1 | 2 | 3 | 4 | 5, comment?: string): StoryStep =>
  step('reporter', after, { type: 'confirm', rating }, comment);
export const dispute = (after: number, reason: string): StoryStep =>
  step('reporter', after, { type: 'dispute' }, reason);
export const withdraw = (after: number, reason: string): StoryStep =>
  step('reporter', after, { type: 'withdraw' }, reason);
/** So many others say that it concerns them too. */
export const support = (after: number, times: number): StoryStep => ({
  kind: 'action',
  by: 'public',
  after,
  action: { type: 'support' },
  times,
});

export const mergeInto = (after: number, into: string, text: string): StoryStep => ({
  kind: 'merge',
  after,
  into,
  text,
});
export const absorb = (key: string): StoryStep => ({ kind: 'absorb', key });
/** Nobody answers any more: the closing is announced, and comes when the reporter's time is over. */
export const closesByItself: StoryStep = { kind: 'clock', what: 'closure' };
/** The next deadline of an institution passes: its owner is reminded before, the coordinator is told after. */
export const deadlinePasses: StoryStep = { kind: 'clock', what: 'escalation' };
/** The law's limit passes: the Ombudsman may be asked. */
export const ombudsmanOffered: StoryStep = { kind: 'clock', what: 'ombudsman' };
