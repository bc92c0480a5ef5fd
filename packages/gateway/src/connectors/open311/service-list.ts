import type { Open311Settings } from '../../configuration/open311-settings.ts';
import type { Outcome } from '../connector.ts';
import { type Open311Client, textIn } from './open311-client.ts';

/** The services of a server, as far as they are known. */
export interface ServiceList {
  /** The service that was wanted, or the default one where it is not offered there. */
  choose(
    wanted: string,
    signal: AbortSignal,
  ): Promise<{ readonly code: string } | Extract<Outcome, { result: 'refused' | 'away' }>>;
}

/** Milliseconds for which a list is believed. */
const maxAge = 3_600_000;

/** Asks for the services once in a while, so that a mapping to one that is gone does not lose a report. */
export const createServiceList = (client: Open311Client, { defaultService }: Open311Settings): ServiceList => {
  let known: { readonly codes: ReadonlySet<string>; readonly at: number } | undefined;
  return {
    async choose(wanted, signal) {
      if (known === undefined || Date.now() - known.at > maxAge || !known.codes.has(wanted)) {
        const answer = await client.get('services', {}, 'service', signal);
        if (answer.result !== 'answered')
          return { result: 'away', reason: `its services cannot be read: ${answer.reason}` };
        known = { codes: new Set(answer.items.flatMap((item) => textIn(item, 'service_code') ?? [])), at: Date.now() };
      }
      const code = [wanted, defaultService].find((one) => known?.codes.has(one));
      return code === undefined
        ? {
            result: 'refused',
            reason: `it offers neither the service ${wanted} nor the default one, ${defaultService}`,
          }
        : { code };
    },
  };
};
