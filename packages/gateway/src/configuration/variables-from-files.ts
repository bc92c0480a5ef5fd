import { readFile } from 'node:fs/promises';
import { ConfigurationError } from './configuration-error.ts';

/** Files that hold more than this are not what somebody meant. */
const maxLength = 10_000;

const readValue = async (variable: string, path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new ConfigurationError([`\`${variable}\` names a file that cannot be read (${code}).`], { cause });
  });
  if (text.length > maxLength) throw new ConfigurationError([`\`${variable}\` names a file that is too long.`]);
  // Editors and `echo` put a line's end behind what was meant.
  return text.trim();
};

/**
 * Reads variables from the files that `NAME_FILE` names: how containers and systemd hand over secrets, so that they stand
 * neither in a file of settings nor in the environment of every process.
 *
 * @param names variables that may be given so.
 * @returns the environment with those variables in it.
 * @throws ConfigurationError when a file cannot be read, and for a variable that is given both ways.
 */
export const withVariablesFromFiles = async (
  environment: NodeJS.ProcessEnv,
  names: readonly string[],
): Promise<NodeJS.ProcessEnv> => {
  const read: NodeJS.ProcessEnv = {};
  for (const name of names) {
    const variable = `${name}_FILE`;
    const path = environment[variable];
    if (!path) continue;
    if (environment[name])
      throw new ConfigurationError([`\`${name}\` and \`${variable}\` are both given. Keep one of them.`]);
    read[name] = await readValue(variable, path);
  }
  return { ...environment, ...read };
};
