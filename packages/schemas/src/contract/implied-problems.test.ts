import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { problemCodes, problemStatus, type ProblemCode } from '../problem.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import { impliedProblems, problemsOf } from './implied-problems.ts';
import { endpoints } from './table.ts';

const bare = endpoint({
  method: 'GET',
  path: '/x',
  tag: 'operation',
  callers: ['anyone'],
  repetition: 'safe',
  answers: { 204: {} },
  problems: [],
});

/** What a part adds to an endpoint that has nothing else. */
const added = (part: Partial<Endpoint>): ProblemCode[] => {
  const before = impliedProblems(bare);
  return problemsOf({ ...bare, ...part }).filter((code) => !before.has(code));
};

test('an endpoint that anybody may call without sending anything can still be called too often, break, or be away', () => {
  assert.deepEqual(problemsOf(bare), ['rateLimited', 'unexpected', 'unavailable']);
});

test('a key may be missing, unknown or of the wrong kind, and only a publishable one may be used on the wrong page', () => {
  assert.deepEqual(added({ callers: ['desk'] }), ['keyMissing', 'keyUnknown', 'scopeInsufficient']);
  assert.deepEqual(added({ callers: ['reporter'] }), ['keyMissing', 'keyUnknown', 'scopeInsufficient']);
  assert.deepEqual(added({ callers: ['site', 'desk'] }), [
    'keyMissing',
    'keyUnknown',
    'originNotAllowed',
    'scopeInsufficient',
  ]);
});

test('what cannot be read is 400 and what breaks a schema is 422, wherever it stands', () => {
  const schema = z.object({ a: z.string() });
  for (const part of [{ parameters: schema }, { query: schema }, { headers: schema }]) {
    assert.deepEqual(added(part), ['malformedRequest', 'validationFailed']);
  }
  assert.deepEqual(added({ request: { schema } }), [
    'malformedRequest',
    'bodyTooLarge',
    'mediaTypeUnsupported',
    'validationFailed',
  ]);
});

test('bytes have no schema to break, but a size and a type', () => {
  assert.deepEqual(added({ request: { mediaType: 'application/octet-stream' } }), [
    'bodyTooLarge',
    'mediaTypeUnsupported',
  ]);
});

test('a call that is named may lack its name, use it twice, or come while the first is under way', () => {
  assert.deepEqual(added({ repetition: 'keyed' }), [
    'idempotencyKeyMissing',
    'idempotencyInProgress',
    'validationFailed',
    'idempotencyKeyReused',
  ]);
});

test('the problems of an endpoint are its own and the implied ones, each once, ordered by status', () => {
  for (const [id, definition] of Object.entries<Endpoint>(endpoints)) {
    const problems = problemsOf(definition);
    assert.deepEqual(new Set(problems), new Set([...definition.problems, ...impliedProblems(definition)]), id);
    assert.equal(new Set(problems).size, problems.length, id);
    const statuses = problems.map((code) => problemStatus[code]);
    assert.deepEqual(
      statuses,
      [...statuses].sort((a, b) => a - b),
      id,
    );
  }
});

test('the codes stand in the order of their statuses, on which the order of problems rests', () => {
  const statuses = problemCodes.map((code) => problemStatus[code]);
  assert.deepEqual(
    statuses,
    [...statuses].sort((a, b) => a - b),
  );
});
