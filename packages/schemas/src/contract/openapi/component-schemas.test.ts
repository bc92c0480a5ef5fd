import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { docstrings } from '../docstrings.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { endpoints } from '../table.ts';
import { componentSchemas, reachableFrom } from './component-schemas.ts';
import type { JsonSchema } from './json-schema.ts';

const { components, refer } = componentSchemas(endpoints, docstrings);
const bodies = Object.values<Endpoint>(endpoints);
const nameOf = (schema: z.ZodMiniType): string => refer(schema).$ref?.replace('#/components/schemas/', '') ?? '';
const present = (schemas: (z.ZodMiniType | undefined)[]): z.ZodMiniType[] => schemas.flatMap((schema) => schema ?? []);

/** Every schema of an object with members, at whatever depth, of the components that can be reached from some. */
const objectsFrom = (roots: z.ZodMiniType[]): [name: string, schema: JsonSchema][] => {
  const found: [string, JsonSchema][] = [];
  const collect = (name: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'object' && 'properties' in value) found.push([name, value as JsonSchema]);
    for (const inner of Object.values(value)) collect(name, inner);
  };
  for (const name of reachableFrom(roots.map(nameOf), components)) collect(name, components[name]);
  return found;
};

test('every object that callers send is closed, so that a misspelt member is refused', () => {
  const objects = objectsFrom(present(bodies.map(({ request }) => request?.schema)));
  assert.ok(objects.length > 30);
  for (const [name, schema] of objects) assert.equal(schema.additionalProperties, false, name);
});

test('every object that callers get is open, so that a newer gateway may say more', () => {
  const objects = objectsFrom(
    present(bodies.flatMap(({ answers }) => Object.values(answers).map(({ schema }) => schema))),
  );
  assert.ok(objects.length > 50);
  for (const [name, schema] of objects) assert.notEqual(schema.additionalProperties, false, name);
});

test('what has a default may be left out of a request and is always in an answer', () => {
  assert.equal(components['NewReport']?.required?.includes('anonymous'), false);
  assert.equal(components['FieldError']?.required?.includes('in'), true);
});

test('the members of a union have names, by which the document tells them apart', () => {
  const { discriminator } = components['DeskAction'] as { discriminator: { mapping: Record<string, string> } };
  assert.equal(discriminator.mapping['dispose'], '#/components/schemas/DeskActionDispose');
  const { discriminator: events } = components['WebhookEvent'] as {
    discriminator: { mapping: Record<string, string> };
  };
  assert.equal(events.mapping['report.deadlineNear'], events.mapping['report.deadlineMissed']);
});

test('a noun that goes both ways and differs is refused by name', () => {
  const Both = z.strictObject({ a: z.string() });
  const echo = endpoint({
    method: 'PUT',
    path: '/v1/echo',
    tag: 'sandbox',
    callers: ['anyone'],
    repetition: 'idempotent',
    request: { schema: Both },
    answers: { 200: { schema: Both } },
    problems: [],
  });
  assert.throws(() => componentSchemas({ echo }, {}), /`EchoRequest` goes both ways and differs/);
});
