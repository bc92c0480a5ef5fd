import type { Courier } from '../clock-work/courier.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { smsVerdict } from '../sms/sms-verdict.ts';
import type { SmsTransport } from '../sms/sms-transport.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { answerMessage, type SmsAnswer } from './answer-message.ts';
import {
  type DueMessage,
  endMessage,
  noteOutcome,
  postponeMessage,
  removeOldMessages,
  takeDueMessages,
} from './due-messages.ts';
import { closeOldParts } from './keep-sms.ts';
import { openSmsDoor } from './sms-door.ts';
import type { SmsOptions, SmsRules } from './sms-options.ts';

/** Messages that are taken and filed at the same time. */
const atOnce = 10;

/** Answers that wait for the line at the same time. Filing goes on meanwhile: a report need not wait for its answer. */
const mostSending = 500;

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
  const sending = new Set<Promise<void>>();
  let round: Promise<void> | undefined;
  let attempted = 0;
  let isWanted = false;
  let isChecked = false;

  /** Does what a message asks. Where that fails it stays until it succeeds, however long that takes: it was taken. */
  const prepare = async (message: DueMessage): Promise<SmsAnswer | undefined> => {
    attempted += 1;
    try {
      const door = await openSmsDoor(engine, handlers(), options);
      const answer = await answerMessage(door, rules, message);
      await noteOutcome(database, message.id, answer.outcome);
      return answer;
    } catch (error) {
      log.error({ error }, 'sms: what a message asks could not be done; it is tried again');
      await postponeMessage(database, message.id, pauseAfter(message.attempts));
      return undefined;
    }
  };

  /** What becomes of an answer that was not sent. */
  const afterFailure = async (error: unknown, message: DueMessage): Promise<void> => {
    const { isFinal, detail } = smsVerdict(error);
    const age = Date.parse(clock.now()) - Date.parse(message.receivedAt);
    const isOver = isFinal || age > rules.answerHours * 3_600_000;
    log.warn({ detail }, isOver ? 'sms: an answer is given up' : 'sms: an answer was not sent; it is tried again');
    await (isOver
      ? endMessage(database, message.id, 'unanswered')
      : postponeMessage(database, message.id, pauseAfter(message.attempts)));
  };

  const send = async (message: DueMessage, { outcome, text }: SmsAnswer): Promise<void> => {
    try {
      if (text !== undefined) await transport.send({ to: message.sender, text });
    } catch (error) {
      return afterFailure(error, message);
    }
    return endMessage(database, message.id, outcome);
  };

  const beginSending = (message: DueMessage, answer: SmsAnswer): void => {
    const work: Promise<void> = send(message, answer)
      // Nothing is lost: the message comes up again when its time here is over.
      .catch((error: unknown) => log.error({ error }, 'sms: it could not be noted that a message was answered'))
      .finally(() => sending.delete(work));
    sending.add(work);
  };

  const serve = async (signal: AbortSignal): Promise<void> => {
    isWanted = false;
    await clock.refresh?.();
    while (!signal.aborted) {
      if (sending.size >= mostSending) await Promise.race(sending);
      isWanted = false;
      const due = await takeDueMessages(database, atOnce, lease);
      if (due.length === 0) return;
      // Messages of one phone go one after another, so that each knows how the one before was answered.
      const phones = Object.groupBy(due, ({ sender }) => sender);
      await Promise.all(
        Object.values(phones).map(async (messages = []) => {
          for (const message of messages) {
            const answer = await prepare(message);
            if (answer) beginSending(message, answer);
          }
        }),
      );
    }
  };

  const begin = (signal: AbortSignal): void => {
    isWanted = true;
    round ??= serve(signal)
      .catch((error: unknown) => log.error({ error }, 'sms: messages could not be answered; they are tried again'))
      .finally(() => {
        round = undefined;
        // A message may have come when the round had just seen that there was none.
        if (isWanted && !signal.aborted) begin(signal);
      });
  };

  /** A site that is not there is told of at once, and not only when somebody's report has to wait for it. */
  const checkSite = (): void => {
    if (isChecked) return;
    isChecked = true;
    openSmsDoor(engine, handlers(), options).catch((error: unknown) =>
      log.error({ error }, 'sms: reports could not be filed'),
    );
  };

  return {
    name: 'sms',
    async beginDue(signal) {
      if (signal.aborted) return;
      checkSite();
      transport.start();
      begin(signal);
    },
    begin,
    async settled() {
      await round;
      await Promise.all(sending);
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
