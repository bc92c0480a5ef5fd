import { docstrings } from '../docstrings.ts';
import { nouns } from '../nouns.ts';
import { endpoints } from '../table.ts';
import { componentSchemas, reachableFrom } from './component-schemas.ts';
import type { JsonSchema } from './json-schema.ts';

/** A component's schema with its references pointing into `$defs`, and without the words that only OpenAPI knows. */
const alone = ({ discriminator: _, ...schema }: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"#/$defs/')) as JsonSchema;

/**
 * Every noun as a JSON Schema (draft 2020-12) that needs no other file: what it refers to stands in `$defs`.
 * What callers send is strict, what they get is open, as in the OpenAPI document.
 */
export const buildJsonSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const { components } = componentSchemas(endpoints, docstrings);
  const standAlone = (name: string): JsonSchema => {
    const needed = [...reachableFrom([name], components)].filter((other) => other !== name).sort();
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:lapor:schema:v1:${name}`,
      title: name,
      ...alone(components[name] ?? {}),
      ...(needed.length > 0 && {
        $defs: Object.fromEntries(needed.map((other) => [other, alone(components[other] ?? {})])),
      }),
    };
  };
  return Object.fromEntries(Object.keys(nouns).map((name) => [name, standAlone(name)]));
};
