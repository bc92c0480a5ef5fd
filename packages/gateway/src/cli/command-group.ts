import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

/** One command of a group. */
export interface InnerCommand extends Command {
  /** One line for the group's help. */
  readonly summary: string;
}

/** What a group of commands is made of. */
export interface CommandGroup {
  readonly name: string;
  /** What these commands are about, for the help. */
  readonly introduction: string;
  readonly commands: readonly InnerCommand[];
}

/** Makes one command of several that belong together, such as `keys add` and `keys list`. */
export const commandGroup = ({ name, introduction, commands }: CommandGroup): Command => {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return {
    name,
    help: `${introduction}\n\nUsage: lapor-gateway ${name} COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nlapor-gateway ${name} COMMAND --help tells the options of a command.\n`,
    async run([asked, ...rest]) {
      if (asked === undefined)
        throw new UsageError(`\`${name}\` needs a command. Commands: ${commands.map((one) => one.name).join(', ')}.`);
      const command = commands.find((one) => one.name === asked);
      if (command === undefined)
        throw new UsageError(
          `\`${name}\` has no command \`${asked}\`. Commands: ${commands.map((one) => one.name).join(', ')}.`,
        );
      if (!rest.includes('--help') && !rest.includes('-h')) return command.run(rest);
      process.stdout.write(command.help);
      return 0;
    },
  };
};
