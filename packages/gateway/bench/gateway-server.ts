// The gateway as `lapor-gateway serve` runs it: with its log, its journal, its clock work and its checks. Only its rate
// limits are raised, because one machine asks for a whole town. `start-server.ts` runs it in a process of its own.
import { Configuration } from '../src/configuration/configuration.ts';
import { serve } from '../src/serve.ts';
import { type GatewayServerOptions, tellParent } from './start-server.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as GatewayServerOptions;
const unlimited = { calls: 1_000_000_000, seconds: 60 };
const { url } = await serve(
  Configuration.parse({
    port: 0,
    rateLimits: { read: unlimited, write: unlimited, desk: unlimited },
    ...options,
  }),
);
tellParent(Number(new URL(url).port));
