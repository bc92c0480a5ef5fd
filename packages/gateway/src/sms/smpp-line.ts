import { createTurns } from '../attachments/turns.ts';
import type { Log } from '../journal/log.ts';
import { holdLine } from './hold-line.ts';
import { createPace } from './pace.ts';
import { type Pdu, type PduFields, statuses, statusName } from './pdu.ts';
import type { Receive, SmppConnection } from './smpp-connection.ts';
import { SmppLineBroken, SmppRefusal } from './smpp-error.ts';
import { defaultSmppTimes, type SmppAccount, type SmppTimes, wholeAccount } from './smpp-settings.ts';
import type { SmsFigures } from './sms-figures.ts';

/** A line to an SMSC that comes back by itself. */
export interface SmppLine {
  /** Begins to hold the line. */
  start(): void;
  /** Whether it is bound at this moment. */
  readonly isBound: boolean;
  /**
   * Hands over one short message: waits for the line, keeps to the pace, and tries again when the SMSC is too busy.
   *
   * @throws SmppError when that does not succeed within the patience; what the signal was aborted with.
   */
  submit(fields: PduFields, signal?: AbortSignal): Promise<Pdu>;
  /** Finishes what is under way, says goodbye, and does not come back until it is started again. */
  stop(): Promise<void>;
}

/** What a line works with. */
export interface SmppLineParts {
  readonly account: SmppAccount;
  readonly times?: Partial<SmppTimes>;
  readonly receive: Receive;
  readonly figures: SmsFigures;
  readonly log: Log;
}

const isBusy = (error: unknown): boolean =>
  error instanceof SmppRefusal && (error.status === statuses.throttled || error.status === statuses.queueFull);

/** What is bound at present, and a way to wait for it. */
const createBoundLine = (figures: SmsFigures) => {
  let connection: SmppConnection | undefined;
  let coming = Promise.withResolvers<void>();
  return {
    get connection() {
      return connection;
    },
    set(bound: SmppConnection | undefined): void {
      connection = bound;
      figures.bound(bound !== undefined);
      if (bound) coming.resolve();
      else coming = Promise.withResolvers();
    },
    async wait(signal: AbortSignal): Promise<SmppConnection> {
      const gaveUp = Promise.withResolvers<never>();
      const giveUp = () => gaveUp.reject(new SmppLineBroken('lapor-gateway: there is no line to the SMSC.'));
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        for (;;) {
          if (connection) return connection;
          if (signal.aborted) giveUp();
          await Promise.race([coming.promise, gaveUp.promise]);
        }
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
  };
};

/** Makes a line to an SMSC. Nothing is connected until it is started. */
export const createSmppLine = ({ account, times: timesGiven, receive, figures, log }: SmppLineParts): SmppLine => {
  const whole = wholeAccount(account);
  const times = { ...defaultSmppTimes, ...timesGiven };
  const pace = createPace(whole.perSecond);
  const inTurn = createTurns(whole.window);
  const bound = createBoundLine(figures);
  let ended = new AbortController();
  let holding: Promise<void> | undefined;

  const submit = async (fields: PduFields, signal: AbortSignal): Promise<Pdu> => {
    for (;;) {
      try {
        const connection = await bound.wait(signal);
        await pace.wait(signal);
        const answer = await connection.request('submit_sm', fields);
        pace.speedUp();
        figures.submitted('ok');
        return answer;
      } catch (error) {
        if (error instanceof SmppRefusal) figures.submitted(statusName(error.status));
        if (!isBusy(error)) throw error;
        pace.slowDown();
        if (signal.aborted) throw error;
        log.warn({ gapMilliseconds: Math.round(pace.gap) }, 'sms: the SMSC is too busy; sending more slowly');
      }
    }
  };

  return {
    start() {
      if (holding) return;
      ended = new AbortController();
      const onBound = (connection?: SmppConnection) => bound.set(connection);
      holding = holdLine({ account: whole, times, receive, log, onBound }, ended.signal);
    },
    get isBound() {
      return bound.connection !== undefined;
    },
    submit(fields, signal) {
      const patience = AbortSignal.timeout(times.patience);
      const all = AbortSignal.any([patience, ended.signal, ...(signal ? [signal] : [])]);
      // The window is the line's and not the connection's: what has not left yet goes over the next one.
      return inTurn(() => submit(fields, all));
    },
    async stop() {
      // What has left is waited for; what still waits to leave is given back to whoever asked.
      ended.abort();
      await holding;
      holding = undefined;
    },
  };
};
