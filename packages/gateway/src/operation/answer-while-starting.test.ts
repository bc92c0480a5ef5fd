import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Endpoint, endpoints } from '@lapor/schemas/contract';
import { Problem } from '@lapor/schemas';
import { answerWhileStarting } from './answer-while-starting.ts';

const ask = (path: string, method = 'GET') =>
  answerWhileStarting(new Request(`http://localhost${path}`, { method, headers: { 'accept-language': 'en' } }));

test('the process lives from the beginning', async () => {
  const answer = await ask('/healthz');
  assert.equal(answer.status, 200);
  assert.equal(endpoints.getHealth.answers[200].schema.parse(await answer.json()).status, 'ok');
});

test('everything else is told to come back', async () => {
  for (const { path, method } of Object.values<Endpoint>(endpoints).filter(
    (endpoint) => endpoint.path !== endpoints.getHealth.path,
  )) {
    const answer = await ask(path, method);
    assert.equal(answer.status, 503, path);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.equal(Problem.parse(await answer.json()).code, 'unavailable');
  }
});
