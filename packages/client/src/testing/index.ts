/**
 * A gateway for the tests of programs that use the client. Being built: so far the type of a refusal.
 *
 * @module
 */
export type { Problem } from '@lapor/schemas';
