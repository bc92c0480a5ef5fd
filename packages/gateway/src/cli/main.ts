#!/usr/bin/env node
import { contractVersion } from '@lapor/schemas/contract';
import { ConfigurationError } from '../configuration/configuration-error.ts';
import type { Command } from './command.ts';
import { conformanceCommand } from './conformance-command.ts';
import { explainFailure } from './explain-failure.ts';
import { forwardingCommand } from './forwarding-command.ts';
import { institutionsCommand } from './institutions-command.ts';
import { keysCommand } from './keys-command.ts';
import { migrateCommand } from './migrate-command.ts';
import { personCommand } from './person-command.ts';
import { restoredCommand } from './restored-command.ts';
import { serveCommand } from './serve-command.ts';
import { snippetCommand } from './snippet-command.ts';
import { sitesCommand } from './sites-command.ts';
import { UsageError } from './usage-error.ts';
import { verifyCommand } from './verify-command.ts';

const commands: readonly Command[] = [
  serveCommand,
  migrateCommand,
  institutionsCommand,
  sitesCommand,
  keysCommand,
  snippetCommand,
  personCommand,
  forwardingCommand,
  verifyCommand,
  restoredCommand,
  conformanceCommand,
];

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
  if (name === '--version') return say(`${contractVersion}\n`);
  if (name === undefined) throw new UsageError(`a command is missing.\n\n${overview}`);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined)
    throw new UsageError(`there is no command \`${name}\`. Commands: ${commands.map((one) => one.name).join(', ')}.`);
  return isHelp(rest[0]) ? say(command.help) : command.run(rest);
};

/** 0: done; 1: it went wrong; 2: it was asked for in a way that makes no sense. */
const end = (error: unknown): number => {
  if (error instanceof ConfigurationError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`lapor-gateway: ${error instanceof UsageError ? error.message : explainFailure(error)}\n`);
  return error instanceof UsageError || error instanceof ConfigurationError ? 2 : 1;
};

// What is written to the data folder is private: other users of the machine have no business with it.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2)).catch(end);
