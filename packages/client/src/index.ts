/**
 * How a report travels: the typed client of a Lapor gateway.
 *
 * Being built: so far it makes the names of attempts.
 *
 * @module @lapor/client
 */
export { createIdempotencyKey } from './http/create-idempotency-key.ts';
