import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Gateway } from '../create-gateway.ts';

const program = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
const contract = fileURLToPath(import.meta.resolve('@lapor/schemas/openapi.json'));

/** What Prism says of an exchange that is not as the document tells. */
export interface Violation {
  /** `request` or `response`, and where in it. */
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

/** An exchange that was judged. */
export interface Judged {
  readonly call: string;
  readonly status: number;
  readonly violations: readonly Violation[];
}

/** A proxy that lets everything pass, and says what breaks the contract. */
export interface Prism {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts Prism, an independent implementation of OpenAPI, in front of a server. It reads the contract as it is published
 * and knows nothing of this repository.
 *
 * @throws Error with what it said, when it ends before it listens.
 */
export const startPrism = async (upstream: string): Promise<Prism> => {
  const child = spawn(process.execPath, [program, 'proxy', contract, upstream, '--port', '0', '--cors', 'false'], {
    // Colours would stand in the middle of the address.
    env: { PATH: process.env['PATH'], NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (bytes: Buffer): void => {
      if (output.length < 200_000) output += bytes.toString();
      const listening = /Prism is listening on (http:\/\/[\d.]+:\d+)/.exec(output);
      if (listening) resolve(listening[1]!);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`Prism ended before it listened:\n${output}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const violationsIn = (headers: Headers): Violation[] => JSON.parse(headers.get('sl-violations') ?? '[]') as Violation[];

/** The gateway as it is seen through Prism: whatever is asked of it goes over the wire, and is judged. */
export const seenThrough = (prism: Prism, gateway: Gateway, judge: (judged: Judged) => void): Gateway => ({
  ...gateway,
  async fetch(request) {
    const { pathname, search } = new URL(request.url);
    const body = request.body === null ? undefined : await request.arrayBuffer();
    const { method, headers } = request;
    const response = await fetch(`${prism.url}${pathname}${search}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
    });
    judge({
      call: `${method} ${pathname}${search}`,
      status: response.status,
      violations: violationsIn(response.headers),
    });
    return response;
  },
});
