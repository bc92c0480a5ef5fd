import * as z from 'zod/mini';

/** Where a list goes on: opaque, valid for the same filters only. */
export const Cursor = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,512}$/));
/** What {@link Cursor} parses to. */
export type Cursor = z.infer<typeof Cursor>;

/** The part of a query string that every list understands. */
export const PageQuery = z.strictObject({
  cursor: z.optional(Cursor),
  /** How many at most, 1 to 100. */
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20),
});
/** What {@link PageQuery} parses to. */
export type PageQuery = z.infer<typeof PageQuery>;

/** The schema of one page of a list. `nextCursor` is `null` on the last page. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(Cursor) });
