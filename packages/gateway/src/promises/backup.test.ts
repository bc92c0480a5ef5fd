import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { OperationId } from '@lapor/schemas/contract';
import type { TestGateway } from '../both-databases.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import { ask } from './ask.test.support.ts';
import { findPostgresPrograms, startInstalledPostgres } from './installed-postgres.test.support.ts';
import { rawCallOf } from './sample-call.test.support.ts';
import { newFolder } from './server-process.test.support.ts';
import { storedRows } from './stored-rows.test.support.ts';
import { buildWorld, file, type World } from './world.test.support.ts';

const program = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

/** The commands that the README tells under "Backups", in their order: they are what is tried here. */
const section = readme.split(/^## /m).find((part) => part.startsWith('Backups\n')) ?? '';
const [packFolder, packServer, restoreFolder, restoreServer, ...more] = [
  ...section.matchAll(/^```sh\n(.*?)^```$/gms),
].map(([, block = '']) => block);

/** Everything that can be asked about what lies in the gateway: the same question has the same answer before and after. */
const askEverything = async ({ gateway }: TestGateway, world: World): Promise<Record<string, unknown>> => {
  const answers: Record<string, unknown> = {};
  const note = async (operationId: OperationId, key: string | null, parameters = {}, query = {}) => {
    const { status, body } = await ask(gateway, rawCallOf({ operationId, key, parameters, query }));
    assert.equal(status, 200, `${operationId}: ${JSON.stringify(body)}`);
    answers[`${operationId} ${JSON.stringify(parameters)}`] = body;
  };
  const { open, answered, confidential, attachment } = world;
  for (const { trackingId, token } of [open, answered, confidential]) {
    await note('getReport', token, { trackingId });
    await note('getDeskReport', testKeys.admin, { trackingId });
    await note('auditReport', testKeys.admin, { trackingId });
  }
  await note('listReports', testKeys.site);
  await note('listDeskReports', testKeys.admin);
  await note('getStatistics', testKeys.site);
  await note('listWebhooks', testKeys.admin);
  const { id, ...link } = attachment;
  await note('downloadAttachment', null, { attachmentId: id }, link);
  return answers;
};

/** Runs commands as the page has them, with this program as `lapor-gateway`. */
const shellIn = async (folder: string, environment: Record<string, string>) => {
  const tools = join(folder, 'tools');
  await mkdir(tools);
  const npx = `#!/bin/sh\nshift\nexec '${process.execPath}' --conditions=@lapor/source '${program}' "$@"\n`;
  await writeFile(join(tools, 'npx'), npx);
  await chmod(join(tools, 'npx'), 0o755);
  const { PATH = '', HOME = '' } = process.env;
  const env = { HOME, ...environment, PATH: [tools, environment['PATH'], PATH].filter(Boolean).join(delimiter) };
  return async (script: string | undefined): Promise<string> => {
    assert.ok(script);
    return (await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env })).stdout;
  };
};

/** What differs between the two databases. */
interface Ways {
  readonly folder: string;
  readonly database: DatabaseLocation;
  readonly backUp: () => Promise<unknown>;
  readonly destroy: () => Promise<unknown>;
  /** Gives what the commands of the restore printed. */
  readonly restore: () => Promise<string>;
  /** Whether the gateway is stopped for the backup. */
  readonly stopsForBackup: boolean;
}

const survive = async ({ folder, database, backUp, destroy, restore, stopsForBackup }: Ways): Promise<void> => {
  const attachments = { directory: join(folder, '.lapor/gateway/attachments') };
  const open = () => openTestGateway(database, { attachments });
  let opened = await open();
  const world = await buildWorld(opened);
  const answers = await askEverything(opened, world);
  const rows = await storedRows(opened.gateway.engine.database);
  if (stopsForBackup) await opened.gateway.close();
  await backUp();
  if (stopsForBackup) opened = await open();
  // What comes after the backup is lost, but its numbers are on people's paper.
  const lost = [await file(opened), await file(opened)];
  await opened.gateway.close();

  await destroy();
  const told = await restore();
  assert.match(
    told,
    /^The next report gets the number \d+\.\n\d+ reports with \d+ events: 0 broken, 0 stale, 0 rebuilt\n$/,
  );

  opened = await open();
  try {
    assert.deepEqual(await storedRows(opened.gateway.engine.database), rows);
    for (const [question, answer] of Object.entries(await askEverything(opened, world)))
      assert.deepEqual(answer, answers[question], question);
    assert.deepEqual((await verifyReports(opened.gateway.engine)).findings, []);
    const next = await file(opened);
    const newest = Math.max(...lost.map(({ trackingId }) => Number(trackingId)));
    assert.ok(Number(next.trackingId) > newest, `${next.trackingId} was given to somebody before`);
    // Somebody who holds a number and a token of a lost report gets at nobody else's.
    for (const { trackingId, token } of lost) {
      const parameters = { trackingId };
      const answer = await ask(opened.gateway, rawCallOf({ operationId: 'getReport', key: token, parameters }));
      assert.ok([401, 404].includes(answer.status), `${answer.status}`);
    }
  } finally {
    await opened.gateway.close();
  }
};

describe('a gateway that is restored from a backup by the commands of the README', { timeout: 180_000 }, () => {
  let home: Awaited<ReturnType<typeof newFolder>>;
  before(async () => void (home = await newFolder()));
  after(() => home.remove());

  test('the README has these four steps, and no other', () => {
    assert.match(packFolder ?? '', /^tar -cf /);
    assert.match(packServer ?? '', /^pg_dump /);
    assert.match(restoreFolder ?? '', /^tar -xf .*\n.* restored$/m);
    assert.match(restoreServer ?? '', /^pg_restore /);
    assert.deepEqual(more, []);
  });

  test('answers as before on PGlite, and gives no number twice', async () => {
    const folder = join(home.data, 'pglite');
    await mkdir(folder);
    const run = await shellIn(folder, {});
    await survive({
      folder,
      database: { directory: join(folder, '.lapor/gateway/database') },
      stopsForBackup: true,
      backUp: () => run(packFolder),
      destroy: () => rm(join(folder, '.lapor/gateway'), { recursive: true }),
      restore: () => run(restoreFolder),
    });
  });

  test('answers as before on PostgreSQL, and gives no number twice', async (context) => {
    const programs = findPostgresPrograms();
    if (programs === undefined) return context.skip('this machine has no PostgreSQL with pg_dump and pg_restore');
    const postgres = await startInstalledPostgres(programs);
    context.diagnostic(`PostgreSQL ${postgres.version}`);
    try {
      const folder = join(home.data, 'postgres');
      await mkdir(folder);
      const url = postgres.urlOf('lapor');
      await postgres.createDatabase('lapor');
      const run = await shellIn(folder, { PATH: programs, DATABASE_URL: url });
      await survive({
        folder,
        database: { url },
        stopsForBackup: false,
        backUp: () => run(packServer),
        async destroy() {
          await rm(join(folder, '.lapor/gateway/attachments'), { recursive: true });
          await postgres.dropDatabase('lapor');
          await postgres.createDatabase('lapor');
        },
        restore: () => run(restoreServer),
      });
    } finally {
      await postgres.end();
    }
  });
});
