import { statuses, statusName } from './pdu.ts';
import { SmppRefusal } from './smpp-error.ts';
import type { SmppTimes } from './smpp-settings.ts';

/** What is told of a line that did not come about, and how long nobody tries again. */
export interface FailedBind {
  /** Whether only a person can help. */
  readonly needsAttention: boolean;
  readonly message: string;
  /** Milliseconds. */
  readonly pause: number;
}

/** Between a half of it and all of it, so that replicas which lost the line together do not come back together. */
const shaken = (pause: number, chance: number): number => pause * (1 - chance / 2);

const explained: Readonly<Record<number, string>> = {
  [statuses.bindFailed]: 'the SMSC refuses the bind; check `systemId`, `password` and whether it allows this address',
  [statuses.invalidPassword]: 'the SMSC refuses `password`',
  [statuses.invalidSystemId]: 'the SMSC does not know `systemId`',
  [statuses.invalidSystemType]: 'the SMSC refuses `systemType`',
};

/**
 * What follows from a line that failed.
 *
 * @param failures how many times in a row it has failed, with this one.
 * @param chance from 0 to 1.
 */
export const afterFailure = (error: Error, failures: number, times: SmppTimes, chance: number): FailedBind => {
  if (error instanceof SmppRefusal && error.command === 'bind_transceiver') {
    if (error.status === statuses.alreadyBound) {
      const message = 'another process is bound under `systemId`; this one stands by';
      return { needsAttention: false, message, pause: shaken(times.standbyPause, chance) };
    }
    const message = `${explained[error.status] ?? 'the SMSC refuses the bind'} (${statusName(error.status)})`;
    return { needsAttention: true, message, pause: shaken(times.refusedPause, chance) };
  }
  const pause = Math.min(times.longestPause, times.firstPause * 2 ** Math.min(failures - 1, 30));
  return { needsAttention: false, message: 'no line to the SMSC; it is tried again', pause: shaken(pause, chance) };
};
