import type { Errand } from '../directory/errand.ts';
import type { Engine } from '../engine/engine.ts';

/** Opens the gateway that a command's options name, without its clock work, and closes it again when the work is done. */
export const withGateway = async <Result>(
  values: Readonly<Record<string, unknown>>,
  work: (engine: Engine, errand: Errand) => Promise<Result>,
): Promise<Result> => {
  // The whole program takes half a second to load: help and refusals do not wait for it.
  const { configurationFrom } = await import('./configuration-from.ts');
  const { gatewayOptionsOf } = await import('../gateway-options.ts');
  const options = gatewayOptionsOf(await configurationFrom(values));
  const { createGateway } = await import('../create-gateway.ts');
  const gateway = await createGateway(options);
  try {
    const { engine } = gateway;
    return await work(engine, { authority: { role: 'operator' }, language: 'en', now: engine.clock.now() });
  } finally {
    await gateway.close();
  }
};
