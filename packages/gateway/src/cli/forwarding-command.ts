import { listFindings } from '../connectors/setting-findings.ts';
import { listWaitingTasks, resolveTask, retryTasks } from '../connectors/set-aside.ts';
import { readArguments, sharedHelp, sharedOptions } from './command.ts';
import { commandGroup, type InnerCommand } from './command-group.ts';
import { requireDatabase } from './require-database.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';
import { writeJson, writeTable } from './write-table.ts';

/** An id as the list shows it. */
const checkId = (text: string): string => {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new UsageError(`\`${text}\` is no id of a task. \`lapor-gateway forwarding list\` shows them.`);
};

const list: InnerCommand = {
  name: 'list',
  summary: 'lists what could not be brought to another system and was put aside',
  help: `lapor-gateway forwarding list: lists what could not be brought to another system and was put aside, the oldest first.
ARRIVED says "maybe" where a call was made and nobody knows what came of it, and "twice" where a network delivered one call
more than once: REASON names the numbers there. On the standard error it tells of settings that name what the other system has
removed.

  --all                    also what waits for its turn
  --json                   for programs
${sharedHelp}`,
  async run(args) {
    const options = { ...sharedOptions, all: { type: 'boolean' }, json: { type: 'boolean' } } as const;
    const { values } = readArguments(args, options);
    await requireDatabase(values);
    return withGateway(values, async (engine) => {
      const tasks = await listWaitingTasks(engine, values.all === true);
      const rows = tasks.map((task) => [
        task.id,
        task.trackingId,
        task.connector,
        task.kind,
        task.state,
        String(task.attempts),
        task.kind === 'check' ? 'twice' : task.mayHaveArrived ? 'maybe' : 'no',
        task.reason,
      ]);
      const heads = ['ID', 'REPORT', 'CONNECTOR', 'WHAT', 'STATE', 'ATTEMPTS', 'ARRIVED', 'REASON'];
      process.stdout.write(values.json === true ? writeJson(tasks) : writeTable(heads, rows));
      // Beside the list, so that a program that reads it need not tell them apart.
      for (const { problem } of await listFindings(engine.database)) process.stderr.write(`${problem}\n`);
      return 0;
    });
  },
};

const retry: InnerCommand = {
  name: 'retry',
  summary: 'puts what was put aside back into the queue',
  help: `lapor-gateway forwarding retry ID: puts what was put aside back into the queue. Where it may have arrived the gateway looks
first, if the other system lets it.

  --all                    everything that was put aside, instead of one ID
  --absent                 somebody has looked there: it did not arrive
${sharedHelp}`,
  async run(args) {
    const options = { ...sharedOptions, all: { type: 'boolean' }, absent: { type: 'boolean' } } as const;
    const {
      values,
      positionals: [id],
    } = readArguments(args, options, args.includes('--all') ? [] : ['ID']);
    await requireDatabase(values);
    return withGateway(values, async (engine) => {
      const isAbsent = values.absent === true;
      const count = await retryTasks(engine, { isAbsent, ...(id !== undefined && { id: checkId(id) }) });
      if (count === 0 && id !== undefined) throw new UsageError(`nothing is put aside under the id \`${id}\`.`);
      process.stdout.write(`${count} will be tried again.\n`);
      return 0;
    });
  },
};

const resolve: InnerCommand = {
  name: 'resolve',
  summary: 'notes that something did arrive',
  help: `lapor-gateway forwarding resolve ID NUMBER: notes that something which was put aside did arrive, as somebody has seen there.
NUMBER is the report's number in the other system; where it arrived twice, the one that counts.

${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [id = '', number = ''],
    } = readArguments(args, sharedOptions, ['ID', 'NUMBER']);
    if (!/^[\w.-]{1,100}$/.test(number)) throw new UsageError(`\`${number}\` is no number of a report.`);
    await requireDatabase(values);
    return withGateway(values, async (engine) => {
      if (!(await resolveTask(engine, checkId(id), number)))
        throw new UsageError(`nothing is put aside under the id \`${id}\`.`);
      process.stdout.write(`Noted: it is there as ${number}.\n`);
      return 0;
    });
  },
};

/** `lapor-gateway forwarding` */
export const forwardingCommand = commandGroup({
  name: 'forwarding',
  introduction: 'lapor-gateway forwarding: what is on its way to other systems and needs a person.',
  commands: [list, retry, resolve],
});
