import { defaultLifecyclePolicy } from './lifecycle-policy.ts';
import { type ReportState, returnCountOf } from './state.ts';

/** What a return depends on besides the report. */
export interface ReturnRules {
  readonly upperCoordinatorId?: string;
  readonly policy?: { readonly maximumReturns: number };
}

/** The coordinator, and above it the upper one; to neither again when the upper one has it and the coordinator has had it. */
const coordinatorFor = (
  { ownerId, coordinatorId }: ReportState,
  hadIt: ReadonlySet<string>,
  upperCoordinatorId: string | undefined,
): string | undefined => {
  if (ownerId === coordinatorId) return upperCoordinatorId === ownerId ? undefined : upperCoordinatorId;
  return ownerId === upperCoordinatorId && hadIt.has(coordinatorId) ? undefined : coordinatorId;
};

/**
 * Where a report goes that its owner calls outside its authority.
 *
 * The proposal counts as long as it leads somewhere new and this is not the last return that may follow one; otherwise
 * the coordinator has it, and above the coordinator the upper one. So no report goes in circles.
 *
 * @returns the institution's id, or `undefined` when nobody is left to give it to: then its owner, a coordinator, has to
 * say whose it is and dispose it there.
 */
export const destinationOfReturn = (
  state: ReportState,
  proposal: string | undefined,
  { upperCoordinatorId, policy = defaultLifecyclePolicy }: ReturnRules,
): string | undefined => {
  const hadIt = new Set(state.hops.map((hop) => hop.to));
  const mayFollow = returnCountOf(state) + 1 < policy.maximumReturns;
  if (proposal !== undefined && mayFollow && !hadIt.has(proposal)) return proposal;
  return coordinatorFor(state, hadIt, upperCoordinatorId);
};
