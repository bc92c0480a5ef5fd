/**
 * Solves the proof of work that a site may ask for with each report.
 *
 * @module
 */
export { ChallengeError, type ChallengeFault, isChallengeError } from './challenge-error.ts';
export { solveChallenge, type SolveOptions } from './solve-challenge.ts';
