import { type ProblemCode, problemStatus } from '@lapor/schemas';
import { pause } from '../http/pause.ts';
import { exampleProblem } from './contract-examples.ts';
import type { Fault } from './fault.ts';
import { problemResponse } from './fake-refusal.ts';
import type { Overtaking } from './overtaking.ts';
import type { Random } from './seeded-random.ts';

/** What comes back over the network: an answer, or nothing at all. */
export type Carried = Response | 'dropped';

const html = (status: number, title: string): Response =>
  new Response(`<!doctype html><title>${title}</title><h1>${title}</h1>`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

/** Where a status has several problems, what a gateway that broke would say. */
const codeOf = (status: number): ProblemCode | undefined =>
  (Object.keys(problemStatus) as ProblemCode[]).find((code) => problemStatus[code] === status);

/** A failure in the contract's words where it has any for this status, and otherwise as proxies put it. */
const failure = (status: number): Response => {
  const code = codeOf(status);
  return code === undefined ? html(status, `Galat ${status}`) : problemResponse(exampleProblem(code));
};

/** An answer that ends in its middle; what has no middle is left as it is. */
const cutOff = async (response: Response): Promise<Response> => {
  const text = await response.text();
  const { status, headers } = response;
  return new Response(text ? text.slice(0, Math.max(1, text.length / 2)) : null, { status, headers });
};

/** The time that a fault takes, of those that take any. */
const lengthOf = (milliseconds: number | readonly [least: number, most: number], random: Random): number => {
  const [least, most] = typeof milliseconds === 'number' ? [milliseconds, milliseconds] : milliseconds;
  return least + (most - least) * random();
};

/** What carries calls: how long faults take, who waits, and who has stopped waiting. */
export interface Carrier {
  readonly random: Random;
  readonly overtaking: Overtaking;
  /** The call's number of arrival. */
  readonly call: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Carries a call to the gateway and its answer back, and has go wrong what is to go wrong.
 *
 * @param work what the gateway does. It is not even begun where the call does not arrive.
 */
export const carryCall = async (
  fault: Fault | undefined,
  work: () => Promise<Response>,
  { random, overtaking, call, signal }: Carrier,
): Promise<Carried> => {
  switch (fault?.kind) {
    case undefined:
      return work();
    case 'dropBefore':
      return 'dropped';
    case 'dropAfter':
      await work();
      return 'dropped';
    case 'failBefore':
      return failure(fault.status ?? 500);
    case 'failAfter':
      await work();
      return failure(fault.status ?? 500);
    case 'limit':
      return problemResponse(exampleProblem('rateLimited'), { 'retry-after': String(fault.retryAfter ?? 1) });
    case 'refuse':
      return problemResponse(exampleProblem(fault.code));
    case 'signInPage':
      return html(200, 'Wi-Fi gratis: silakan masuk');
    case 'garbage':
      return cutOff(await work());
    case 'delay': {
      const length = lengthOf(fault.milliseconds, random);
      const answer = await work();
      await pause(length, signal);
      return answer;
    }
    case 'overtaken': {
      const answer = await work();
      await overtaking.wait(call, fault.milliseconds ?? 1000, signal);
      return answer;
    }
  }
};
