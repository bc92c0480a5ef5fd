import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigurationError } from './configuration-error.ts';

/** Names under which a configuration file is found by itself in the working folder, the first one first. */
export const configurationFileNames = [
  'lapor.config.ts',
  'lapor.config.js',
  'lapor.config.mjs',
  'lapor.config.json',
] as const;

/** The configuration file of a folder, if it has one. */
export const findConfigurationFile = (folder: string): string | undefined =>
  configurationFileNames.map((name) => resolve(folder, name)).find((path) => existsSync(path));

const load = async (path: string): Promise<unknown> => {
  if (path.endsWith('.json')) return JSON.parse(await readFile(path, 'utf8'));
  const { default: content } = (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown };
  if (content === undefined)
    throw new Error('It has no default export. Write `export default defineConfiguration({ … })`');
  return content;
};

/** Why a file cannot be read. What a parser says of JSON cites it, and secrets may stand in it. */
const reasonOf = (cause: unknown): string => {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 'There is no such file';
  return cause instanceof SyntaxError ? 'It is not well formed' : (cause as Error).message;
};

/**
 * Reads a configuration file: JSON, or a module whose default export holds the settings.
 *
 * @throws ConfigurationError when it cannot be read.
 */
export const readConfigurationFile = async (path: string): Promise<Record<string, unknown>> => {
  const content = await load(path).catch((cause: unknown) => {
    throw new ConfigurationError([`\`${path}\` cannot be read as a configuration. ${reasonOf(cause)}.`], { cause });
  });
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ConfigurationError([`\`${path}\` must hold an object with settings.`]);
  return content as Record<string, unknown>;
};
