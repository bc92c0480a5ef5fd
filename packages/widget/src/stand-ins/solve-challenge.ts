// Stands in for the solver in the files for pages: few sites ask for a proof of work, and only theirs load it.
import type * as challenge from '@lapor/client/challenge';

/** As `solveChallenge` of the client. @throws what that throws, and TypeError when it cannot be loaded. */
export const solveChallenge: typeof challenge.solveChallenge = async (asked, options) =>
  (await import('@lapor/client/challenge')).solveChallenge(asked, options);
