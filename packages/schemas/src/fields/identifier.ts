import * as z from 'zod/mini';

/**
 * A name that the gateway gave to something: an institution, a category, a site, an upload.
 *
 * 1 to 64 letters, digits, dots, dashes or underscores, so that it fits into a path without escaping.
 */
export const Identifier = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));

/** What {@link Identifier} parses to. */
export type Identifier = z.infer<typeof Identifier>;
