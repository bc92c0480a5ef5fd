import { executeServerCommand } from '@web/test-runner-commands';
import type { ArrivedReport, Fault } from '../offline-gateway.test.support.ts';
import { createClient } from '../index.ts';
import { Outbox, type OutboxEvent, type OutboxEventType, type OutboxOptions } from './index.ts';

/** A site of its own at a real gateway, and what outboxes need to send there. */
export const openSite = async (challenge = false) => {
  const { gateway, siteKey } = await executeServerCommand<{ gateway: string; siteKey: string }, object>(
    'offline-site',
    {
      origin: location.origin,
      challenge,
    },
  );
  const opened: Outbox[] = [];
  return {
    gateway,
    siteKey,
    fail: (...faults: Fault[]) => executeServerCommand<boolean, object>('offline-fail', { siteKey, faults }),
    reports: () => executeServerCommand<ArrivedReport[], object>('offline-reports', { siteKey }),
    calls: () => executeServerCommand<Record<string, number>, object>('offline-calls', { siteKey }),
    /** An outbox that waits for hardly anything between attempts. */
    outbox(options: Partial<OutboxOptions> = {}): Outbox {
      const client = createClient({ gateway, siteKey, retries: 0 });
      const outbox = new Outbox({ client, gateway, siteKey, firstDelay: 50, longestDelay: 1000, ...options });
      opened.push(outbox);
      return outbox;
    },
    close() {
      for (const outbox of opened) outbox.stop();
    },
  };
};

/** The next event of a type. */
export const next = (outbox: Outbox, type: OutboxEventType): Promise<OutboxEvent> =>
  new Promise((resolve) => {
    const end = outbox.on(type, (event) => {
      end();
      resolve(event);
    });
  });
