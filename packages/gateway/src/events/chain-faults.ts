import { type LifecycleEvent, LifecycleEvent as LifecycleEventSchema, violationsOf } from '@lapor/schemas/lifecycle';
import * as z from 'zod/mini';
import { eventHash } from './hash-chain.ts';

/** One event as it lies in the database, with the digest that its text left. */
export interface StoredEvent {
  readonly event: LifecycleEvent;
  readonly hash: Uint8Array;
  /** Digest of the event's text at the time it was written; kept when the text itself is redacted or deleted. */
  readonly textDigest: Uint8Array | null;
  /** Digest of the text as it lies there now; `null` when the text is gone or was redacted on purpose. */
  readonly presentDigest: Uint8Array | null;
}

/** One thing wrong with a report's stored history. */
export interface ChainFault {
  readonly sequence: number;
  readonly problem: 'notAnEvent' | 'wrongSequence' | 'brokenHash' | 'changedText' | 'brokenRule';
  readonly detail: string;
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/**
 * What is wrong with a report's stored history; nothing when it is whole.
 *
 * Every hash must follow from its event and the hash before it, every text that is still there must be the one that was
 * written, and the events must obey the rules of the lifecycle.
 */
export const chainFaultsOf = (rows: readonly StoredEvent[]): ChainFault[] => {
  const faults: ChainFault[] = [];
  let previous: Uint8Array | undefined;
  for (const [index, { event, hash, textDigest, presentDigest }] of rows.entries()) {
    if (!z.safeParse(LifecycleEventSchema, event).success)
      faults.push({ sequence: index, problem: 'notAnEvent', detail: 'it is no event of this version' });
    if (event.sequence !== index)
      faults.push({ sequence: index, problem: 'wrongSequence', detail: `it calls itself event ${event.sequence}` });
    if (!sameBytes(hash, eventHash(previous, event, textDigest ?? undefined))) {
      faults.push({
        sequence: index,
        problem: 'brokenHash',
        detail: 'its hash does not follow from its content and the hash before it',
      });
    }
    if (textDigest !== null && presentDigest !== null && !sameBytes(textDigest, presentDigest)) {
      faults.push({ sequence: index, problem: 'changedText', detail: 'its text is not the one that was written' });
    }
    previous = hash;
  }
  return faults.length > 0 ? faults : brokenRules(rows.map((row) => row.event));
};

const brokenRules = (events: readonly LifecycleEvent[]): ChainFault[] => {
  try {
    return violationsOf(events).map(({ sequence, rule, detail }) => ({
      sequence,
      problem: 'brokenRule',
      detail: `${rule}: ${detail}`,
    }));
  } catch (error) {
    return [{ sequence: 0, problem: 'brokenRule', detail: (error as Error).message }];
  }
};
