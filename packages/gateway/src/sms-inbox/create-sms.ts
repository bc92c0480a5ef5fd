import type { Courier } from '../clock-work/courier.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import type { Metric } from '../journal/metric.ts';
import type { NewsChannel } from '../notifications/news-channel.ts';
import { createSmsTransport } from '../sms/sms-transport.ts';
import { createKeepSms } from './keep-sms.ts';
import { createSmsCourier } from './sms-courier.ts';
import { createSmsNewsChannel } from './sms-news-channel.ts';
import { defaultSmsRules, type SmsOptions } from './sms-options.ts';

/** Everything of SMS: the line, who answers what comes in, and what is counted. */
export interface Sms {
  /** Empty where nobody is told of news by SMS. */
  readonly newsChannels: readonly NewsChannel[];
  readonly courier: Courier;
  readonly figures: { metrics(): Metric[] };
}

/**
 * Makes the SMS door of a gateway. Its line is held while the clock work runs. A sandbox has none: its reports are made up.
 *
 * @param handlers what answers the contract's operations, once it is there.
 */
export const createSms = (
  engine: Engine,
  handlers: () => Handlers,
  options: SmsOptions | undefined,
): Sms | undefined => {
  if (options === undefined || engine.sandbox) return undefined;
  const rules = { ...defaultSmsRules, ...options.rules };
  const { account, source, times } = options;
  const working = new AbortController();
  const keep = createKeepSms(engine, rules);
  const transport = createSmsTransport({
    account,
    source,
    log: engine.log,
    ...(times && { times }),
    async keep(sms) {
      const kind = await keep(sms);
      // Somebody waits for the answer. Should this fail, the next round comes in a second.
      if (kind === 'message') courier.begin(working.signal);
      return kind;
    },
  });
  const courier = createSmsCourier(engine, handlers, transport, options, rules);
  const answerable = /^\+?\d+$/.test(source.address) ? source.address : undefined;
  const channel = createSmsNewsChannel(transport, answerable, account.window ?? 10);
  return {
    newsChannels: options.news === false ? [] : [channel],
    figures: transport,
    courier: {
      ...courier,
      async tidy(now) {
        await courier.tidy?.(now);
        courier.begin(working.signal);
      },
      async close() {
        working.abort();
        await courier.close();
        await courier.settled();
      },
    },
  };
};
