import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gatewayOptionsOf } from '../gateway-options.ts';
import { configurationFrom } from './configuration-from.ts';
import { UsageError } from './usage-error.ts';

/**
 * Refuses a folder without a database: one that was misspelt would be given a new one, and found whole.
 *
 * @throws UsageError when there is none.
 */
export const requireDatabase = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
  const { database } = gatewayOptionsOf(await configurationFrom(values));
  if (!('directory' in database) || existsSync(join(database.directory, 'PG_VERSION'))) return;
  throw new UsageError(
    `there is no database in \`${database.directory}\`. Name the gateway's folder with --data, or its server with --database-url.`,
  );
};
