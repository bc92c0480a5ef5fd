import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { Deadline, DeskReport, Institution, Problem, Site, WebhookEvent } from '../index.ts';
import type { Endpoint } from './endpoint.ts';
import { deadlinesOnReception } from './documentation/samples/deadlines.ts';
import { site } from './documentation/samples/site.ts';
import { endpoints } from './table.ts';

/** The parts of a schema that a newer gateway's answer would stumble over, by their paths. */
const closedParts = (schema: z.core.$ZodType, path: string): string[] => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'enum':
    case 'literal':
      return [`${path} is one of a closed set`];
    case 'object':
      return [
        ...(def.catchall?._zod.def.type === 'never' ? [`${path} refuses new members`] : []),
        ...Object.entries(def.shape).flatMap(([name, part]) => closedParts(part, `${path}.${name}`)),
      ];
    case 'array':
      return closedParts(def.element, `${path}[]`);
    case 'record':
      return [...closedParts(def.keyType, `${path}{}`), ...closedParts(def.valueType, `${path}{}`)];
    case 'union':
      return def.options.flatMap((option) => closedParts(option, path));
    case 'optional':
    case 'nullable':
    case 'default':
      return closedParts(def.innerType, path);
    case 'string':
    case 'number':
    case 'boolean':
    case 'unknown':
      return [];
    default:
      throw new Error(`closedParts: \`${def.type}\` at ${path} is a kind of schema that this test does not know yet`);
  }
};

test('no answer and no problem has a part that only today’s words fit', () => {
  const answers = Object.entries<Endpoint>(endpoints).flatMap(([id, { answers: each }]) =>
    Object.entries(each).flatMap(([status, { schema }]) => (schema ? closedParts(schema, `${id} ${status}`) : [])),
  );
  assert.deepEqual([...answers, ...closedParts(Problem, 'Problem')], []);
});

test('of a webhook only its type has to be known: a receiver passes over the others', () => {
  const parts = WebhookEvent._zod.def.options.flatMap((event) =>
    Object.entries(event._zod.def.shape).flatMap(([name, part]) => (name === 'type' ? [] : closedParts(part, name))),
  );
  assert.deepEqual(parts, []);
});

test('the search finds what is closed', () => {
  const closed = z.object({ a: z.optional(z.array(z.enum(['x']))), b: z.union([z.literal(1), z.strictObject({})]) });
  assert.deepEqual(closedParts(closed, 'it'), [
    'it.a[] is one of a closed set',
    'it.b is one of a closed set',
    'it.b refuses new members',
  ]);
});

test('an answer full of a newer gateway’s words is read whole', () => {
  const deadline = {
    ...deadlinesOnReception[0],
    kind: 'appeal',
    state: 'suspended',
    limit: { amount: 2, unit: 'month' },
    timeZone: 'Asia/Pontianak',
  };
  assert.deepEqual(Deadline.parse(deadline), deadline);
  const newer = {
    ...site,
    workWeek: 'fourDays',
    timeZone: 'Asia/Pontianak',
    theme: { mode: 'sepia' },
    privacyNotice: { ...site.privacyNotice, basis: 'legalObligation' },
    limits: {
      ...site.limits,
      required: ['photo'],
      attachments: { ...site.limits.attachments, types: ['image/avif', 'image/jpeg'] },
    },
  };
  assert.deepEqual(Site.parse(newer), newer);
  const institution = { id: 'desa-sari', name: 'Desa Sari', kind: 'village', isCoordinator: false };
  assert.deepEqual(Institution.parse(institution), institution);
  const reporter = { name: 'Siti', notifyBy: 'whatsapp' };
  assert.deepEqual(DeskReport.shape.reporter.parse(reporter), reporter);
});
