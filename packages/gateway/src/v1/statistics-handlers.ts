import { timeZoneOf } from '@lapor/schemas/regions';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import type { Identity } from '../http/request-context.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { ReadStatistics } from '../statistics/read-statistics.ts';

/** Where a caller is at home: the region of its site, or that of its institution; a national one has none. */
const homeOf = async (engine: Engine, identity: Identity) => {
  if (identity.kind === 'site') return { region: identity.site.regionCode, timeZone: identity.site.timeZone };
  if (identity.kind !== 'desk') throw new Refusal('scopeInsufficient');
  const region = (await engine.directory.get()).institutions.get(identity.institutionId)?.regionCode;
  return { region, timeZone: (region === undefined ? undefined : timeZoneOf(region)) ?? ('Asia/Jakarta' as const) };
};

/**
 * Public figures.
 *
 * @param readStatistics answers questions about the figures; shared with whatever else publishes them.
 */
export const statisticsHandlers = (engine: Engine, readStatistics: ReadStatistics): Handlers => {
  return {
    async getStatistics({ query: { period, ...slice } }, { identity, language }) {
      const { region, timeZone } = await homeOf(engine, identity);
      return {
        status: 200,
        body: await readStatistics({ slice: { ...slice, region: slice.region ?? region }, period, language, timeZone }),
      };
    },
  };
};
