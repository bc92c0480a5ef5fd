import * as z from 'zod/mini';
import type { OpenSetSchema } from '../../fields/open-set.ts';
import { describeSchema } from './describe-schema.ts';
import { type JsonSchema, referenceTo } from './json-schema.ts';
import type { Direction } from './name-schemas.ts';

/** Integers that JavaScript cannot tell apart: a bound that zod adds and that says nothing about a report. */
const dropSafeIntegerBounds = (schema: JsonSchema): void => {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
};

/** An answer may gain members in a newer gateway, and a caller must not stumble over them: what we send is open. */
const openUp = (schema: JsonSchema): void => {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
};

const alone = (schema: z.ZodMiniType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
};

/** An open set is any text; what is known of it today stands beside, under its own name where it has one. */
const nameKnownWords = (schema: JsonSchema, known: z.ZodMiniType | undefined, name: string | undefined): void => {
  if (known === undefined) return;
  delete schema.type;
  schema.anyOf = [name === undefined ? alone(known) : { $ref: referenceTo(name) }, { type: 'string' }];
};

const addDiscriminator = (
  schema: JsonSchema,
  { _zod: { def } }: z.ZodMiniDiscriminatedUnion<z.ZodMiniObject[]>,
): void => {
  if (def.type !== 'union' || def.discriminator === undefined) return;
  const mapping = def.options.flatMap((option, index) => {
    const reference = schema.oneOf?.[index]?.$ref;
    return reference === undefined
      ? []
      : [...(option._zod.propValues?.[def.discriminator] ?? [])].map((value) => [String(value), reference]);
  });
  schema['discriminator'] = { propertyName: def.discriminator, mapping: Object.fromEntries(mapping) };
};

/**
 * Converts named schemas, which refer to each other by their names.
 *
 * @returns JSON Schema by name, with descriptions.
 */
export const convertSchemas = (
  names: ReadonlyMap<z.ZodMiniType, string>,
  direction: Direction,
  docstrings: Readonly<Record<string, string>>,
): Record<string, JsonSchema> => {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const override = ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void => {
    const { known } = zodSchema as Partial<OpenSetSchema<string>>;
    nameKnownWords(jsonSchema, known, known && names.get(known));
    dropSafeIntegerBounds(jsonSchema);
    if (direction === 'output') openUp(jsonSchema);
  };
  const { schemas } = z.toJSONSchema(registry, { io: direction, uri: referenceTo, override });
  for (const [zodSchema, name] of names) {
    const schema = schemas[name] as JsonSchema;
    delete schema.$schema;
    delete schema.$id;
    addDiscriminator(schema, zodSchema as z.ZodMiniDiscriminatedUnion<z.ZodMiniObject[]>);
    describeSchema(schema, name, docstrings);
  }
  return schemas;
};
