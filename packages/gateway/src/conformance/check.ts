import type { ConformanceContext } from './conformance-context.ts';

/** What a check needs to be told; without it the check is left out, and the report says so. */
export type Need = 'siteKey' | 'deskKey' | 'v3' | 'open311' | 'filing';

/** One rule that a server must keep, and a way to see whether it does. */
export interface Check {
  /** `v1.report.replay`: the door, the subject, the rule. Never renamed. */
  readonly id: string;
  /** The rule as one sentence that is true of a server which keeps it. */
  readonly title: string;
  /** Where the rule comes from: an RFC, a part of the contract, an observation. */
  readonly source: string;
  /** Everything that {@link run} uses. `filing`: it files invented reports. */
  readonly needs: readonly Need[];
  /**
   * Looks.
   *
   * @throws Deviation when the server does otherwise. Anything else that is thrown means that it could not be seen.
   */
  run(context: ConformanceContext): Promise<void>;
}
