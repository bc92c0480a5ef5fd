import type { Instant, Language, Statistics, TimeZone } from '@lapor/schemas';
import { createTurns } from '../attachments/turns.ts';
import type { Engine } from '../engine/engine.ts';
import { countFigures } from './count-figures.ts';
import { publishStatistics } from './publish-statistics.ts';
import { refreshFigures } from './refresh-figures.ts';
import type { StatisticsCounts } from './statistics-counts.ts';
import type { StatisticsSlice } from './statistics-slice.ts';

/** What somebody wants to know. */
export interface StatisticsQuestion {
  readonly slice: StatisticsSlice;
  readonly period: 'year' | 'month';
  readonly language: Language;
  /** The zone whose calendar tells which months are over. */
  readonly timeZone: TimeZone;
}

/** Answers questions about the figures: for pages, and for whatever else publishes them. */
export type ReadStatistics = (question: StatisticsQuestion) => Promise<Statistics>;

/** Figures below this point at few enough people to name them. */
export const defaultSuppressedBelow = 5;

/** Seconds, by the gateway's clock, for which a slice is not counted again. */
const maxAge = 60;

/** Slices that are remembered; some have as many entries as there are days and villages. */
const maxRemembered = 50;

/** Slices that are counted at once; whoever asks for another waits, so that figures never take the database from reports. */
const countedAtOnce = 2;

interface Remembered {
  readonly at: Instant;
  readonly counts: Promise<StatisticsCounts>;
}

const isFresh = (remembered: Remembered, now: Instant): boolean =>
  Math.abs(Date.parse(now) - Date.parse(remembered.at)) < maxAge * 1000;

/**
 * Makes the function that answers. A slice is counted once a minute at most, whoever asks, in whatever language and
 * period; those who ask for the same at the same time share the count.
 *
 * @param suppressedBelow figures below this are hidden; with 0 only confidential reports are kept from standing alone.
 * @throws RangeError when it is not a whole number from 0 on.
 */
export const createStatistics = (engine: Engine, suppressedBelow = defaultSuppressedBelow): ReadStatistics => {
  if (!Number.isInteger(suppressedBelow) || suppressedBelow < 0) {
    throw new RangeError(
      `lapor-gateway: \`suppressedBelow\` is ${suppressedBelow}. Give a whole number from 0 on; ${defaultSuppressedBelow} is usual.`,
    );
  }
  const remembered = new Map<string, Remembered>();
  const takeTurn = createTurns(countedAtOnce);
  let refreshing: Promise<unknown> | undefined;

  /** One refresh at a time: many would hold many connections, and wait for each other. */
  const refresh = (): Promise<unknown> =>
    (refreshing ??= refreshFigures(engine).finally(() => (refreshing = undefined)));

  const countSlice = (slice: StatisticsSlice, timeZone: TimeZone, now: Instant): Remembered => {
    const key = JSON.stringify([slice.region, slice.institution, slice.from, slice.until, timeZone]);
    const known = remembered.get(key);
    if (known && isFresh(known, now)) return known;
    const counts = takeTurn(async () => {
      await refresh();
      return countFigures(engine.database, slice, { directory: await engine.directory.get(), now, timeZone });
    });
    const entry = { at: now, counts };
    remembered.delete(key);
    remembered.set(key, entry);
    for (const oldest of [...remembered.keys()].slice(0, -maxRemembered)) remembered.delete(oldest);
    counts.catch(() => remembered.get(key) === entry && remembered.delete(key));
    return entry;
  };

  return async ({ slice, period, language, timeZone }) => {
    const { at, counts } = countSlice(slice, timeZone, engine.clock.now());
    return publishStatistics(await counts, slice, {
      directory: await engine.directory.get(),
      language,
      period,
      suppressedBelow,
      asOf: at,
    });
  };
};
