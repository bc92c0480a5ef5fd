import type { listDeskReports, Query } from '@lapor/schemas/contract';
import type { Directory } from '../directory/directory.ts';
import { type DeskIdentity, seesAll } from './desk-context.ts';

/**
 * What a page of the work queue is read from. Each kind has an index in the queue's order, so that a page costs the same
 * however many reports lie behind it.
 */
export type WorkQueueSource =
  | { readonly of: 'everything' }
  /** What one institution may know of. */
  | {
      readonly of: 'viewer';
      readonly institutionId: string;
      /** Only what these have, none of which is the institution itself or lies below it. */
      readonly elsewhere?: readonly string[];
    }
  /** What some institutions own, or have to give to somebody. */
  | { readonly of: 'holders'; readonly column: 'owner_id' | 'coordinator_id'; readonly ids: readonly string[] };

type View = Query<typeof listDeskReports>['view'];

/** An institution and everything below it. */
export const subtreeOf = (institutionId: string, directory: Directory): string[] =>
  [...directory.institutions.values()].filter(({ path }) => path.includes(institutionId)).map(({ id }) => id);

/** Institutions that this key works for: its own and everything below; all of them for the national admin. */
const ownSubtree = (identity: DeskIdentity, directory: Directory): string[] =>
  seesAll(identity) ? [...directory.institutions.keys()] : subtreeOf(identity.institutionId, directory);

/**
 * Where a view's reports are found.
 *
 * @param institution narrows it to what this institution and those below it own.
 */
export const sourceOf = (
  view: View,
  institution: string | undefined,
  identity: DeskIdentity,
  directory: Directory,
): WorkQueueSource => {
  const wanted = institution === undefined ? undefined : subtreeOf(institution, directory);
  const among = (ids: readonly string[]): string[] =>
    ids.filter((id) => institution === undefined || directory.isWithin(id, institution));
  if (view === 'mine') return { of: 'holders', column: 'owner_id', ids: among([identity.institutionId]) };
  if (view === 'unassigned') {
    const coordinators = ownSubtree(identity, directory).filter((id) => directory.coordinatorOf(id) === id);
    return { of: 'holders', column: 'coordinator_id', ids: among(coordinators) };
  }
  // Of an institution elsewhere only what was passed on to it is known here: few reports of many.
  const isWithinOwn =
    institution !== undefined && (seesAll(identity) || directory.isWithin(institution, identity.institutionId));
  if (wanted !== undefined && isWithinOwn) return { of: 'holders', column: 'owner_id', ids: wanted };
  if (seesAll(identity)) return { of: 'everything' };
  // Of an institution above, some of what it has is this institution's own.
  const elsewhere = wanted?.some((id) => directory.isWithin(id, identity.institutionId)) ? undefined : wanted;
  return { of: 'viewer', institutionId: identity.institutionId, ...(elsewhere && { elsewhere }) };
};
