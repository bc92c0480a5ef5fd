import * as z from 'zod/mini';
import { openSet } from './fields/open-set.ts';
import { NotificationChannel, Reporter } from './reporter.ts';

/** Who reported, as an answer tells it. */
export const KnownReporter = z.object({
  ...Reporter.shape,
  /** An open set. */
  notifyBy: z.optional(openSet(NotificationChannel)),
});
/** What {@link KnownReporter} parses to. */
export type KnownReporter = z.infer<typeof KnownReporter>;
