import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gatewayOptionsOf } from '../gateway-options.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { type Verification, verifyReports } from '../events/verify-reports.ts';
import { type Command, configurationFrom, readArguments, sharedHelp, sharedOptions } from './command.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';

const help = `lapor-gateway verify: checks every report's chain of events, and whether what is stored beside the events follows from them.
It ends with 0 when all is whole, with 1 when something is not. A broken chain is only told, never mended.

  --rebuild                writes anew what does not follow from the events
${sharedHelp}`;

/** Checking a folder that was misspelt would make a new database there and find it whole. */
const checkThere = (location: DatabaseLocation): void => {
  if (!('directory' in location) || existsSync(join(location.directory, 'PG_VERSION'))) return;
  throw new UsageError(
    `there is no database in \`${location.directory}\`. Name the gateway's folder with --data, or its server with --database-url.`,
  );
};

const tell = ({ findings, reports, events, rebuilt }: Verification): void => {
  for (const { trackingId, faults, stale } of findings) {
    for (const { sequence, problem, detail } of faults)
      process.stdout.write(`report ${trackingId}, event ${sequence}: ${problem}: ${detail}\n`);
    if (stale.length > 0)
      process.stdout.write(
        `report ${trackingId}: ${stale.join(', ')} ${stale.length > 1 ? 'do' : 'does'} not follow from the events\n`,
      );
  }
  const broken = findings.filter(({ faults }) => faults.length > 0).length;
  process.stdout.write(
    `${reports} reports with ${events} events: ${broken} broken, ${findings.length - broken} stale, ${rebuilt} rebuilt\n`,
  );
};

const showProgress = (reports: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${reports} reports`);
};

/** `lapor-gateway verify` */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'checks every report’s chain of events and what is stored beside it',
  help,
  async run(args) {
    const { rebuild = false, ...values } = readArguments(args, {
      ...sharedOptions,
      rebuild: { type: 'boolean' },
    }).values;
    checkThere(gatewayOptionsOf(await configurationFrom(values)).database);
    return withGateway(values, async (engine) => {
      const result = await verifyReports(engine, { rebuild, onProgress: showProgress });
      if (process.stderr.isTTY) process.stderr.write('\r');
      tell(result);
      return result.findings.length > result.rebuilt ? 1 : 0;
    });
  },
};
