import * as z from 'zod/mini';

/** A message of ours as it stands there: whoever comes with the same words shortly afterwards is the same call again. */
const Recognised = z.object({ marker: z.string(), id: z.number(), at: z.number(), from: z.optional(z.string()) });
/** A message of ours that was recognised. */
export type Recognised = z.infer<typeof Recognised>;

const Standing = z.object({
  label: z.string(),
  institutionId: z.optional(z.number()),
  institutionName: z.optional(z.string()),
  /** How many entries its log has. */
  logs: z.number(),
});
/** How a report stands there. */
export type Standing = z.infer<typeof Standing>;

/** What is kept between two polls of a report. */
export const Sp4nCursor = z.object({
  /** How it stood when it was last told. */
  known: z.optional(Standing),
  /** How it stands now, while the follow-ups that led there are still being read. */
  pending: z.optional(Standing),
  /** The page of follow-ups that is read next. Missing: the report itself is asked for. */
  page: z.optional(z.number()),
  /** The highest id of a follow-up that was told in earlier sweeps, and in this one. */
  seen: z.optional(z.number()),
  top: z.optional(z.number()),
  /** Ids that were told in this sweep: a list moves while it is read. */
  told: z.optional(z.array(z.number())),
  /** Marks of messages of ours that were recognised. */
  matched: z.optional(z.array(z.string())),
  /** Those of them that were recognised last. */
  ours: z.optional(z.array(Recognised)),
  /** Answers one after another that brought nothing. */
  quiet: z.optional(z.number()),
});
/** What {@link Sp4nCursor} parses to. */
export type Sp4nCursor = z.infer<typeof Sp4nCursor>;

/** The cursor as it was kept. What a newer or older version kept and this one cannot read begins anew. */
export const readCursor = (facts: unknown): Sp4nCursor => {
  const parsed = z.safeParse(Sp4nCursor, facts);
  return parsed.success ? parsed.data : {};
};
