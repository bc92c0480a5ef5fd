import { type SandboxFault, SandboxFaultKind } from '@lapor/schemas';
import { chanceFrom } from '../sandbox/chance.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import type { FaultRun, Spoiling } from './spoiling.test.support.ts';
import type { Stage } from './faulty-line.test.support.ts';

/** The calls of each stage, as the faults of a sandbox name them. */
const calls: Readonly<Record<Stage, Pick<SandboxFault, 'method' | 'path'>>> = {
  files: { method: 'POST', path: '/lapor/3.0.0/complaints/complaint/file' },
  create: { method: 'POST', path: '/lapor/3.0.0/complaints/complaint' },
  message: { method: 'POST', path: '/lapor/3.0.0/complaints/followup/add' },
  look: { method: 'GET', path: '/lapor/3.0.0/complaints' },
  poll: { method: 'GET', path: '/lapor/3.0.0/complaints/*' },
};

const stages = Object.keys(calls) as Stage[];

/** Every kind at every stage, each as often as comes to the share that is to be spoilt, in an order that follows from the seed. */
const faultsOf = ({ reports, seed, spoilt, patience }: FaultRun): SandboxFault[] => {
  const random = chanceFrom(seed);
  // Over when whoever asked has given up, and not much later: nobody waits for the end of the run.
  const milliseconds = patience * 1_200;
  const times = Math.ceil((reports * spoilt) / SandboxFaultKind.options.length);
  return stages.flatMap((stage) =>
    SandboxFaultKind.options
      .map((kind) => ({ kind, ...calls[stage], milliseconds, times, place: random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ place: _, ...fault }) => fault),
  );
};

/** Has the nation itself spoil calls, as an integrator would who tries a program against a sandbox. */
export const spoilBySandbox = async ({ url }: { readonly url: string }, run: FaultRun): Promise<Spoiling> => {
  const seen = new Map<string, number>();
  const call = async (method: 'GET' | 'PUT', body?: object) => {
    const headers = { authorization: `Bearer ${testKeys.admin}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1/sandbox/faults`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.status !== 200) throw new Error(`the sandbox answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { faults: (SandboxFault & { struck: number })[] };
  };
  await call('PUT', { seed: run.seed, faults: faultsOf(run) });
  return {
    url,
    seen: async () => seen,
    async calm() {
      const { faults } = await call('GET');
      for (const { kind, path, struck } of faults) {
        if (struck > 0) seen.set(`${stages.find((stage) => calls[stage].path === path)} ${kind}`, struck);
      }
      await call('PUT', { seed: run.seed, faults: [] });
    },
    close: async () => {},
  };
};
