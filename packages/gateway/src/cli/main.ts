#!/usr/bin/env node
import { ConfigurationError } from '../configuration/configuration-error.ts';
import { commands } from './commands.ts';
import { UsageError } from './usage-error.ts';

const overview = `lapor-gateway keeps, routes and answers reports to SP4N-LAPOR!.

Usage: lapor-gateway COMMAND [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(12)}  ${summary}`).join('\n')}

lapor-gateway COMMAND --help tells the options of a command. --version tells the version of the contract.
It ends with 0 when it is done, with 1 when something went wrong, with 2 when it was asked wrongly.
`;

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

const say = (text: string): number => {
  process.stdout.write(text);
  return 0;
};

const run = async ([name, ...rest]: readonly string[]): Promise<number> => {
  if (name === 'help' || isHelp(name)) return say(overview);
  if (name === '--version') return say(`${(await import('@lapor/schemas/contract')).contractVersion}\n`);
  if (name === undefined) throw new UsageError(`a command is missing.\n\n${overview}`);
  const listed = commands.find((candidate) => candidate.name === name);
  if (listed === undefined)
    throw new UsageError(`there is no command \`${name}\`. Commands: ${commands.map((one) => one.name).join(', ')}.`);
  const command = await listed.load();
  return isHelp(rest[0]) ? say(command.help) : command.run(rest);
};

/** 0: done; 1: it went wrong; 2: it was asked for in a way that makes no sense. */
const end = async (error: unknown): Promise<number> => {
  const isAskedWrongly = error instanceof UsageError || error instanceof ConfigurationError;
  const told = isAskedWrongly ? error.message : (await import('./explain-failure.ts')).explainFailure(error);
  // Problems of the configuration begin with the program's name already.
  process.stderr.write(`${error instanceof ConfigurationError ? '' : 'lapor-gateway: '}${told}\n`);
  return isAskedWrongly ? 2 : 1;
};

// What is written to the data folder is private: other users of the machine have no business with it.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2)).catch(end);
