import { isAnswer, type Pdu, statuses } from './pdu.ts';
import { SmppRefusal, SmppTimeout } from './smpp-error.ts';

/** Requests that wait for their answers. */
export interface AwaitedAnswers {
  /** Waits for the answer to a request. @throws SmppRefusal, SmppTimeout, or what all of them are failed with. */
  wait(command: string, sequence: number): Promise<Pdu>;
  /** Gives an answer to whoever waits for it; one that nobody waits for is passed over. */
  settle(answer: Pick<Pdu, 'command_status' | 'sequence_number' | 'command_id'>): void;
  /** There will be no answers any more. */
  fail(error: Error): void;
}

interface Awaited {
  readonly command: string;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (answer: Pdu) => void;
  readonly reject: (error: Error) => void;
}

/** @param patience milliseconds that an answer is waited for. */
export const createAwaitedAnswers = (patience: number): AwaitedAnswers => {
  const all = new Map<number, Awaited>();
  const take = (sequence: number): Awaited | undefined => {
    const awaited = all.get(sequence);
    all.delete(sequence);
    clearTimeout(awaited?.timer);
    return awaited;
  };
  return {
    wait: (command, sequence) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => take(sequence)?.reject(new SmppTimeout(command, patience)), patience);
        all.set(sequence, { command, timer, resolve, reject });
      }),
    settle(answer) {
      if (!isAnswer(answer.command_id)) return;
      const awaited = take(answer.sequence_number);
      if (awaited === undefined) return;
      const { command_status: status } = answer;
      if (status === statuses.ok) awaited.resolve(answer as Pdu);
      else awaited.reject(new SmppRefusal(awaited.command, status));
    },
    fail(error) {
      for (const sequence of all.keys()) take(sequence)?.reject(error);
    },
  };
};
