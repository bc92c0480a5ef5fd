import fc from 'fast-check';
import * as z from 'zod/mini';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Words as citizens write them, with what breaks careless programs: emoji of several parts, combining marks, quotes, Javanese. */
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'lampu',
      'jalan',
      'mati',
      'RT',
      'Ny.',
      '03/02',
      'Jum’at',
      '"awas"',
      '<b>',
      '&amp;',
      '50%',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('👨‍👩‍👧', '🇮🇩', 'é', 'ꦗꦮ', '\u202Eabc\u202C', 'a\u200Bb', '__proto__', '${x}', '{{x}}'),
  },
);

/** Texts of single words and single spaces, so that tidying shortens none below its minimum. */
const textOf = ({ minLength = 0, maxLength = 10_000 }: JsonSchema): fc.Arbitrary<string> =>
  fc
    .array(word, { minLength: minLength > 0 ? 1 : 0, maxLength: 20 })
    .map((words) => words.join(' '))
    .map((text) => ([...text].length < minLength ? `${text} ${'x'.repeat(minLength)}`.trim() : text))
    .map((text) => (text.length > maxLength ? 'x'.repeat(maxLength) : text));

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((date) =>
    fc.constantFrom(
      date.toISOString(),
      date.toISOString().replace(/\.\d+/, ''),
      date.toISOString().replace('Z', '456789Z'),
    ),
  );

const day = instant.map((at) => at.slice(0, 10));

/** Texts of a pattern. fast-check cannot read a negative lookahead, so that one is left out of the making and judged afterwards. */
const textMatching = (pattern: string, { maxLength = 10_000 }: JsonSchema): fc.Arbitrary<string> => {
  const whole = new RegExp(pattern, 'u');
  return fc
    .stringMatching(new RegExp(pattern.replace(/\(\?![^()]*\)/g, ''), 'u'))
    .filter((text) => whole.test(text) && text.length <= maxLength);
};

const stringOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  if (schema.format === 'date') return day;
  if (schema.format === 'date-time') return instant;
  if (schema.format === 'email')
    return fc.emailAddress().filter((address) => new RegExp(schema.pattern ?? '', 'u').test(address));
  if (schema.format === 'uri') return fc.webUrl({ withQueryParameters: true });
  return schema.pattern === undefined ? textOf(schema) : textMatching(schema.pattern, schema);
};

const numberOf = ({ type, minimum = -1e9, maximum = 1e9 }: JsonSchema): fc.Arbitrary<number> =>
  type === 'integer'
    ? fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) })
    : fc.double({ min: minimum, max: maximum, noNaN: true }).map((number) => number + 0); // -0 does not survive JSON

const objectOf = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  const { properties, propertyNames, additionalProperties, required = [] } = schema;
  if (properties === undefined) {
    return fc.dictionary(stringOf(propertyNames as JsonSchema), fromJsonSchema(additionalProperties as JsonSchema), {
      maxKeys: 4,
      noNullPrototype: true,
    });
  }
  const members = Object.entries(properties).map(
    ([name, member]) => [name, fromJsonSchema(member as JsonSchema)] as const,
  );
  return fc.record(Object.fromEntries(members), { requiredKeys: required, noNullPrototype: true });
};

const fromJsonSchema = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  const { type } = schema;
  const choices =
    schema.anyOf ?? schema.oneOf ?? (Array.isArray(type) ? type.map((one) => ({ ...schema, type: one })) : undefined);
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => fromJsonSchema(choice)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (type) {
    case 'string':
      return stringOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const { minItems = 0, maxItems = 3 } = schema;
      return fc.array(fromJsonSchema(schema.items as JsonSchema), {
        minLength: minItems,
        maxLength: Math.min(maxItems, minItems + 3),
      });
    }
    case 'object':
      return objectOf(schema);
    default:
      throw new Error(
        `arbitraryOf: no values are known for \`${JSON.stringify(schema)}\`. Teach it this kind of JSON Schema.`,
      );
  }
};

/**
 * Values that a schema's own JSON Schema allows: what a stranger who reads only the OpenAPI document would send.
 *
 * Rules that JSON Schema cannot say (a check with code of its own) are not kept; filter by the schema where it has any.
 */
export const arbitraryOf = (schema: z.core.$ZodType): fc.Arbitrary<unknown> =>
  fromJsonSchema(z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as JsonSchema);
