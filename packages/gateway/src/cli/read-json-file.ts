import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UsageError } from './usage-error.ts';

/**
 * Reads a file of JSON that a command was given; `-` is the standard input.
 *
 * @throws UsageError when there is none, or when it is not JSON.
 */
export const readJsonFile = async (path: string): Promise<unknown> => {
  const content = await (path === '-' ? text(process.stdin) : readFile(path, 'utf8')).catch(
    (cause: NodeJS.ErrnoException) => {
      throw new UsageError(`\`${path}\` cannot be read (${cause.code}).`, { cause });
    },
  );
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new UsageError(`\`${path}\` is not JSON. ${(cause as Error).message}.`, { cause });
  }
};
