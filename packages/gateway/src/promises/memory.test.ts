import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { newFolder } from './server-process.test.support.ts';

/**
 * Megabytes (10^6 bytes) that a gateway with nothing to do may take beside its PostgreSQL. It is held against the process's
 * own share: pages of Node's program that other processes use as well are counted for each of them in part. What is
 * resident in all is told beside it.
 */
const allowed = 150;

/** Milliseconds in which what only the start needed is given back. */
const settling = 5_000;

const megabytes = (kibibytes: string | undefined): number => Math.round((Number(kibibytes) * 1024) / 1e6);

/** The program as it is installed: from sources it carries the machine that strips their types. */
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Starts it and waits until it is ready. */
const start = async (data: string, databaseUrl: string) => {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    cwd: data,
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  assert.match(said.toString(), /^ready: /);
  return child;
};

/** Memory of a process in megabytes: all that it has mapped, and its own share of it (proc_pid_smaps_rollup(5)). */
const memoryOf = async (pid: number | undefined): Promise<{ readonly resident: number; readonly share: number }> => {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = (name: string) => megabytes(new RegExp(`^${name}: +(\\d+) kB$`, 'm').exec(rollup)?.[1]);
  return { resident: of('Rss'), share: of('Pss') };
};

describe('the memory of a gateway that has nothing to do', { timeout: 120_000 }, () => {
  test(`is at most ${allowed} MB on PostgreSQL`, async (context) => {
    if (!existsSync('/proc/self/smaps_rollup')) return context.skip('only Linux tells the memory of a process so');
    if (!existsSync(program)) return context.skip('the gateway is not built: pnpm build');
    const [{ data, remove }, postgres] = await Promise.all([newFolder(), usePostgres()]);
    try {
      const child = await start(data, await postgres.newDatabase());
      await wait(settling);
      const { resident, share } = await memoryOf(child.pid);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      context.diagnostic(`${share} MB are its own share, ${resident} MB are resident`);
      assert.ok(share <= allowed, `${share} MB`);
    } finally {
      await Promise.all([remove(), postgres.end()]);
    }
  });
});
