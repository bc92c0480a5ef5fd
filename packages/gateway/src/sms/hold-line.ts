import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../journal/log.ts';
import { afterFailure } from './reconnect-pause.ts';
import { type Receive, SmppConnection } from './smpp-connection.ts';
import type { SmppTimes, WholeSmppAccount } from './smpp-settings.ts';

/** What a line is held with. */
export interface HeldLine {
  readonly account: WholeSmppAccount;
  readonly times: SmppTimes;
  readonly receive: Receive;
  readonly log: Log;
  /** Is told of each line that is bound, and that it is no more. */
  readonly onBound: (connection: SmppConnection | undefined) => void;
}

/** Binds, and stays until the line ends or is to end; gives why it ended, or did not come about. */
const holdOnce = async (
  { account, times, receive, log, onBound }: HeldLine,
  signal: AbortSignal,
): Promise<{ bound: boolean; why: Error }> => {
  const connection = new SmppConnection(account, times, receive);
  const close = () => void connection.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    await connection.bind();
    log.info({ host: account.host, port: account.port, tls: account.tls }, 'sms: bound to the SMSC');
    onBound(connection);
    const why = await connection.ended;
    onBound(undefined);
    return { bound: true, why };
  } catch (error) {
    return { bound: false, why: error as Error };
  } finally {
    signal.removeEventListener('abort', close);
  }
};

/** Holds a line until the signal is aborted and the line that there is has ended: whenever it breaks, it is tried anew. */
export const holdLine = async (held: HeldLine, signal: AbortSignal): Promise<void> => {
  let failures = 0;
  while (!signal.aborted) {
    const { bound, why } = await holdOnce(held, signal);
    if (signal.aborted) return;
    failures = bound ? 1 : failures + 1;
    const { needsAttention, message, pause: wait } = afterFailure(why, failures, held.times, Math.random());
    const level = needsAttention ? 'error' : 'warn';
    held.log[level]({ reason: why.message, retryMilliseconds: Math.round(wait) }, `sms: ${message}`);
    await pause(wait, undefined, { signal }).catch(() => {});
  }
};
