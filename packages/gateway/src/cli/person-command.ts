import { forgetReporter } from '../reports/forget-reporter.ts';
import { reportsOfPerson } from '../reports/reports-of-person.ts';
import { readArguments, sharedHelp, sharedOptions } from './command.ts';
import { commandGroup, type InnerCommand } from './command-group.ts';
import { requireDatabase } from './require-database.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';
import { writeJson, writeTable } from './write-table.ts';

const find: InnerCommand = {
  name: 'find',
  summary: 'lists the reports that were filed under an e-mail address or a telephone number',
  help: `lapor-gateway person find CONTACT: lists the reports that were filed under an e-mail address or a telephone number.
What each holds is told by the desk's audit of the report (GET /v1/desk/reports/{trackingId}/audit).

  --json                   for programs
${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [contact = ''],
    } = readArguments(args, { ...sharedOptions, json: { type: 'boolean' } }, ['CONTACT']);
    await requireDatabase(values);
    return withGateway(values, async ({ database }) => {
      const reports = await reportsOfPerson(database, contact);
      const rows = reports.map((report) => [report.trackingId, report.receivedAt.toISOString(), report.status]);
      process.stdout.write(values.json ? writeJson(reports) : writeTable(['REPORT', 'RECEIVED', 'STATUS'], rows));
      return 0;
    });
  },
};

const forget: InnerCommand = {
  name: 'forget',
  summary: 'forgets who filed a report, at once and for good',
  help: `lapor-gateway person forget NUMBER: forgets the name, the address and the telephone number of whoever filed a report, at once
and for good, and what they were told. The report goes on as one whose reporter is not known, and its log notes it. What
they wrote of themselves within its text is taken out at the desk, by the action \`redact\`.

${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [number = ''],
    } = readArguments(args, sharedOptions, ['NUMBER']);
    await requireDatabase(values);
    return withGateway(values, async (engine, { now }) => {
      if (!(await forgetReporter(engine, number, now)))
        throw new UsageError(`there is no report \`${number}\`. The number stands on the receipt.`);
      process.stdout.write(`Who filed ${number} is forgotten.\n`);
      return 0;
    });
  },
};

/** `lapor-gateway person` */
export const personCommand = commandGroup({
  name: 'person',
  introduction:
    'lapor-gateway person: what people may ask of whoever keeps their data (UU 27/2022). Make sure first that it is they who ask.',
  commands: [find, forget],
});
