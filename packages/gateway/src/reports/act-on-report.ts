import {
  decide,
  type DecisionContext,
  type EventActor,
  type LifecycleAction,
  type LifecyclePolicy,
  type ReportState,
} from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { appendEvents } from '../events/append-events.ts';
import { Refusal } from '../refusal/refusal.ts';
import { clockOf } from '../sites/site-clock.ts';
import { messagesFor } from '@lapor/schemas/messages';
import type { Language } from '@lapor/schemas';
import type { ReportRow } from './report-row.ts';

/** An action with who does it, when, and what is written or attached with it. */
export interface Deed {
  readonly action: LifecycleAction;
  readonly by: EventActor;
  readonly now: string;
  readonly language: Language;
  readonly text?: string | undefined;
  readonly attachmentIds?: readonly string[] | undefined;
  readonly policy?: LifecyclePolicy;
}

/**
 * Does something to a report that the transaction has locked, if the lifecycle allows it.
 *
 * @returns the report with its state afterwards.
 * @throws Refusal `actionNotAllowed` or `actionNotPossible`, with the reason in words.
 */
export const actOnReport = async (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  deed: Deed,
): Promise<ReportRow> => {
  const directory = await engine.directory.get();
  const sites = await engine.sites.get();
  const { by } = deed;
  const context: DecisionContext = {
    actor: by,
    now: deed.now,
    isWithinAuthority: (institutionId) => by.kind === 'officer' && directory.isWithin(institutionId, by.institutionId),
    isKnownInstitution: (institutionId) => directory.institutions.has(institutionId),
    ...(directory.nationalId !== undefined && { upperCoordinatorId: directory.nationalId }),
    ...(deed.policy && { policy: deed.policy }),
  };
  const decision = decide(row.state, deed.action, context);
  if (!decision.allowed)
    throw new Refusal(decision.code, { reason: messagesFor(deed.language).refusals[decision.reason] });
  const state: ReportState = await appendEvents(transaction, row, {
    events: decision.events,
    by,
    at: deed.now,
    text: deed.text,
    attachmentIds: deed.attachmentIds,
    clock: clockOf(row.site_id === null ? undefined : sites.get(row.site_id), row.region_code),
    policy: engine.clockPolicy,
  });
  return { ...row, state, updated_at: new Date(state.updatedAt) };
};
