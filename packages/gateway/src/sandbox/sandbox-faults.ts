import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxFault } from '@lapor/schemas';
import { chanceFrom } from './chance.ts';
import { spoiltAnswer } from './spoilt-answer.ts';

/** The faults of a sandbox, as they are told. */
export interface FaultsState {
  readonly seed: number;
  readonly faults: readonly (SandboxFault & { readonly struck: number })[];
}

/** What makes a sandbox fail on purpose. */
export interface SandboxFaults {
  read(): FaultsState;
  /** Puts faults in place of those that were. */
  set(seed: number, faults: readonly SandboxFault[]): FaultsState;
  /** Keeps nobody waiting any more. */
  end(): void;
  /** Lets a call be answered, with whatever strikes it. */
  answer(request: Request, work: (request: Request) => Promise<Response>): Promise<Response>;
}

interface LiveFault {
  readonly fault: SandboxFault;
  readonly pattern: RegExp;
  struck: number;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.{}]/g, String.raw`\$&`).replaceAll('*', '.*')}$`);

/** Where faults are switched off again is no place for them. */
const isSafe = (path: string): boolean => path.startsWith('/v1/sandbox');

/** Milliseconds for which a call is left without an answer when nobody says otherwise: longer than programs wait. */
const longSilence = 120_000;

const defaultDelay = 3_000;

const patiently = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await wait(milliseconds, undefined, { signal }).catch(() => {});
};

const failure = (status: number): Response =>
  new Response('<html><body><h1>Galat yang disengaja</h1></body></html>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

/** An answer that breaks off after its first byte. */
const brokenOff = (answer: Response): Response => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
    pull: (controller) => controller.error(new Error(`the sandbox broke this answer off (${randomUUID()})`)),
  });
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(body, { status: answer.status, headers });
};

/** Makes a call twice, as a network or a proxy may do it. Its body is in memory: a sandbox has small ones. */
const twice = async (request: Request, work: (request: Request) => Promise<Response>): Promise<Response> => {
  const body = request.body === null ? undefined : await request.arrayBuffer();
  const { method, headers, signal, url } = request;
  const again = (): Request => new Request(url, { method, headers, signal, ...(body && { body }) });
  await (await work(again())).body?.cancel();
  return work(again());
};

const strike = async (
  fault: SandboxFault,
  request: Request,
  work: (request: Request) => Promise<Response>,
  ending: AbortSignal,
): Promise<Response> => {
  // Whoever has hung up need not be kept waiting for.
  const signal = AbortSignal.any([request.signal, ending]);
  const { kind, status = 500, milliseconds } = fault;
  switch (kind) {
    case 'delay':
      await patiently(milliseconds ?? defaultDelay, signal);
      return work(request);
    case 'errorBefore':
      return failure(status);
    case 'duplicate':
      return twice(request, work);
    default: {
      const answer = await work(request);
      if (kind === 'errorAfter') return failure(status);
      if (kind === 'closeAfter') return brokenOff(answer);
      if (kind !== 'hangAfter') return spoiltAnswer(kind, answer);
      await patiently(milliseconds ?? longSilence, signal);
      return brokenOff(answer);
    }
  }
};

/** Makes the faults of a sandbox, none of them switched on. They belong to the process. */
export const createSandboxFaults = (): SandboxFaults => {
  let seed = 1;
  let chance = chanceFrom(seed);
  let live: readonly LiveFault[] = [];
  const ending = new AbortController();

  const read = (): FaultsState => ({ seed, faults: live.map(({ fault, struck }) => ({ ...fault, struck })) });

  const strikes = ({ fault, pattern, struck }: LiveFault, method: string, path: string): boolean =>
    (fault.method === undefined || fault.method === method) &&
    pattern.test(path) &&
    (fault.times === undefined || struck < fault.times) &&
    (fault.probability === undefined || chance() < fault.probability);

  return {
    read,
    end: () => ending.abort(),
    set(nextSeed, faults) {
      seed = nextSeed;
      chance = chanceFrom(seed);
      live = faults.map((fault) => ({ fault, pattern: patternOf(fault.path), struck: 0 }));
      return read();
    },
    answer(request, work) {
      const { pathname } = new URL(request.url);
      const struck = isSafe(pathname) ? undefined : live.find((one) => strikes(one, request.method, pathname));
      if (struck === undefined) return work(request);
      struck.struck += 1;
      return strike(struck.fault, request, work, ending.signal);
    },
  };
};
