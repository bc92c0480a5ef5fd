import type { JsonSchema } from './json-schema.ts';

const isSchema = (part: unknown): part is JsonSchema => typeof part === 'object' && part !== null;

/** The schemas inside a schema, each with its path. */
const partsOf = (schema: JsonSchema, path: string): [path: string, part: unknown][] => [
  ...Object.entries(schema.properties ?? {}).map(([name, part]): [string, unknown] => [`${path}.${name}`, part]),
  [`${path}[]`, schema.items],
  [`${path}{}`, schema.additionalProperties],
];

const describeParts = (schema: JsonSchema, path: string, docstrings: Readonly<Record<string, string>>): void => {
  for (const [partPath, part] of partsOf(schema, path)) if (isSchema(part)) describeSchema(part, partPath, docstrings);
  for (const member of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) describeParts(member, path, docstrings);
};

/**
 * Writes descriptions into a JSON Schema, in place.
 *
 * @param path the schema's name, then `.property`, `[]` for elements and `{}` for the values of a record. The members of
 * a union stand at the union's own path.
 * @param docstrings path → description.
 */
export const describeSchema = (
  schema: JsonSchema,
  path: string,
  docstrings: Readonly<Record<string, string>>,
): void => {
  const description = docstrings[path];
  if (description !== undefined) schema.description = description;
  describeParts(schema, path, docstrings);
};
