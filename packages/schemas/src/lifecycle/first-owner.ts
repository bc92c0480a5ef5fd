/**
 * Who owns a report from the start: the institution that the reporter picked, if it exists and takes reports,
 * and the coordinator otherwise. A wrong or unknown target is never a reason to refuse.
 */
export const firstOwner = (
  targetInstitutionId: string | undefined,
  coordinatorId: string,
  isKnownInstitution: (institutionId: string) => boolean,
): string =>
  targetInstitutionId !== undefined && isKnownInstitution(targetInstitutionId) ? targetInstitutionId : coordinatorId;
