import { gatewayOptionsOf } from '../gateway-options.ts';
import type { Errand } from '../directory/errand.ts';
import { createGateway } from '../create-gateway.ts';
import type { Engine } from '../engine/engine.ts';
import { configurationFrom } from './command.ts';

/** Opens the gateway that a command's options name, without its clock work, and closes it again when the work is done. */
export const withGateway = async <Result>(
  values: Readonly<Record<string, unknown>>,
  work: (engine: Engine, errand: Errand) => Promise<Result>,
): Promise<Result> => {
  const gateway = await createGateway(gatewayOptionsOf(await configurationFrom(values)));
  try {
    const { engine } = gateway;
    return await work(engine, { authority: { role: 'operator' }, language: 'en', now: engine.clock.now() });
  } finally {
    await gateway.close();
  }
};
