import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What the bare server answers with, and from where. Without a database it always answers the same. */
export interface BareOptions {
  readonly databaseUrl?: string;
  /** Folder of an embedded database. */
  readonly directory?: string;
  readonly receipt?: object;
  readonly report?: object;
  readonly page?: object;
  /** A page for people, at `/page`. */
  readonly html?: string;
}

/** What the gateway is told: a part of its configuration. */
export interface GatewayServerOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly demo?: boolean;
  readonly webhooks?: { readonly http: boolean; readonly networks: string[] };
}

/** What a system that is asked after reports has counted. */
export interface PolledFigures {
  readonly requests: number;
  /** Reports that were asked after at all. */
  readonly reports: number;
  /** Requests for that report for which there were most. */
  readonly mostOfOne: number;
  /** Seconds between two requests for the same report, at least; `null` where none was asked after twice. */
  readonly shortestGap: number | null;
  /** Requests that were under way at the same time, at most. */
  readonly mostAtOnce: number;
}

/** What a server's process has used. */
export interface Usage {
  /** Milliseconds of a core, since the process began. */
  readonly cpu: number;
  /** Megabytes (10^6 bytes) that lie in memory now. */
  readonly resident: number;
}

/** A server in a process of its own. */
export interface BenchServer {
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** In the server's process: says where it listens, and from then on answers what it uses when it is asked. */
export const tellParent = (port: number): void => {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1000, resident: process.memoryUsage.rss() / 1e6 } satisfies Usage);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.(port);
};

const start = async (program: string, options: BareOptions | GatewayServerOptions | object): Promise<BenchServer> => {
  // Its log is written, as in earnest, but read by nobody.
  const child = fork(join(import.meta.dirname, program), [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it listened`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async usage() {
      const answer = once(child, 'message') as Promise<[Usage]>;
      child.send('usage');
      return (await answer)[0];
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};

/** Starts bare Hono. */
export const startBare = (options: BareOptions): Promise<BenchServer> => start('bare-server.ts', options);

/** Starts a receiver of webhooks, which counts them. */
export const startReceiver = (): Promise<BenchServer> => start('receiver-server.ts', {});

/** Starts a system that is asked how reports stand, and counts. */
export const startPolled = (): Promise<BenchServer> => start('polled-server.ts', {});

/** Starts a gateway; resolves when it takes calls. */
export const startGateway = (options: GatewayServerOptions): Promise<BenchServer> =>
  start('gateway-server.ts', options);
