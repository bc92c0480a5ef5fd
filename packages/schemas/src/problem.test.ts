import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { test } from 'node:test';
import { FieldError, Problem, type ProblemCode, problemCodes, problemStatus } from './problem.ts';

/** tus 1.0 names 460 for a checksum that does not match; no RFC knows it. */
const statusOfTus = 460;

test('every problem has a status that HTTP knows, or that tus asks for', () => {
  for (const code of problemCodes) {
    const status = problemStatus[code];
    assert.ok(status >= 400 && status <= 599, code);
    assert.ok(status === statusOfTus || STATUS_CODES[status] !== undefined, code);
  }
});

test('problems stand in the order of their statuses', () => {
  const statuses = problemCodes.map((code) => problemStatus[code]);
  assert.deepEqual(
    statuses,
    statuses.toSorted((a, b) => a - b),
  );
});

test('the statuses of design are the statuses of the table', () => {
  const promised: Partial<Record<ProblemCode, number>> = {
    malformedRequest: 400, // not JSON
    idempotencyKeyMissing: 400, // a missing header
    keyMissing: 401,
    keyUnknown: 401,
    originNotAllowed: 403,
    scopeInsufficient: 403,
    notFound: 404, // also what one may not know of
    idempotencyInProgress: 409,
    validationFailed: 422, // JSON that breaks the schema
    idempotencyKeyReused: 422,
    rateLimited: 429,
  };
  for (const [code, status] of Object.entries(promised)) assert.equal(problemStatus[code as ProblemCode], status, code);
});

test('a problem with a code that is not known is still a problem', () => {
  const problem = {
    type: 'urn:lapor:problem:tooHot',
    title: 'Terlalu panas',
    status: 418,
    detail: 'Tunggu.',
    instance: 'urn:lapor:request:1',
    code: 'tooHot',
  };
  assert.deepEqual(Problem.parse({ ...problem, hint: 'newer member' }), problem);
  assert.ok(!Problem.safeParse({ ...problem, status: 200 }).success);
});

test('a field error points into the body unless it says otherwise', () => {
  assert.equal(FieldError.parse({ pointer: '/title', code: 'too_small', message: 'x' }).in, 'body');
  assert.equal(FieldError.parse({ pointer: '/limit', in: 'query', code: 'too_big', message: 'x' }).in, 'query');
});

test('types: only codes of the table are problem codes', () => {
  // @ts-expect-error there is no such problem
  const invented: ProblemCode = 'tooHot';
  assert.equal(problemStatus[invented], undefined);
});
