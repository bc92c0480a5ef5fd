import type { ReportState } from '@lapor/schemas/lifecycle';
import type { Directory } from './directory.ts';

/**
 * Who is told of a deadline that an owner missed, the nearest first: everybody above the owner, then the coordinator,
 * then the national admin. Where nobody is above, the owner itself is: a missed deadline never passes in silence.
 */
export const escalationLadder = (
  { ownerId, coordinatorId }: Pick<ReportState, 'ownerId' | 'coordinatorId'>,
  directory: Directory,
): string[] => {
  const above = (directory.institutions.get(ownerId)?.path ?? []).toReversed();
  const rungs = new Set([
    ...above,
    coordinatorId,
    ...(directory.nationalId === undefined ? [] : [directory.nationalId]),
  ]);
  rungs.delete(ownerId);
  return rungs.size > 0 ? [...rungs] : [ownerId];
};
