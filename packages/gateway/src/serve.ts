import { endpoints } from '@lapor/schemas/contract';
import type { Configuration } from './configuration/configuration.ts';
import { gatewayOptionsOf } from './gateway-options.ts';
import { createGateway, type Gateway } from './create-gateway.ts';
import { closeDemoKeys } from './demo/close-demo-keys.ts';
import { answerWhileStarting } from './operation/answer-while-starting.ts';
import { listen } from './operation/listen.ts';
import { createLog, type Log } from './journal/log.ts';

/** A gateway that listens. */
export interface ServedGateway {
  readonly gateway: Gateway;
  /** Where it listens, for instance `http://127.0.0.1:1708`. */
  readonly url: string;
  /** Takes no new calls, finishes those under way and the work of the clock that has begun, and closes the gateway. */
  stop(): Promise<void>;
}

/** Opens the gateway, with the demo's data and keys where they are wanted and without its keys where they are not. */
const open = async (configuration: Configuration, port: number, log: Log): Promise<Gateway> => {
  const gateway = await createGateway({
    publicUrl: `http://localhost:${port}`,
    ...gatewayOptionsOf(configuration),
    log,
  });
  try {
    if (configuration.demo) await (await import('./demo/load-demo.ts')).loadDemo(gateway.engine);
    else await closeDemoKeys(gateway.engine);
    await gateway.clockWork.start();
    return gateway;
  } catch (error) {
    await gateway.close();
    throw error;
  }
};

/** The gateway answers itself whether it is ready: what a load balancer is told is what was promised. */
const checkReady = async (gateway: Gateway, url: string): Promise<void> => {
  const { status } = await gateway.fetch(new Request(`${url}${endpoints.getReadiness.path}`));
  if (status !== 200)
    throw new Error(`lapor-gateway: it was opened but is not ready (${status}). Start it again; the log says more.`);
};

/**
 * Opens a gateway as its configuration says, and lets it listen. It listens before the database is open: a port that is
 * taken is told at once, and whoever asks meanwhile is told to wait.
 *
 * @throws what listening or opening throws; then nothing is left open.
 */
export const serve = async (
  configuration: Configuration,
  log: Log = createLog(configuration.logLevel),
): Promise<ServedGateway> => {
  const { port, host, trustedProxies } = configuration;
  let gateway: Gateway | undefined;
  const listening = await listen({
    port,
    host,
    trustedProxies,
    answer: (request, address) => gateway?.fetch(request, { address }) ?? answerWhileStarting(request),
  });
  try {
    const opened = await open(configuration, listening.port, log);
    gateway = opened;
    await checkReady(opened, listening.url);
    log.info(
      {
        url: listening.url,
        database: opened.engine.database.engine,
        demo: configuration.demo,
        sandbox: configuration.sandbox,
      },
      'ready',
    );
    return {
      gateway: opened,
      url: listening.url,
      async stop() {
        log.info({}, 'stopping');
        await listening.stop();
        await opened.close();
        log.info({}, 'stopped');
      },
    };
  } catch (error) {
    await listening.stop();
    await gateway?.close();
    throw error;
  }
};
