import type { EventActor } from '@lapor/schemas/lifecycle';
import type { Directory } from '../directory/directory.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { Identity } from '../http/request-context.ts';
import type { ReportRow } from '../reports/report-row.ts';

/** A caller with a secret key. */
export type DeskIdentity = Extract<Identity, { kind: 'desk' }>;

/** The caller as one that works at the desk. The endpoint table lets no other through; the compiler cannot know. */
export const deskIdentity = (identity: Identity): DeskIdentity => {
  if (identity.kind !== 'desk') throw new Refusal('scopeInsufficient');
  return identity;
};

/** The caller as events name it. */
export const officerOf = ({ institutionId, role, keyId }: DeskIdentity): EventActor => ({
  kind: 'officer',
  institutionId,
  role,
  keyId,
});

/** The national admin sees every report. */
export const seesAll = ({ role }: DeskIdentity): boolean => role === 'nationalAdmin';

/**
 * Whether an officer may see a report: the national admin sees all; others what an institution within theirs owns,
 * once owned or coordinates. Having passed a report on is no reason to lose sight of it.
 */
export const maySee = ({ state }: Pick<ReportRow, 'state'>, identity: DeskIdentity, directory: Directory): boolean =>
  seesAll(identity) ||
  [state.coordinatorId, ...state.hops.map((hop) => hop.to)].some((id) =>
    directory.isWithin(id, identity.institutionId),
  );

/**
 * Whether an officer may know who reported. An anonymous reporter's name is for those who coordinate, and for nobody in
 * the institution that the report is about.
 */
export const mayKnowReporter = (row: ReportRow, { role, institutionId }: DeskIdentity): boolean =>
  !row.state.anonymous ||
  role === 'nationalAdmin' ||
  (role === 'institutionAdmin' && institutionId === row.state.coordinatorId && row.state.ownerId !== institutionId);
