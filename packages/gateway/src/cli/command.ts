import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** Everything about its arguments. */
  readonly help: string;
  /** Runs it and answers the exit code. */
  run(args: readonly string[]): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that every command understands, because each works on a gateway's data. */
export const sharedOptions = {
  config: { type: 'string' },
  data: { type: 'string' },
  'database-url': { type: 'string' },
} as const satisfies Options;

/** What the shared options mean, for a command's help. */
export const sharedHelp = `  --data DIR               folder of the data (LAPOR_DATA; .lapor/gateway)
  --database-url URL       a PostgreSQL server instead of the folder (DATABASE_URL)
  --config FILE            settings in a .ts, .js or .json file
                           (LAPOR_CONFIG; lapor.config.ts in the working folder, if it is there)
`;

/**
 * Reads a command's arguments.
 *
 * @param places names of the arguments that stand without a flag, in their order; all of them must be given.
 * @throws UsageError for an option that it does not have, and for an argument too many or too few.
 */
export const readArguments = <const O extends Options>(
  args: readonly string[],
  options: O,
  places: readonly string[] = [],
) => {
  const read = parse(args, options);
  const missing = places[read.positionals.length];
  if (missing !== undefined) throw new UsageError(`\`${missing}\` is missing.`);
  const surplus = read.positionals[places.length];
  if (surplus !== undefined) throw new UsageError(`\`${surplus}\` is one argument too many.`);
  return read;
};

const parse = <const O extends Options>(args: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    // Node's message names the option; what it adds about positional arguments is of no use here.
    throw new UsageError((cause as Error).message.replace(/\. To specify a positional.*$/s, '.'));
  }
};
