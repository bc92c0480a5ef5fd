import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestGateway } from '../both-databases.test.support.ts';
import { keepPhoto, openNation, settingsFor } from '../connectors/fault-run.test.support.ts';
import { startHoldingLine } from '../connectors/holding-line.test.support.ts';
import { photoWithPlace } from '../attachments/attachments.test.support.ts';
import { connect, type DatabaseLocation } from '../database/connect.ts';
import { openTestGateway, sampleReport } from '../test-gateway.test.support.ts';
import { onPglite, onPostgres } from './server-trial.test.support.ts';
import { type ServerPlace, startServer } from './server-process.test.support.ts';
import { until } from '../until.test.support.ts';

/** Where the gateway dies: a call is on its way, and the other side has done what it asks, or has not. */
const deaths = (['files', 'create', 'message'] as const).flatMap((stage) =>
  [false, true].map((isDone) => ({ stage, isDone })),
);

/** Works on the region's data while its process is not there. */
const withRegion = async <Result>(
  database: DatabaseLocation,
  directory: string,
  work: (region: TestGateway) => Promise<Result>,
): Promise<Result> => {
  const region = await openTestGateway(database, { attachments: { directory } });
  try {
    return await work(region);
  } finally {
    await region.gateway.close();
  }
};

/** Time passes: what a dead process held may be taken over, and what was late has come. */
const passTime = async (location: DatabaseLocation): Promise<void> => {
  const database = await connect(location);
  try {
    await database.query(
      `update forwarding_task set next_attempt_at = now(), begun_at = begun_at - interval '1 hour' where state = 'queued'`,
      [],
    );
  } finally {
    await database.close();
  }
};

const survive = async (place: ServerPlace, database: DatabaseLocation): Promise<void> => {
  const nation = await openNation({ memory: true });
  const line = await startHoldingLine(nation.url);
  const { lookUpPath, ...sp4n } = await settingsFor(line.url, nation.url);
  const settings = {
    connectors: { institutions: { sumbar: 'sp4n' as const } },
    sp4n: JSON.parse(JSON.stringify({ ...sp4n, lookUpPath })),
    forwarding: { patience: 60, settling: 1 },
  };
  const directory = `${place.data}/attachments`;
  const photo = new Uint8Array(await photoWithPlace(40, 30));
  try {
    await withRegion(database, directory, async (region) => {
      const attachments = [await keepPhoto(region, photo)];
      const filed = await region.call('POST', '/v1/reports', { body: sampleReport({ attachments }) });
      const { trackingId, token } = filed.body;
      await region.call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body: { message: 'Masih lepas.' } });
    });
    for (const { stage, isDone } of deaths) {
      line.hold(stage, isDone);
      const server = await startServer({ ...place, settings });
      await until(() => line.isHeld(), `a call of ${stage} hangs`);
      await server.kill();
      await passTime(database);
    }
    line.let();
    const server = await startServer({ ...place, settings });
    const count = async (table: string): Promise<number> =>
      (
        await nation.gateway.engine.database.query<{ count: number }>(
          `select count(*)::integer as count from ${table}`,
          [],
        )
      )[0]!.count;
    await until(async () => (await count(`report_text where text = 'Masih lepas.'`)) > 0, 'the reply is there');
    assert.equal(await server.stop(), 0);
    assert.equal(await count('report'), 1);
    assert.equal(await count(`report_text where text = 'Masih lepas.'`), 1);
    assert.equal(await count('upload where report_id is not null'), 1);
    await withRegion(database, directory, async (region) => {
      const [row] = await region.gateway.engine.database.query<{ state: { delivery: { state: string } } }>(
        'select state from report',
        [],
      );
      assert.equal(row?.state.delivery.state, 'delivered');
    });
  } finally {
    await line.close();
    await nation.close();
  }
};

describe('a region that is killed in the middle of each step', () => {
  const options = { timeout: 300_000 };
  test('brings the report, its photo and the reply to the nation once, from PGlite', options, onPglite(survive));
  test('brings them there once, from PostgreSQL', options, onPostgres(survive));
});
