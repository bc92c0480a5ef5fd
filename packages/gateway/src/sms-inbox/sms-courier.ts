import type { Courier } from '../clock-work/courier.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { SmppError } from '../sms/smpp-error.ts';
import { smsVerdict } from '../sms/sms-verdict.ts';
import type { SmsTransport } from '../sms/sms-transport.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { answerMessage } from './answer-message.ts';
import { type DueMessage, endMessage, postponeMessage, removeOldMessages, takeDueMessages } from './due-messages.ts';
import { closeOldParts } from './keep-sms.ts';
import { openSmsDoor } from './sms-door.ts';
import type { SmsOptions, SmsRules } from './sms-options.ts';

/** Messages that are answered at the same time. */
const atOnce = 10;

/** Seconds for which a message is this process's own. An answer of several parts may have to wait for each. */
const lease = 300;

const longestPause = 900;

/** Seconds until a message is tried again: from ten on, doubling. */
const pauseAfter = (attempts: number): number => Math.min(longestPause, 10 * 2 ** Math.min(attempts - 1, 10));

/** Days for which it is known that a message was answered: longer than anything is counted. */
const keepDays = 3;

/** A courier that can be told that there is something to do. */
export interface SmsCourier extends Courier {
  /** Answers what is due now, without waiting for the next round. The line is left as it is. */
  begin(signal: AbortSignal): void;
}

/** Answers what came in: files reports, tells their status, or how it is done. Its line is held as long as it works. */
export const createSmsCourier = (
  engine: Engine,
  handlers: () => Handlers,
  transport: SmsTransport,
  options: Pick<SmsOptions, 'site' | 'keyword'>,
  rules: SmsRules,
): SmsCourier => {
  const { database, log, clock } = engine;
  let round: Promise<void> | undefined;
  let attempted = 0;

  /** @throws when it is to be tried again. */
  const answer = async (message: DueMessage): Promise<void> => {
    const door = await openSmsDoor(engine, handlers(), options);
    const { outcome, text } = await answerMessage(door, rules, message);
    if (text === undefined) return endMessage(database, message.id, outcome);
    try {
      await transport.send({ to: message.sender, text });
    } catch (error) {
      const { isFinal, detail } = smsVerdict(error);
      if (!isFinal) throw error;
      log.warn({ outcome, detail }, 'sms: an answer was refused for good');
      return endMessage(database, message.id, 'unanswered');
    }
    await endMessage(database, message.id, outcome);
  };

  const work = async (message: DueMessage): Promise<void> => {
    attempted += 1;
    try {
      await answer(message);
    } catch (error) {
      const age = Date.parse(clock.now()) - Date.parse(message.receivedAt);
      if (error instanceof SmppError)
        log.warn({ reason: error.name }, 'sms: an answer could not be sent; it is tried again');
      else log.error({ error }, 'sms: a message could not be answered; it is tried again');
      if (age > rules.answerHours * 3_600_000) await endMessage(database, message.id, 'unanswered');
      else await postponeMessage(database, message.id, pauseAfter(message.attempts));
    }
  };

  const serve = async (signal: AbortSignal): Promise<void> => {
    await clock.refresh?.();
    while (!signal.aborted) {
      const due = await takeDueMessages(database, atOnce, lease);
      if (due.length === 0) return;
      await Promise.all(due.map(work));
    }
  };

  const begin = (signal: AbortSignal): void => {
    round ??= serve(signal)
      .catch((error: unknown) => log.error({ error }, 'sms: messages could not be answered; they are tried again'))
      .finally(() => (round = undefined));
  };

  return {
    name: 'sms',
    async beginDue(signal) {
      if (signal.aborted) return;
      transport.start();
      begin(signal);
    },
    begin,
    async settled() {
      await round;
      const count = attempted;
      attempted = 0;
      return count;
    },
    async tidy(now) {
      await closeOldParts(engine, rules, now);
      await removeOldMessages(database, instantOf(new Date(Date.parse(now) - keepDays * 86_400_000)));
    },
    close: () => transport.stop(),
  };
};
