import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** How Node runs the command line's source. A command is over before it pays to compile the embedded database once more for speed. */
export const source = ['--liftoff-only', '--conditions=@lapor/source', join(import.meta.dirname, 'main.ts')];
const built = [join(import.meta.dirname, '../../dist/cli/main.js')];

/** Where and with what a command runs. Settings of the machine's own environment never reach it. */
export interface RunOptions {
  /** The working folder. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Runs what `pnpm build` made, as people do, in place of the source. */
  readonly isBuilt?: boolean;
}

const environmentOf = ({ environment = {} }: RunOptions): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(LAPOR_|PORT$|DATABASE_URL$|NODE_TEST_CONTEXT$)/.test(name),
  );
  return { ...Object.fromEntries(own), ...environment };
};

const start = (
  args: readonly string[],
  options: RunOptions,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } =>
  spawn(process.execPath, [...(options.isBuilt ? built : source), ...args], {
    cwd: options.folder,
    env: environmentOf(options),
    stdio: 'pipe',
  });

/** How a command ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ending = async (child: ReturnType<typeof start>): Promise<Ended> => {
  const [[code, signal], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, signal, stdout, stderr };
};

/** Runs a command to its end. */
export const runGateway = (args: readonly string[], options: RunOptions): Promise<Ended> => {
  const child = start(args, options);
  child.stdin?.end(options.input ?? '');
  return ending(child);
};

/** A `serve` that is ready. */
export interface Served {
  readonly url: string;
  /** Seconds from the start of the process until it said that it is ready. */
  readonly seconds: number;
  /** Sends it a signal. */
  signal(signal: NodeJS.Signals): void;
  /** How it ended; kills it when the test is over before it did. */
  readonly ended: Promise<Ended>;
}

/** Starts `serve` and waits until it is ready. */
export const startServing = async (args: readonly string[], options: RunOptions): Promise<Served> => {
  const began = performance.now();
  const child = start(['serve', ...args], options);
  const ended = ending(child);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /^ready: (\S+)$/m.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    ended.then(({ code, stderr }) => reject(new Error(`serve ended with ${code}: ${stderr}`)), reject);
  });
  return { url, seconds: (performance.now() - began) / 1000, signal: (signal) => void child.kill(signal), ended };
};

/** A new empty folder, and what removes it. */
export const temporaryFolder = async (): Promise<{ readonly path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'lapor-cli-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};
