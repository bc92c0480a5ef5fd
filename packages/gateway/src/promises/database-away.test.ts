import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { listenOnLoopback } from '../attachments/attachments.test.support.ts';
import type { TestGateway } from '../both-databases.test.support.ts';
import { silentLog } from '../journal/log.ts';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { startPostgres } from '../test-postgres.test.support.ts';
import { assertContract } from './contract-faults.test.support.ts';
import { assertNothingLost, reportsToSend, type Sent, sendReport } from './sent-reports.test.support.ts';
import { eachOf, type Observed } from './stubborn-client.test.support.ts';

/** What one statement may take here. In earnest it is longer; what is shown is that it ends. */
const patience = 1_500;
/** A connection and a statement, then the next of the call, and room for a machine that has other things to do. */
const answeredWithin = 4 * patience + 10_000;

describe('a gateway whose database goes away under load', { timeout: 600_000 }, () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let opened: TestGateway;
  let served: Awaited<ReturnType<typeof listenOnLoopback>>;
  before(async () => {
    postgres = await startPostgres();
    opened = await openTestGateway(
      { url: await postgres.newDatabase(), patience, poolSize: 4 },
      { clockWork: true, log: silentLog },
    );
    served = await listenOnLoopback(opened.gateway);
  });
  after(async () => {
    await served?.close();
    await opened?.gateway.close();
    await postgres?.end();
  });

  const everything: Sent[] = [];
  const readiness = async (): Promise<number> => (await fetch(`${served.url}/readyz`)).status;

  /** Lets people send reports while something happens to the database, until all of them are acknowledged. */
  const sendDuring = async (name: string, fault: (isSeen: () => boolean) => Promise<void>): Promise<Observed[]> => {
    const answers: Observed[] = [];
    const over = new AbortController();
    const until = AbortSignal.any([over.signal, AbortSignal.timeout(180_000)]);
    const sent: Sent[] = [];
    let isOver = false;
    const untilOver = function* (): Generator<[number, Sent]> {
      for (const [index, { title }] of reportsToSend(100_000).entries()) {
        if (isOver || until.aborted) return;
        const report = { title: `${name}: ${title}` };
        sent.push(report);
        yield [index, report];
      }
    };
    const sending = eachOf(untilOver(), 8, ([index, report]) =>
      sendReport(served, report, index, { until, observe: (answer) => void answers.push(answer) }),
    );
    const isAcknowledged = (): number => answers.filter(({ status }) => status === 201).length;
    const acknowledgedAfter = async (more: number): Promise<void> => {
      for (const goal = isAcknowledged() + more; isAcknowledged() < goal && !until.aborted;) await wait(10);
    };
    try {
      await acknowledgedAfter(20);
      await fault(() => answers.some(({ status }) => status === 503));
      // Service goes on by itself: nobody starts anything again.
      await acknowledgedAfter(20);
      isOver = true;
      await sending;
    } finally {
      over.abort();
      await sending;
    }
    for (const answer of answers) {
      assert.ok([201, 409, 503].includes(answer.status), `${answer.status} ${JSON.stringify(answer.body)}`);
      assertContract(answer);
      assert.ok(answer.milliseconds < answeredWithin, `an answer ${answer.status} took ${answer.milliseconds} ms`);
    }
    for (const { title, acknowledged } of sent) assert.ok(acknowledged, `${title} was given up`);
    everything.push(...sent);
    assert.equal(await readiness(), 200);
    return answers;
  };

  const refused = (answers: readonly Observed[]): number => answers.filter(({ status }) => status === 503).length;

  test('answers 503 with Retry-After while the server is stopped, and goes on when it is back', async () => {
    const answers = await sendDuring('gestopt', async (isSeen) => {
      await postgres.stop();
      for (let round = 0; round < 1_000 && !isSeen(); round += 1) await wait(10);
      assert.equal(await readiness(), 503);
      await postgres.start();
    });
    assert.ok(refused(answers) > 0);
  });

  test('goes on when all its connections are broken, again and again', async () => {
    const answers = await sendDuring('putus', async () => {
      for (let round = 0; round < 5; round += 1) {
        await postgres.breakConnections();
        await wait(100);
      }
    });
    assert.ok(answers.length > 0);
  });

  test('answers 503 within its patience while the server hangs, and goes on when it wakes', async () => {
    const answers = await sendDuring('beku', async (isSeen) => {
      const { thaw } = await postgres.freeze();
      try {
        const began = performance.now();
        assert.equal(await readiness(), 503);
        assert.ok(performance.now() - began < answeredWithin);
        for (let round = 0; round < 2_000 && !isSeen(); round += 1) await wait(10);
      } finally {
        thaw();
      }
    });
    assert.ok(refused(answers) > 0);
  });

  test('has lost and doubled nothing of all that it acknowledged', async () => {
    assert.equal(await assertNothingLost(opened.gateway, everything), everything.length);
  });
});
