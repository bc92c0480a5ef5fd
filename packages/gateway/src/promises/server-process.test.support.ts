import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { source } from '../cli/run-gateway.test.support.ts';
import type { ConfigurationInput } from '../configuration/configuration.ts';

/** Where a server keeps its things. */
export interface ServerPlace {
  readonly data: string;
  /** A PostgreSQL server's address; without it the database lies in `data`. */
  readonly databaseUrl?: string;
  /** What else stands in its configuration file. */
  readonly settings?: ConfigurationInput;
  /** More variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A folder of its own for a server; `remove` takes it away again. */
export const newFolder = async (): Promise<{ data: string; remove(): Promise<void> }> => {
  const data = await mkdtemp(join(tmpdir(), 'lapor-gateway-'));
  return { data, remove: () => rm(data, { recursive: true, force: true }) };
};

/** The gateway in a process of its own, as an operator runs it. */
export interface ServerProcess {
  readonly url: string;
  /** All that it has written to both outputs. */
  output(): string;
  /** Ends it without warning (SIGKILL), and resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop (SIGTERM), and resolves with its exit code. */
  stop(): Promise<number | null>;
}

const generous = { calls: 1_000_000, seconds: 60 };

const environmentOf = ({ databaseUrl, environment = {} }: ServerPlace): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  // What Node has compiled for the tests need not be compiled again for each start.
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  ...environment,
});

/** Starts the command line's `serve` and does not wait for it to be ready. */
export const spawnServer = async (
  place: ServerPlace,
  args: readonly string[] = [],
): Promise<{ child: ChildProcess; ended: Promise<number | null>; output(): string }> => {
  const config = join(place.data, 'lapor.json');
  await writeFile(
    config,
    JSON.stringify({ rateLimits: { read: generous, write: generous, desk: generous }, ...place.settings }),
  );
  const child = spawn(
    process.execPath,
    [...source, 'serve', '--port', '0', '--data', place.data, '--config', config, '--log-level', 'debug', ...args],
    {
      cwd: place.data,
      env: environmentOf(place),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => void (output += bytes.toString()));
  const ended = new Promise<number | null>((resolve) => void child.once('close', (code) => resolve(code)));
  return { child, ended, output: () => output };
};

/** Starts a server and waits until it takes calls. */
export const startServer = async (place: ServerPlace, args: readonly string[] = []): Promise<ServerProcess> => {
  const { child, ended, output } = await spawnServer(place, args);
  let code: number | null | undefined;
  void ended.then((ending) => void (code = ending));
  for (;;) {
    const url = /^ready: (\S+)$/m.exec(output())?.[1];
    if (url !== undefined) {
      const endBy = async (signal: NodeJS.Signals) => {
        child.kill(signal);
        return ended;
      };
      return { url, output, kill: async () => void (await endBy('SIGKILL')), stop: () => endBy('SIGTERM') };
    }
    if (code !== undefined) throw new Error(`the server ended with ${code} before it was ready:\n${output()}`);
    await wait(20);
  }
};
