import type { DeskRole, Language } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import type { Directory } from './directory.ts';
import { Refusal } from '../refusal/refusal.ts';

/** Whose word it is: an officer's, for an institution and all below it; or the operator's at the command line, for everything. */
export type Authority = { readonly role: DeskRole; readonly institutionId: string } | { readonly role: 'operator' };

/** Who wants something administered, in which language refusals are to be told, and when. */
export interface Errand {
  readonly authority: Authority;
  readonly language: Language;
  readonly now: string;
}

/** From the least to the most. */
const ranks: readonly Authority['role'][] = ['liaisonOfficer', 'institutionAdmin', 'nationalAdmin', 'operator'];

/** Whether a role is no more than that of the authority. */
export const isWithinRank = (role: DeskRole, authority: Authority): boolean =>
  ranks.indexOf(role) <= ranks.indexOf(authority.role);

/** Whether an institution is the authority's own or lies below it. The national admin and the operator reach all. */
export const reaches = (authority: Authority, institutionId: string, directory: Directory): boolean =>
  authority.role === 'operator' ||
  authority.role === 'nationalAdmin' ||
  directory.isWithin(institutionId, authority.institutionId);

/** "Your role does not include this." */
export const refuseRole = (language: Language): Refusal<'actionNotAllowed'> =>
  new Refusal('actionNotAllowed', { reason: messagesFor(language).refusals.role });

/**
 * Sites and keys are for admins: a liaison officer handles reports.
 *
 * @throws Refusal `actionNotAllowed`.
 */
export const requireAdmin = ({ authority, language }: Errand): void => {
  if (authority.role === 'liaisonOfficer') throw refuseRole(language);
};
