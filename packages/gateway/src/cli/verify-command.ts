import { verifyReports } from '../events/verify-reports.ts';
import { type Command, readArguments, sharedHelp, sharedOptions } from './command.ts';
import { requireDatabase } from './require-database.ts';
import { showProgress, tellVerification } from './tell-verification.ts';
import { withGateway } from './with-gateway.ts';

const help = `lapor-gateway verify: checks every report's chain of events, and whether what is stored beside the events follows from them.
It ends with 0 when all is whole, with 1 when something is not. A broken chain is only told, never mended.

  --rebuild                writes anew what does not follow from the events
${sharedHelp}`;

/** `lapor-gateway verify` */
export const verifyCommand: Command = {
  name: 'verify',
  help,
  async run(args) {
    const { rebuild = false, ...values } = readArguments(args, {
      ...sharedOptions,
      rebuild: { type: 'boolean' },
    }).values;
    await requireDatabase(values);
    return withGateway(values, async (engine) => {
      const result = await verifyReports(engine, { rebuild, onProgress: showProgress });
      tellVerification(result);
      return result.findings.length > result.rebuilt ? 1 : 0;
    });
  },
};
