import * as z from 'zod/mini';

/**
 * A word of an open set: one of those known today, which editors offer, or one that a newer gateway knows.
 * A `switch` over it needs a `default`.
 */
export type OpenSet<Known extends string> = Known | (string & Record<never, never>);

/** A schema of `openSet`, with what is known today for those who document it. */
export interface OpenSetSchema<Known extends string> extends z.ZodMiniType<OpenSet<Known>, OpenSet<Known>> {
  readonly known: z.ZodMiniType<Known, Known>;
}

/**
 * The schema of a word in an answer. What a newer gateway says beyond the words of `known` is let through as it is, so that
 * a client of today can read the rest of the answer. Requests take `known` itself.
 *
 * @param known the schema of the words known today.
 */
// A bundler drops a schema that nobody uses only if making one changes nothing.
/* @__NO_SIDE_EFFECTS__ */
export const openSet = <Known extends string>(known: z.ZodMiniType<Known, Known>): OpenSetSchema<Known> =>
  // Plain text, since a union of both would say the same and cost every page that follows a report 150 bytes more.
  Object.assign(z.string(), { known }) as OpenSetSchema<Known>;
