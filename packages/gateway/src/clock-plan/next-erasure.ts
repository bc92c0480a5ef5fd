import type { Instant } from '@lapor/schemas';
import type { Retention } from './clock-policy.ts';
import { endOfPeriod } from './moments.ts';

/** What is erased of a closed report, each in its own time. */
export const erasedKinds = ['supporters', 'identity', 'texts'] as const;

/** One of {@link erasedKinds}. */
export type ErasedKind = (typeof erasedKinds)[number];

/** When one thing of a report that was closed at a moment is to be erased. */
export const erasureAt = (closedAt: Instant, kind: ErasedKind, retention: Retention): Instant =>
  endOfPeriod(closedAt, retention[kind]);

/** When the next thing of a report that was closed at `closedAt` is to be erased, after the moment given. */
export const nextErasure = (closedAt: Instant, after: Instant | undefined, retention: Retention): Instant | undefined =>
  erasedKinds
    .map((kind) => erasureAt(closedAt, kind, retention))
    .filter((at) => after === undefined || at > after)
    .sort()[0];
