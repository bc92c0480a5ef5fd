import autocannon, { type Request } from 'autocannon';
import { middle, rounded } from './figures.ts';
import type { BenchServer } from './start-server.ts';

/** Something that is loaded: a server under a name. */
export interface Candidate {
  readonly name: string;
  readonly server: BenchServer;
  /** Told as soon as a round of loading it has ended; resolves when it has nothing left to do that would disturb another. */
  settle?(seconds: number): Promise<void>;
  /** What it is asked, where that is not the same for all. */
  readonly requests?: Request[];
}

/** How to load. */
export interface Load {
  readonly connections: number;
  /** What each connection asks, one after another and again from the start. */
  readonly requests?: Request[];
  /** Times that every candidate is loaded, in turns, so that a busy moment of the machine does not fall on one alone. */
  readonly rounds?: number;
  /** Seconds of one round. */
  readonly seconds?: number;
}

/** What came of it. */
export interface LoadFigures {
  /** Calls answered in a second: the middle one of all rounds. */
  readonly perSecond: number;
  /** Milliseconds in which 95 of 100 calls were answered: the middle one of all rounds. */
  readonly p95: number;
  /** Microseconds of a core that the server's own process used for a call. */
  readonly cpu: number;
  /** Calls in a second beside each candidate, by name: the middle one of the rounds' ratios. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** Seconds before anything counts: until then the programs are still being compiled. */
const warmUp = 4;

interface Round {
  readonly perSecond: number;
  readonly p95: number;
  readonly cpu: number;
}

const loadOnce = async ({ server, name, requests = [] }: Candidate, load: Load, seconds: number): Promise<Round> => {
  const before = await server.usage();
  const result = await autocannon({
    url: server.url,
    connections: load.connections,
    requests: load.requests ?? requests,
    duration: seconds,
  });
  const after = await server.usage();
  // Refusals are quick: a candidate that refuses would win.
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${name}: ${result.non2xx} calls were refused and ${result.errors} failed`);
  const calls = result.requests.total;
  return {
    perSecond: calls / result.duration,
    p95: (result.latency as { p97_5: number }).p97_5,
    cpu: ((after.cpu - before.cpu) * 1000) / calls,
  };
};

const loadAndSettle = async (candidate: Candidate, load: Load, seconds: number): Promise<Round> => {
  const began = performance.now();
  const round = await loadOnce(candidate, load, seconds);
  await candidate.settle?.((performance.now() - began) / 1000);
  return round;
};

/** Loads the candidates in turns, with the same calls from the same generator. */
export const measureLoad = async (
  candidates: readonly Candidate[],
  load: Load,
): Promise<Record<string, LoadFigures>> => {
  const { rounds = 7, seconds = 1 } = load;
  const taken = candidates.map(() => [] as Round[]);
  for (const candidate of candidates) await loadAndSettle(candidate, load, warmUp);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, candidate] of candidates.entries())
      taken[index]?.push(await loadAndSettle(candidate, load, seconds));
  const figures = candidates.map(({ name }, index): [string, LoadFigures] => {
    const own = taken[index] ?? [];
    const ratios = candidates.map((other, place) => {
      const others = taken[place] ?? [];
      return [other.name, rounded(middle(own.map((each, turn) => each.perSecond / (others[turn]?.perSecond ?? 0))))];
    });
    return [
      name,
      {
        perSecond: Math.round(middle(own.map(({ perSecond }) => perSecond))),
        p95: middle(own.map(({ p95 }) => p95)),
        cpu: Math.round(middle(own.map(({ cpu }) => cpu))),
        ratios: Object.fromEntries(ratios) as Record<string, number>,
      },
    ];
  });
  return Object.fromEntries(figures);
};
