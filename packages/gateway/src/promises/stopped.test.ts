import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { createGateway } from '../create-gateway.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { fillTestGateway, newAttempt, sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { onPglite, onPostgres } from './server-trial.test.support.ts';
import { assertNothingLost, reportsToSend, type Sent, sendReport } from './sent-reports.test.support.ts';
import { type ServerPlace, type ServerProcess, startServer } from './server-process.test.support.ts';
import { eachOf, type MovingServer, type Observed } from './stubborn-client.test.support.ts';
import { until } from '../until.test.support.ts';

/** How many reports are sent, and after how many the server is asked to stop. */
const reports = 120;
const stopAfter = 40;

/** The README promises 20 seconds to calls under way; the rest is for a machine that has other things to do. */
const stoppedWithin = 60_000;

const openAgain = (database: DatabaseLocation) => createGateway({ database, attachments: { memory: true } });

/** Begins to send a report as somebody on a slow line does, and resolves when the server has read the head and half of the body is sent. */
const beginToSend = async (url: string, { title }: Sent) => {
  const body = JSON.stringify(sampleReport({ title }));
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = [
    'POST /v1/reports HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: Bearer ${testKeys.site}`,
    'Content-Type: application/json',
    `Idempotency-Key: ${newAttempt()}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    // The server says that it has read so far (RFC 9110, 10.1.1); before that it may turn the call away.
    'Expect: 100-continue',
  ].join('\r\n');
  socket.write(`${head}\r\n\r\n`);
  const [proceed] = (await once(socket, 'data')) as [Buffer];
  assert.match(proceed.toString(), /^HTTP\/1\.1 100 /);
  const answer = text(socket);
  socket.write(body.slice(0, 50));
  return {
    /** Sends the rest, and gives the answer as it came over the line. */
    async finish(): Promise<string> {
      socket.write(body.slice(50));
      return answer;
    },
  };
};

/** Whether somebody who comes now is let in. */
const isLetIn = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy()).unref();
    setTimeout(() => socket.destroy(), 1_000).unref();
  });

const isAcknowledged = ({ acknowledged }: Sent): boolean => acknowledged !== undefined;

const stopUnderLoad = async (place: ServerPlace, database: DatabaseLocation): Promise<string> => {
  const filled = await openAgain(database);
  await fillTestGateway(filled);
  await filled.close();
  let server: ServerProcess = await startServer(place);
  const moving: MovingServer = { url: server.url };
  const sent = reportsToSend(reports);
  const answers: Observed[] = [];
  const over = new AbortController();
  const giveUp = AbortSignal.any([over.signal, AbortSignal.timeout(240_000)]);
  const sending = eachOf(sent.entries(), 8, ([index, report]) =>
    sendReport(moving, report, index, { until: giveUp, observe: (answer) => void answers.push(answer) }),
  );
  try {
    await until(() => sent.filter(isAcknowledged).length >= stopAfter || giveUp.aborted, 'enough was acknowledged');
    const slow: Sent = { title: 'Laporan dari sambungan yang lambat' };
    const { finish } = await beginToSend(server.url, slow);
    const began = performance.now();
    const stopped = server.stop();
    await until(async () => !(await isLetIn(server.url)), 'nobody is let in any more');
    const receipt = await finish();
    assert.match(receipt, /^HTTP\/1\.1 201 /);
    assert.match(receipt, /^connection: close\r$/im);
    slow.acknowledged = /"trackingId":"(\d+)"/.exec(receipt)?.[1] ?? 'none';
    assert.equal(await stopped, 0, server.output());
    const milliseconds = Math.round(performance.now() - began);
    assert.ok(milliseconds < stoppedWithin, `it took ${milliseconds} ms to stop`);
    assert.match(server.output(), /"msg":"stopped"/);
    // A second start on the same data finds nothing to repair, and those who were turned away come again.
    server = await startServer(place);
    moving.url = server.url;
    await sending;
    assert.equal(await server.stop(), 0);
    // Nobody was told of trouble: an answer was the receipt, or that the same attempt was under way.
    for (const { status, body } of answers) assert.ok([201, 409].includes(status), `${status} ${JSON.stringify(body)}`);
    const opened = await openAgain(database);
    try {
      const everything = [...sent, slow];
      assert.ok(everything.every(isAcknowledged));
      assert.equal(await assertNothingLost(opened, everything), everything.length);
    } finally {
      await opened.close();
    }
    return `stopped in ${milliseconds} ms; ${sent.filter(({ tries = 1 }) => tries > 1).length} of ${reports} were sent again`;
  } finally {
    over.abort();
    await server.kill();
    await Promise.allSettled([sending]);
  }
};

describe('a gateway that is asked to stop under load', { timeout: 300_000 }, () => {
  test(
    'finishes what it accepted, lets nobody else in, and loses and doubles nothing on PGlite',
    onPglite(stopUnderLoad),
  );

  test(
    'finishes what it accepted, lets nobody else in, and loses and doubles nothing on PostgreSQL',
    onPostgres(stopUnderLoad),
  );
});
