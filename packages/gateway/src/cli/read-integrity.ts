import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { type Integrity, nameOf } from '../forms/script-tags.ts';
import { UsageError } from './usage-error.ts';

const Hashes = z.record(z.string(), z.string().check(z.regex(/^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}$/)));

/**
 * Reads the hashes that lie beside the widget's files.
 *
 * @throws UsageError where they cannot be read, or do not name the script.
 */
export const readIntegrity = async (
  path: string | undefined,
  script: string | undefined,
): Promise<Integrity | undefined> => {
  if (path === undefined) return undefined;
  if (script === undefined)
    throw new UsageError('`--integrity` needs `--script`: it is about the files of the script.');
  const read = await readFile(path, 'utf8')
    .then((text) => Hashes.parse(JSON.parse(text)))
    .catch(() => undefined);
  if (read?.[nameOf(script)] === undefined)
    throw new UsageError(
      `\`--integrity\` is \`${path}\`, which has no hash of \`${nameOf(script)}\`. Give the \`integrity.json\` that lies beside the script.`,
    );
  return read;
};
