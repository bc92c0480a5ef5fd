import type * as z from 'zod/mini';
import { Problem } from '../../problem.ts';
import { WebhookEvent } from '../../webhook-event.ts';
import type { Endpoint } from '../endpoint.ts';
import { IdempotencyKey } from '../implied-headers.ts';
import { convertSchemas } from './convert-schemas.ts';
import { type JsonSchema, referenceTo } from './json-schema.ts';
import { nameSchemas, type Direction } from './name-schemas.ts';

/** The schemas of a document and how to refer to them. */
export interface ComponentSchemas {
  /** Name → JSON Schema of everything that is used, and of every noun, ordered by name. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** The names among them that the endpoints and webhooks use. */
  readonly used: ReadonlySet<string>;
  /** What to write where a schema is used. */
  readonly refer: (schema: z.ZodMiniType) => JsonSchema;
  /** The schema itself, for parameters, queries and headers, whose members the document lists one by one. */
  readonly expand: (schema: z.ZodMiniType, direction: Direction) => JsonSchema;
}

type Schemas = Readonly<Record<string, JsonSchema>>;

/** The names of the components that a JSON Schema refers to directly. */
const referencesIn = (schema: JsonSchema | undefined): string[] =>
  [...(JSON.stringify(schema) ?? '').matchAll(/"#\/components\/schemas\/([^"]+)"/g)].flatMap(([, name]) => name ?? []);

/** The names that can be reached from some, themselves included. */
export const reachableFrom = (names: Iterable<string>, schemas: Schemas): ReadonlySet<string> => {
  const found = new Set(names);
  for (const name of found) for (const next of referencesIn(schemas[name])) found.add(next);
  return found;
};

/** What callers send and what they get: the schemas from which all others in the document are reached. */
const rootsOf = (table: Readonly<Record<string, Endpoint>>): Record<Direction, z.ZodMiniType[]> => {
  const endpoints = Object.values(table);
  const answers = endpoints.flatMap((endpoint) => Object.values(endpoint.answers));
  const present = (schemas: (z.ZodMiniType | undefined)[]): z.ZodMiniType[] =>
    schemas.flatMap((schema) => schema ?? []);
  return {
    input: present([
      IdempotencyKey,
      ...endpoints.flatMap(({ parameters, query, headers, request }) => [parameters, query, headers, request?.schema]),
    ]),
    output: present([
      Problem,
      ...WebhookEvent.def.options,
      ...answers.flatMap(({ schema, headers }) => [schema, headers]),
    ]),
  };
};

/**
 * Collects the schemas of a document.
 *
 * @throws Error for a schema that goes both ways and is not the same both ways. What callers send is strict and may leave
 * out what has a default, what they get is open: such a noun has to be two nouns, each with a name of its own.
 */
export const componentSchemas = (
  table: Readonly<Record<string, Endpoint>>,
  docstrings: Readonly<Record<string, string>>,
): ComponentSchemas => {
  const names = nameSchemas(table);
  const nameOf = (schema: z.ZodMiniType): string =>
    names.get(schema) ?? fail('a schema that is no part of the table has no name.');
  const schemas = {
    input: convertSchemas(names, 'input', docstrings),
    output: convertSchemas(names, 'output', docstrings),
  };
  const roots = rootsOf(table);
  const sent = reachableFrom(roots.input.map(nameOf), schemas.input);
  const answered = reachableFrom(roots.output.map(nameOf), schemas.output);

  const components = Object.keys(schemas.output)
    .filter((name) => !name.includes('.'))
    .sort()
    .map((name): [string, JsonSchema] => [name, (sent.has(name) ? schemas.input[name] : schemas.output[name]) ?? {}]);
  for (const [name, schema] of components) {
    if (!sent.has(name) || !answered.has(name)) continue;
    if (JSON.stringify(schema) !== JSON.stringify(schemas.output[name]))
      fail(`\`${name}\` goes both ways and differs. Make it two nouns.`);
  }
  return {
    components: Object.fromEntries(components),
    used: new Set([...sent, ...answered]),
    refer: (schema) => ({ $ref: referenceTo(nameOf(schema)) }),
    expand: (schema, direction) => schemas[direction][nameOf(schema)] ?? {},
  };
};

const fail = (reason: string): never => {
  throw new Error(`componentSchemas: ${reason}`);
};
