import type { Instant } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import { startOfPeriod } from '../clock-plan/moments.ts';

/**
 * Attempts before this moment are forgotten. A sandbox forgets none: its time jumps, while a caller who repeats a call
 * that was lost still lives in real time.
 */
export const oldestAttempt = ({ sandbox, clockPolicy }: Engine, now: Instant): Instant =>
  sandbox ? '1970-01-01T00:00:00Z' : startOfPeriod(now, clockPolicy.retention.attempts);
