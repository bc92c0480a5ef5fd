import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createGateway } from '../create-gateway.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { fillTestGateway } from '../test-gateway.test.support.ts';
import { onPglite, onPostgres } from './server-trial.test.support.ts';
import { assertNothingLost, reportsToSend, type Sent, sendReport } from './sent-reports.test.support.ts';
import {
  newFolder,
  type ServerPlace,
  type ServerProcess,
  spawnServer,
  startServer,
} from './server-process.test.support.ts';
import { eachOf, type MovingServer } from './stubborn-client.test.support.ts';

/** How many reports are sent. `LAPOR_KILL_REPORTS=1000` is what the goals ask for; fewer keep the usual run short. */
const reports = Number(process.env['LAPOR_KILL_REPORTS'] ?? 60);
/** The server is killed each time after so many more were acknowledged, and a moment. */
const reportsBetweenKills = reports >= 1000 ? 60 : 20;
/** When senders give up. A machine that needs longer than this for each report has more wrong with it than a killed server. */
const millisecondsAtMost = 120_000 + 1_000 * reports;

/** What came of sending under fire. */
interface Fire {
  readonly sent: readonly Sent[];
  readonly kills: number;
}

const openAgain = (database: DatabaseLocation) => createGateway({ database, attachments: { memory: true } });

const isAcknowledged = ({ acknowledged }: Sent): boolean => acknowledged !== undefined;

/** Sends all reports, every tenth by somebody who tries but once; meanwhile the server dies again and again. */
const sendUnderFire = async (place: ServerPlace): Promise<Fire> => {
  const sent = reportsToSend(reports);
  const over = new AbortController();
  const until = AbortSignal.any([over.signal, AbortSignal.timeout(millisecondsAtMost)]);
  let server: ServerProcess = await startServer(place);
  const moving: MovingServer = { url: server.url };
  let kills = 0;
  const killAgainAndAgain = async (): Promise<void> => {
    // The last tenth is left in peace: a server that is killed whenever it is up never gets to its last reports.
    for (let target = reportsBetweenKills; target <= reports * 0.9; target += reportsBetweenKills) {
      while (!until.aborted && sent.filter(isAcknowledged).length < target) await wait(5);
      await wait(Math.random() * 60);
      if (until.aborted) return;
      await server.kill();
      kills += 1;
      server = await startServer(place);
      moving.url = server.url;
    }
  };
  const sendAll = eachOf(sent.entries(), 8, ([index, report]) =>
    sendReport(moving, report, index, { until, once: index % 10 === 9 }),
  );
  const killing = killAgainAndAgain();
  try {
    // A server that does not come back would leave the senders trying until the end of their patience.
    await Promise.all([sendAll, killing]);
  } finally {
    over.abort();
    await Promise.allSettled([sendAll, killing]);
    await server.kill();
  }
  return { sent, kills };
};

const survive = async (place: ServerPlace, database: DatabaseLocation): Promise<string> => {
  const filled = await openAgain(database);
  await fillTestGateway(filled);
  await filled.close();
  const began = performance.now();
  const { sent, kills } = await sendUnderFire(place);
  const seconds = Math.round((performance.now() - began) / 1000);
  const acknowledged = sent.filter(isAcknowledged);
  const retried = acknowledged.filter(({ tries = 1 }) => tries > 1);
  assert.ok(kills >= Math.floor((reports * 0.9) / reportsBetweenKills), `only ${kills} kills`);
  assert.ok(retried.length > 0, 'some senders had to try again');
  for (const [index, report] of sent.entries())
    assert.ok(isAcknowledged(report) || index % 10 === 9, `${report.title} was given up`);
  const opened = await openAgain(database);
  try {
    const kept = await assertNothingLost(opened, sent);
    return `${sent.length} sent, ${kills} kills, ${acknowledged.length} acknowledged, ${retried.length} after more than one try, ${kept} kept, ${seconds} s`;
  } finally {
    await opened.close();
  }
};

describe('a gateway that is killed again and again under load', { timeout: 3 * millisecondsAtMost }, () => {
  test('loses and doubles nothing on PGlite', onPglite(survive));

  test('loses and doubles nothing on PostgreSQL', onPostgres(survive));
});

describe('a gateway that is killed while it makes its database', { timeout: 240_000 }, () => {
  let folder: Awaited<ReturnType<typeof newFolder>>;
  before(async () => void (folder = await newFolder()));
  after(() => folder.remove());

  test('makes it anew when it is started again', async () => {
    const { child, ended } = await spawnServer({ data: folder.data });
    await wait(1_000 + Math.random() * 2_500);
    child.kill('SIGKILL');
    await ended;
    const server = await startServer({ data: folder.data });
    try {
      assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
    } finally {
      assert.equal(await server.stop(), 0);
    }
  });
});
