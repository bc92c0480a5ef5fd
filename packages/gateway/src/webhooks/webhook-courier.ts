import type { Courier } from '../clock-work/courier.ts';
import type { Rest } from '../clock-work/rest.ts';
import type { Engine } from '../engine/engine.ts';
import { addressRules } from './address-rules.ts';
import {
  type DueDelivery,
  findDueReceivers,
  keepVerdicts,
  removeOldDeliveries,
  takeDueDeliveries,
} from './due-deliveries.ts';
import { createReceiverClient } from './post-to-receiver.ts';
import { signedHeaders } from './sign.ts';
import { signingSecret } from './signing-secret.ts';
import { judgeAttempt, type Verdict } from './verdict.ts';
import { switchOff } from './webhook-endpoints.ts';
import type { WebhookFigures } from './webhook-figures.ts';
import type { WebhookRules } from './webhook-options.ts';

/** Receivers that are served at the same time. */
const mostReceivers = 128;

/** Posts that one receiver is given at the same time when it answers well. */
const mostAtOnce = 32;

/** Deliveries that are taken for a receiver together when it answers well: as often as that many posts follow one another. */
const mostTaken = 4 * mostAtOnce;

/** What came of a delivery. */
interface Attempted {
  readonly due: DueDelivery;
  readonly verdict: Verdict;
}

/** Every secret that signs now: after a change both, for the time that the receiver needs to follow. */
const secretsOf = ({ secret, clock }: Engine, due: DueDelivery): string[] => {
  const { seed, previous_seed: previous, previous_until: until } = due;
  const seeds =
    previous !== null && until !== null && until.getTime() > Date.parse(clock.now()) ? [seed, previous] : [seed];
  return seeds.map((one) => signingSecret(secret, one));
};

/**
 * Carries deliveries to their receivers. Each receiver has a round of its own: one that hangs holds up nobody else, is
 * given one delivery at a time, and more again as it answers.
 */
export const createWebhookCourier = (engine: Engine, rules: WebhookRules, figures: WebhookFigures): Courier => {
  const { log, publicUrl } = engine;
  // What is forgotten of an attempt is attempted again, under the same id.
  const database = engine.database.repeatable;
  const client = createReceiverClient(rules, addressRules(rules.networks));
  // All posts of a round, one after another at their slowest, and time to keep what came of them.
  const lease = (mostTaken / mostAtOnce + 1) * rules.patience + 10;
  const rounds = new Map<string, Promise<void>>();
  const windows = new Map<string, number>();
  let attempted = 0;

  const attempt = async (due: DueDelivery): Promise<Attempted> => {
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': `lapor-gateway (+${publicUrl})`,
      ...signedHeaders({ id: due.event_id, timestamp, body: due.body }, secretsOf(engine, due)),
    };
    const verdict = judgeAttempt(await client.post(due.url, headers, due.body), due.failures, rules.pauses);
    figures.count(verdict);
    return { due, verdict };
  };

  const attemptAll = async (taken: readonly DueDelivery[]): Promise<Attempted[]> => {
    const waiting = taken.values();
    const judged: Attempted[] = [];
    const post = async (): Promise<void> => {
      for (const due of waiting) judged.push(await attempt(due));
    };
    await Promise.all(Array.from({ length: Math.min(mostAtOnce, taken.length) }, post));
    return judged;
  };

  const serve = async (endpointId: string, signal: AbortSignal, rest: Rest): Promise<void> => {
    while (!signal.aborted) {
      const began = performance.now();
      const window = windows.get(endpointId) ?? 1;
      const taken = await takeDueDeliveries(database, endpointId, window, lease);
      if (taken.length === 0) return;
      const took = performance.now();
      attempted += taken.length;
      const judged = await attemptAll(taken);
      const answered = performance.now();
      await keepVerdicts(database, judged);
      if (judged.some(({ verdict }) => verdict.isGone)) {
        await switchOff(database, endpointId);
        log.warn({ endpointId }, 'a webhook receiver answered 410 Gone and was switched off');
        return;
      }
      const delivered = judged.filter(({ verdict }) => verdict.state === 'delivered').length;
      windows.set(endpointId, delivered === judged.length ? Math.min(2 * window, mostTaken) : 1);
      // Whoever takes nothing makes room for others: its next round comes in its turn.
      if (delivered === 0) return;
      // However long the receiver took: the database had no part in it.
      await rest(performance.now() - answered + took - began, signal);
    }
  };

  return {
    name: 'webhooks',
    async beginDue(signal, rest) {
      for (const id of await findDueReceivers(database)) {
        if (rounds.size >= mostReceivers || signal.aborted) break;
        if (rounds.has(id)) continue;
        const round = serve(id, signal, rest)
          .catch((error: unknown) => log.error({ error }, 'webhook deliveries failed; they are tried again'))
          .finally(() => rounds.delete(id));
        rounds.set(id, round);
      }
    },
    async settled() {
      while (rounds.size > 0) await Promise.all(rounds.values());
      const count = attempted;
      attempted = 0;
      return count;
    },
    tidy: () => removeOldDeliveries(database, rules.keepDays),
    close: () => client.close(),
  };
};
