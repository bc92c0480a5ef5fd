import type * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { nouns } from '../nouns.ts';

/** Which way a schema's values go: `input` from the caller, with what may be left out; `output` to the caller. */
export type Direction = 'input' | 'output';

/** A schema and its name in the document. */
interface NamedSchema {
  readonly name: string;
  readonly schema: z.ZodMiniType;
}

/** `report.received` → `ReportReceived`. */
const pascalCase = (text: string): string =>
  text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const commonStart = (texts: readonly string[]): string =>
  texts.reduce((start, text) => {
    let length = 0;
    while (length < start.length && start[length] === text[length]) length += 1;
    return start.slice(0, length);
  });

/** The members of a union that are told apart by a literal, each named for the union and what its literals have in common. */
const membersOf = ({ name, schema }: NamedSchema): NamedSchema[] => {
  const { def } = (schema as z.ZodMiniDiscriminatedUnion<z.ZodMiniObject[]>)._zod;
  if (def.type !== 'union' || def.discriminator === undefined) return [];
  return def.options.map((option) => {
    const values = [...(option._zod.propValues?.[def.discriminator] ?? [])].map(String);
    return { name: name + pascalCase(commonStart(values)), schema: option };
  });
};

/** The parts of an endpoint. Parts that are no objects on the wire have a dot in their name and never become components. */
const partsOf = ([id, { parameters, query, headers, request, answers }]: [
  id: string,
  endpoint: Endpoint,
]): NamedSchema[] => {
  const parts: [name: string, schema: z.ZodMiniType | undefined][] = [
    [`${id}.parameters`, parameters],
    [`${id}.query`, query],
    [`${id}.headers`, headers],
    [`${pascalCase(id)}Request`, request?.schema],
  ];
  for (const [status, answer] of Object.entries(answers)) {
    parts.push([`${pascalCase(id)}Answer`, answer.schema], [`${id}.${status}.headers`, answer.headers]);
  }
  return parts.flatMap(([name, schema]) => (schema ? [{ name, schema }] : []));
};

/**
 * A name for every schema that the document refers to: nouns by their own, members of unions for their union, and what
 * endpoints define in place for the endpoint. A schema that is met twice keeps its first name.
 */
export const nameSchemas = (table: Readonly<Record<string, Endpoint>>): ReadonlyMap<z.ZodMiniType, string> => {
  const named = Object.entries(nouns).map(([name, schema]): NamedSchema => ({ name, schema }));
  const names = new Map<z.ZodMiniType, string>();
  for (const { name, schema } of [...named, ...named.flatMap(membersOf), ...Object.entries(table).flatMap(partsOf)]) {
    if (!names.has(schema)) names.set(schema, name);
  }
  return names;
};
