import * as z from 'zod/mini';

const WorkingDays = z.int().check(z.minimum(1), z.maximum(60));

/** How long something is kept. Years are those of the calendar. */
export const RetentionPeriod = z.strictObject({
  amount: z.int().check(z.minimum(1), z.maximum(1000)),
  unit: z.enum(['hour', 'day', 'year']),
});
/** What {@link RetentionPeriod} parses to. */
export type RetentionPeriod = z.infer<typeof RetentionPeriod>;

/** The part of a gateway's configuration that says what happens by itself, and when. Every setting may be left out. */
export const ClockPolicySettings = z.strictObject({
  remindBefore: z.optional(WorkingDays),
  escalateEvery: z.optional(WorkingDays),
  announceBefore: z.optional(WorkingDays),
  messageHour: z.optional(z.int().check(z.minimum(0), z.maximum(23))),
  retention: z.optional(
    z.strictObject({
      supporters: z.optional(RetentionPeriod),
      identity: z.optional(RetentionPeriod),
      texts: z.optional(RetentionPeriod),
      attempts: z.optional(RetentionPeriod),
    }),
  ),
});
/** What {@link ClockPolicySettings} parses to. */
export type ClockPolicySettings = z.infer<typeof ClockPolicySettings>;

/** How long is kept what has served its purpose. */
export interface Retention {
  /** After closing: by which supporters are told apart. */
  readonly supporters: RetentionPeriod;
  /** After closing: who reported, and how to reach them. */
  readonly identity: RetentionPeriod;
  /** After closing: everything that anybody wrote or attached. The events stay, and their chain stays whole. */
  readonly texts: RetentionPeriod;
  /** After the attempt: answers kept for repetitions, and proofs of work that were used. */
  readonly attempts: RetentionPeriod;
}

/** What happens by itself, and when. None of it is law that could be read; all of it is configuration. */
export interface ClockPolicy {
  /** Working days before a deadline on which its owner is reminded. */
  readonly remindBefore: number;
  /** Working days after which a missed deadline goes up by another level. */
  readonly escalateEvery: number;
  /** Working days before a report closes by itself on which that is announced. */
  readonly announceBefore: number;
  /** The hour of the region's day at which reminders and announcements go out: nobody wants a message at midnight. */
  readonly messageHour: number;
  readonly retention: Retention;
}

/** A day's notice for officers, three for citizens, and two, one and five years for what is kept. */
export const defaultClockPolicy: ClockPolicy = Object.freeze({
  remindBefore: 1,
  escalateEvery: 2,
  announceBefore: 3,
  messageHour: 8,
  retention: Object.freeze({
    supporters: Object.freeze({ amount: 1, unit: 'year' }),
    identity: Object.freeze({ amount: 2, unit: 'year' }),
    texts: Object.freeze({ amount: 5, unit: 'year' }),
    attempts: Object.freeze({ amount: 24, unit: 'hour' }),
  }),
});

const withoutUndefined = <Part extends object>(
  part: Part,
): Partial<{ [Name in keyof Part]: Exclude<Part[Name], undefined> }> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never;

/**
 * The policy of a gateway: its own settings where it has some, the defaults elsewhere.
 *
 * @throws ZodError when a setting is out of its range.
 */
export const clockPolicyOf = (settings: ClockPolicySettings = {}): ClockPolicy => {
  const { retention = {}, ...days } = z.parse(ClockPolicySettings, settings);
  return {
    ...defaultClockPolicy,
    ...withoutUndefined(days),
    retention: { ...defaultClockPolicy.retention, ...withoutUndefined(retention) },
  };
};
