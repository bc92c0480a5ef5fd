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

test('a browser is told on a page in its language, and whoever has sent something how to come back to it', async () => {
  const visit = (method: string, language: string) =>
    answerWhileStarting(
      new Request('http://localhost/forms/pk_x', {
        method,
        headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': language },
      }),
    );
  for (const [method, language, sentence] of [
    ['GET', 'id', 'Tunggu beberapa detik, lalu muat ulang halaman ini.'],
    ['POST', 'id', 'Tekan tombol kembali di peramban Anda.'],
    ['GET', 'en', 'Wait a few seconds, then reload this page.'],
  ] as const) {
    const answer = await visit(method, language);
    assert.equal(answer.status, 503);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(answer.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
    const page = await answer.text();
    assert.ok(page.includes(sentence), page);
    assert.ok(page.includes(`<html lang="${language}">`));
    assert.doesNotMatch(page, /<script|<link rel="stylesheet"/);
  }
});
