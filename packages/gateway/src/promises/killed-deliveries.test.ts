import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGateway } from '../create-gateway.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { fillTestGateway, sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { type Received, type Receiver, startReceiver, withStatus } from '../webhooks/receiver.test.support.ts';
import { onPglite, onPostgres } from './server-trial.test.support.ts';
import { type ServerPlace, startServer } from './server-process.test.support.ts';
import { until } from '../until.test.support.ts';

const reports = 12;
/** Posts that the receiver answers between one kill and the next. */
const answeredBetweenKills = [0, 20];
/** What happens to each report, and what its receiver is told of it. */
const actions = [
  { type: 'verify' },
  { type: 'dispose', to: 'sumbar.bmckt' },
  { type: 'startFollowUp', plan: 'Kami periksa besok.' },
  { type: 'respond', message: 'Papan jembatan sudah kami ganti.' },
];
const told = [
  'report.received',
  'report.statusChanged',
  'report.statusChanged',
  'report.ownerChanged',
  'report.statusChanged',
  'report.statusChanged',
];

/** Longer than a delivery is kept from others by a process that died with it, and a pause after a failure. */
const millisecondsAtMost = 150_000;

const post = async (url: string, key: string, body: object) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- the schema of each answer is checked elsewhere
  const answer = (await response.json()) as any;
  assert.ok(response.ok, `${response.status} ${JSON.stringify(answer)}`);
  return answer;
};

/** Files reports and leads each as far as an answer. */
const fileAndAnswer = async (url: string): Promise<string[]> => {
  const numbers: string[] = [];
  for (let count = 0; count < reports; count += 1) {
    const { trackingId } = await post(`${url}/v1/reports`, testKeys.site, sampleReport());
    numbers.push(trackingId);
    for (const action of actions) await post(`${url}/v1/desk/reports/${trackingId}/actions`, testKeys.admin, action);
  }
  return numbers;
};

/** Lets a receiver answer as many posts as it is told, and leave all after them hanging. */
const ration = (receiver: Receiver) => {
  const state = { left: 0, hanging: 0 };
  receiver.answerWith((response, received, request) => {
    if (state.left <= 0) return void (state.hanging += 1);
    state.left -= 1;
    withStatus(204)(response, received, request);
  });
  return state;
};

const idOf = ({ headers }: Received): string => headers['webhook-id'] ?? '';

/** How many posts repeated an earlier one. What comes twice comes twice in a row: nothing later is sent before it has arrived. */
const checkOrder = (received: readonly Received[], numbers: readonly string[]): number => {
  const bodies = new Map(received.map((one) => [idOf(one), one.body]));
  for (const one of received) assert.equal(one.body, bodies.get(idOf(one)), 'a repetition is the same, byte for byte');
  for (const trackingId of numbers) {
    const own = received.filter(({ event }) => event.data.trackingId === trackingId);
    const steps = own.filter((one, index) => index === 0 || idOf(one) !== idOf(own[index - 1]!));
    assert.deepEqual(
      steps.map(({ event }) => event.type),
      told,
      trackingId,
    );
    assert.equal(new Set(steps.map(idOf)).size, told.length);
  }
  return received.length - bodies.size;
};

const survive = async (place: ServerPlace, database: DatabaseLocation): Promise<string> => {
  const filled = await createGateway({ database, attachments: { memory: true } });
  await fillTestGateway(filled);
  await filled.close();
  const receiver = await startReceiver();
  const answers = ration(receiver);
  let server = await startServer(place);
  try {
    const { id } = await post(`${server.url}/v1/desk/webhooks`, testKeys.admin, { url: receiver.url });
    const numbers = await fileAndAnswer(server.url);
    const all = numbers.length * told.length;
    await until(
      async () => {
        const headers = { authorization: `Bearer ${testKeys.admin}` };
        const response = await fetch(`${server.url}/v1/desk/webhooks/${id}/deliveries?limit=100`, { headers });
        return ((await response.json()) as { items: unknown[] }).items.length === all;
      },
      'all is to be delivered',
      millisecondsAtMost,
    );
    for (const answered of answeredBetweenKills) {
      Object.assign(answers, { left: answered, hanging: 0 });
      await until(() => answers.hanging > 0, 'a delivery is under way', millisecondsAtMost);
      await server.kill();
      server = await startServer(place);
    }
    answers.left = Number.POSITIVE_INFINITY;
    const arrived = () => new Set(receiver.received.map(idOf)).size;
    await until(() => arrived() === all, 'everything has arrived', millisecondsAtMost);
    const repeated = checkOrder(receiver.received, numbers);
    assert.ok(repeated >= answeredBetweenKills.length, `${repeated} were repeated`);
    return `${arrived()} events, ${answeredBetweenKills.length} kills, ${repeated} posts repeated`;
  } finally {
    await server.kill();
    await receiver.end();
  }
};

const settings = { webhooks: { http: true, networks: ['127.0.0.0/8'], patience: 1 } };

// Mostly they wait until what a dead process had taken is free again: so both databases at once.
const atOnce = { timeout: 4 * millisecondsAtMost, concurrency: true };

describe('a gateway that is killed in the middle of its webhooks', atOnce, () => {
  const trial: typeof survive = (place, database) => survive({ ...place, settings }, database);
  test('delivers all of them, in order and under the same ids, on PGlite', onPglite(trial));
  test('delivers all of them, in order and under the same ids, on PostgreSQL', onPostgres(trial));
});
