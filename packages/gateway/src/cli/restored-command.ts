import { verifyReports } from '../events/verify-reports.ts';
import { type Command, readArguments, sharedHelp, sharedOptions } from './command.ts';
import { showProgress, tellVerification } from './tell-verification.ts';
import { requireDatabase } from './require-database.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';

/** More reports than any government's site gets between two backups. */
const usualSkip = 10_000;

const help = `lapor-gateway restored: to be run after a restore, before the gateway is started. Reports that came after the backup
are gone, but their numbers stand on people's receipts: the gateway leaves out numbers, so that none is given twice.
Then it checks every report, as \`verify\` does, and ends as that does.

  --skip N                 how many numbers are left out (${usualSkip})
${sharedHelp}`;

const readSkip = (text: string | undefined): number => {
  if (text === undefined) return usualSkip;
  if (!/^\d{1,7}$/.test(text)) throw new UsageError('`--skip` must be a whole number from 0 to 9999999.');
  return Number(text);
};

/** Moves the sequence on, and answers the number that the next report gets. */
const skipNumbers = `select setval('report_id_seq', nextval('report_id_seq') + $1::bigint, false)::text as next`;

/** `lapor-gateway restored` */
export const restoredCommand: Command = {
  name: 'restored',
  help,
  async run(args) {
    const { skip: asked, ...values } = readArguments(args, { ...sharedOptions, skip: { type: 'string' } }).values;
    const skip = readSkip(asked);
    await requireDatabase(values);
    return withGateway(values, async (engine) => {
      const [row] = await engine.database.query<{ next: string }>(skipNumbers, [skip]);
      process.stdout.write(`The next report gets the number ${row?.next}.\n`);
      const result = await verifyReports(engine, { onProgress: showProgress });
      tellVerification(result);
      return result.findings.length > 0 ? 1 : 0;
    });
  },
};
