import * as z from 'zod/mini';

/** The languages in which the gateway itself speaks: Indonesian is the source, English is complete. */
export const Language = z.enum(['id', 'en']);

/** What {@link Language} parses to. */
export type Language = z.infer<typeof Language>;
