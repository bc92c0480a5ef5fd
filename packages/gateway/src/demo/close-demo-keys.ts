import type { Engine } from '../engine/engine.ts';

/** What of the engine the demo data needs. */
export type DemoEngine = Pick<Engine, 'database' | 'clock' | 'clockPolicy' | 'directory' | 'sites' | 'keys'>;

/** By this every demo key is known in the database. No other key's id begins so: those are random. */
export const demoKeyPrefix = 'demo.';

/** What this process remembers of the database is read anew. */
export const forgetCaches = ({ directory, sites, keys }: DemoEngine): void => {
  for (const cache of [directory, sites, keys]) cache.clear();
};

/**
 * Closes the keys of the demo data: for a gateway that is started without `--demo` on a folder that was filled with it.
 * It stands apart from the data, so that a gateway of real reports does not load that.
 */
export const closeDemoKeys = async (engine: DemoEngine): Promise<void> => {
  await engine.database.query(
    'update access_key set revoked_at = $2 where starts_with(id, $1) and revoked_at is null',
    [demoKeyPrefix, engine.clock.now()],
  );
  forgetCaches(engine);
};
