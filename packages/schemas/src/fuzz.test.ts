import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { arbitraryOf } from './arbitrary-of.test.support.ts';
import { everySchema } from './every-schema.test.support.ts';
import {
  growingTexts,
  hostileNames,
  hostileValues,
  smallHostileValues,
  unstorableTexts,
} from './hostile-input.test.support.ts';
import { changed, judge, placesIn, pointerTo } from './judge.test.support.ts';

const schemas = await everySchema();

/** Whether the objects in a schema refuse members that they do not know, one by one. Records have no members of their own. */
const refusals = (schema: z.core.$ZodType): boolean[] => {
  const found: boolean[] = [];
  z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => void (jsonSchema.properties && found.push(jsonSchema.additionalProperties === false)),
  });
  return found;
};

/** Values that a schema takes, also where it has a rule that JSON Schema cannot say. */
const accepted = (schema: z.ZodMiniType) => arbitraryOf(schema).filter((value) => schema.safeParse(value).success);

/** A value that a schema takes, and one place in it. */
const acceptedWithPlace = (schema: z.ZodMiniType) =>
  accepted(schema).chain((value) =>
    fc.record({ value: fc.constant(value), place: fc.constantFrom(...placesIn(value)) }),
  );

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Asserts that every object in a value is a plain one, whatever names its source had. */
const assertPlain = (value: unknown): void => {
  if (!isObject(value)) return;
  assert.ok([Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value) as object | null));
  for (const part of Object.values(value)) assertPlain(part);
};

/** Time for one judgement, in milliseconds. */
const timeOf = (schema: z.ZodMiniType, value: unknown): number => {
  const began = performance.now();
  schema.safeParse(value);
  return performance.now() - began;
};

/**
 * Asserts that four times the size takes about four times the time; quadratic work would take sixteen times as long.
 * What is done within 60 ms is not looked at closer. A slow one may have met a busy machine, so the best of five counts.
 */
const assertLinear = (schema: z.ZodMiniType, valueOfSize: (size: number) => unknown, size: number): void => {
  const large = valueOfSize(4 * size);
  if (timeOf(schema, large) < 60) return;
  const best = (value: unknown) => Math.min(...[1, 2, 3, 4, 5].map(() => timeOf(schema, value)));
  const [short, long] = [best(valueOfSize(size)), best(large)];
  assert.ok(long < 60 || long < 10 * short, `${short} ms for ${size}, ${long} ms for four times as much`);
};

/** The same value with every text replaced. */
const withTexts = (value: unknown, text: string): unknown =>
  placesIn(value).reduce(
    (whole, place) => changed(whole, place, (part) => (typeof part === 'string' ? text : part)),
    value,
  );

/** The same value with every array replaced by one of `length` elements; arrays inside arrays stay as they are. */
const withArrays = (value: unknown, length: number): unknown => {
  if (Array.isArray(value)) return Array.from({ length }, () => (value as unknown[])[0]);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withArrays(part, length)]));
};

/** The same value with more members than anybody asked for. */
const withMembers = (value: unknown, count: number): unknown => ({
  ...(value as object),
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`name${index}`, 0])),
});

/** A rule of the schema's own is the one reason to refuse what its JSON Schema allows. */
const sayableInJsonSchema = ({ code }: { code: string }): boolean => code !== 'custom';

/** The fullest of some values that a schema takes. */
const fullest = (schema: z.ZodMiniType): unknown =>
  fc.sample(accepted(schema), { numRuns: 30, seed: 22 }).toSorted((a, b) => placesIn(b).length - placesIn(a).length)[0];

test('every schema is found', () => {
  assert.ok(schemas.size > 100, `${schemas.size} schemas`);
});

for (const [schema, name] of schemas) {
  describe(name, () => {
    test('takes what its own JSON Schema allows, and takes its own answer again unchanged', () => {
      fc.assert(
        fc.property(arbitraryOf(schema), (value) => {
          const before = structuredClone(value);
          const verdict = judge(schema, value);
          assert.deepEqual(value, before, 'what it was given is left alone');
          if ('problems' in verdict) return assert.deepEqual(verdict.problems.filter(sayableInJsonSchema), []);
          assert.deepEqual(judge(schema, JSON.parse(JSON.stringify(verdict.data))), verdict);
        }),
        { numRuns: 30 },
      );
    });

    test('points at the part that was spoilt', () => {
      fc.assert(
        fc.property(acceptedWithPlace(schema), fc.constantFrom(...smallHostileValues), ({ value, place }, spoilt) => {
          const verdict = judge(
            schema,
            changed(value, place, () => spoilt),
          );
          if ('data' in verdict) return assertPlain(verdict.data);
          const spoiltPlace = pointerTo(place);
          const named = verdict.problems.map(({ pointer }) => pointer);
          const related = named.some((pointer) => pointer.startsWith(spoiltPlace) || spoiltPlace.startsWith(pointer));
          assert.ok(related, `"${spoiltPlace}" was spoilt, "${named.join('", "')}" was named`);
        }),
        { numRuns: 60 },
      );
    });

    test('is not led astray by the names of members', () => {
      fc.assert(
        fc.property(acceptedWithPlace(schema), fc.constantFrom(...hostileNames), ({ value, place }, hostileName) => {
          const grown = changed(value, place, (part) =>
            isObject(part) && !Array.isArray(part)
              ? Object.defineProperty({ ...part }, hostileName, { value: { polluted: true }, enumerable: true })
              : part,
          );
          const verdict = judge(schema, grown);
          if ('data' in verdict) assertPlain(verdict.data);
          assert.ok(!('polluted' in {}));
        }),
        { numRuns: 30 },
      );
    });

    const refuses = refusals(schema);
    if (refuses.length > 1) {
      test(
        refuses[0]
          ? 'refuses unknown members everywhere, so that none is lost'
          : 'passes over unknown members everywhere, so that a gateway can add some',
        () => {
          assert.equal(new Set(refuses).size, 1);
        },
      );
    }
    if (refuses[0]) {
      test('keeps nothing that a database cannot', () => {
        fc.assert(
          fc.property(acceptedWithPlace(schema), fc.constantFrom(...unstorableTexts), ({ value, place }, text) => {
            const verdict = judge(
              schema,
              changed(value, place, () => text),
            );
            if ('data' in verdict) assert.doesNotMatch(JSON.stringify(verdict.data), /\\u0000|\\ud[89a-f]../);
          }),
          { numRuns: 60 },
        );
      });
    }

    test('judges whatever it is given', () => {
      for (const value of hostileValues) judge(schema, value);
    });

    test('needs time in proportion to the size', () => {
      const value = fullest(schema);
      for (const grow of growingTexts) assertLinear(schema, (size) => withTexts(value, grow(size)), 5_000);
      assertLinear(schema, (size) => withArrays(value, size), 500);
      assertLinear(schema, (size) => withMembers(value, size), 2_000);
    });
  });
}
