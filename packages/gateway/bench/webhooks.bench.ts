// How many webhooks reach a receiver in a second, and what that costs those who report meanwhile: two gateways accept the
// same reports as fast as they can, in turns; to one of them a receiver has subscribed.
// `pnpm bench webhooks` prints tables and writes bench/results/webhooks.json.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../src/test-postgres.test.support.ts';
import { filing, withKey } from './calls.ts';
import { middle, showLoad, writeFigures } from './figures.ts';
import { type LoadFigures, measureLoad } from './measure-load.ts';
import { type BenchServer, startGateway, startReceiver } from './start-server.ts';

const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));
const postgres = await startPostgres();

/** What came of webhooks, in one figure each: the middle one of all rounds. */
interface WebhookFigures {
  /** Deliveries in a second while reports were accepted as fast as they could be. */
  readonly perSecondUnderLoad: number;
  /** Deliveries in a second of those that had gathered, when nothing else was to be done. */
  readonly perSecondAfterwards: number;
}

const countOf = async (receiver: BenchServer): Promise<number> => Number(await (await fetch(receiver.url)).text());

/** Waits until nothing has come for a while; tells how many there are, and when the last ones came. */
const waitForTheLast = async (receiver: BenchServer): Promise<{ count: number; at: number }> => {
  let last = { count: await countOf(receiver), at: performance.now() };
  while (performance.now() - last.at < 2_500) {
    await wait(50);
    const count = await countOf(receiver);
    if (count > last.count) last = { count, at: performance.now() };
  }
  return last;
};

const subscribe = async (gateway: BenchServer, receiver: BenchServer): Promise<void> => {
  const response = await fetch(`${gateway.url}/v1/desk/webhooks`, {
    method: 'POST',
    headers: { ...withKey('sk_demo_sumbar'), 'content-type': 'application/json', 'idempotency-key': 'bench-receiver' },
    body: JSON.stringify({ url: `${receiver.url}/` }),
  });
  if (response.status !== 201) throw new Error(`the gateway refused the receiver: ${await response.text()}`);
};

/** Counts what reaches a receiver in each round, and lets the rest arrive before the next one. */
const watch = (receiver: BenchServer) => {
  const rounds: WebhookFigures[] = [];
  let before = 0;
  const settle = async (seconds: number): Promise<void> => {
    const [count, at] = [await countOf(receiver), performance.now()];
    const last = await waitForTheLast(receiver);
    rounds.push({
      perSecondUnderLoad: (count - before) / seconds,
      perSecondAfterwards: last.count > count ? ((last.count - count) / (last.at - at)) * 1000 : Number.NaN,
    });
    before = last.count;
  };
  const figures = (): WebhookFigures => ({
    perSecondUnderLoad: Math.round(middle(rounds.slice(1).map((round) => round.perSecondUnderLoad))),
    perSecondAfterwards: Math.round(middle(rounds.slice(1).map((round) => round.perSecondAfterwards))),
  });
  return { settle, figures };
};

const measureOn = async (
  database: 'PostgreSQL' | 'PGlite',
): Promise<{ load: Record<string, LoadFigures>; webhooks: WebhookFigures }> => {
  const start = async (name: string) => {
    const databaseUrl = database === 'PostgreSQL' ? await postgres.newDatabase() : undefined;
    return startGateway({
      data: join(folder, `${database}-${name}`),
      demo: true,
      webhooks: { http: true, networks: ['127.0.0.0/8'] },
      ...(databaseUrl && { databaseUrl }),
    });
  };
  const [quiet, telling, receiver] = [await start('quiet'), await start('telling'), await startReceiver()];
  await subscribe(telling, receiver);
  const { settle, figures } = watch(receiver);
  const load = await measureLoad(
    [
      { name: 'with a receiver', server: telling, settle },
      { name: 'without', server: quiet },
    ],
    { connections: 16, rounds: 3, seconds: 6, requests: filing('pk_demo_sumbar') },
  );
  for (const server of [quiet, telling, receiver]) await server.stop();
  return { load, webhooks: figures() };
};

try {
  const results = { PostgreSQL: await measureOn('PostgreSQL'), PGlite: await measureOn('PGlite') };
  showLoad(
    Object.fromEntries(Object.entries(results).map(([database, { load }]) => [`${database}: reports accepted`, load])),
  );
  console.log('\nWebhooks that reached the receiver in a second');
  console.table(Object.fromEntries(Object.entries(results).map(([database, { webhooks }]) => [database, webhooks])));
  writeFigures('webhooks', results);
  console.log('\nUnder load they are to reach 200, and accepting with a receiver 0.9 of accepting without.');
} finally {
  await postgres.end();
  await rm(folder, { recursive: true, force: true });
}
