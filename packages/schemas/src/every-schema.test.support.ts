import { globSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Endpoint } from './contract/endpoint.ts';
import { endpoints } from './contract/table.ts';

const isSchema = (value: unknown): value is z.ZodMiniType => value instanceof z.core.$ZodType;

/** What the files of this package export, by file and name. */
const exportsOfFiles = async (): Promise<[name: string, value: unknown][]> => {
  const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter((file) => !/\.test\.|index\.ts$/.test(file));
  const modules = await Promise.all(
    files.toSorted().map(async (file) => [file, (await import(`./${file}`)) as Record<string, unknown>] as const),
  );
  return modules.flatMap(([file, exports]) =>
    Object.entries(exports).map(([name, value]): [string, unknown] => [`${file} ${name}`, value]),
  );
};

/** What the endpoints take, by operation and part. */
const partsOfEndpoints = (): [name: string, value: unknown][] =>
  Object.entries<Endpoint>(endpoints).flatMap(([operation, { parameters, query, headers, request }]) =>
    Object.entries({ parameters, query, headers, request: request?.schema }).map(([part, value]): [string, unknown] => [
      `${operation} ${part}`,
      value,
    ]),
  );

/** Every schema that a file of this package exports or an endpoint takes, once, with its name. A new one is found by itself. */
export const everySchema = async (): Promise<ReadonlyMap<z.ZodMiniType, string>> => {
  const found = new Map<z.ZodMiniType, string>();
  for (const [name, value] of [...(await exportsOfFiles()), ...partsOfEndpoints()]) {
    if (isSchema(value) && !found.has(value)) found.set(value, name);
  }
  return found;
};
