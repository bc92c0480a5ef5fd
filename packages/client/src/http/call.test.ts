import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listReports } from '@lapor/schemas/contract';
import { createClient, isRateLimited, isTimedOut, isUnexpectedResponse, isUnreachable } from '../index.ts';
import { call } from './call.ts';
import { connect } from './connection.ts';
import type { Send } from './revalidating.ts';

const options = { gateway: 'https://lapor.example', siteKey: 'pk_tes' };
const report = { classification: 'complaint', title: 'Jalan rusak', content: 'Jalan di depan pasar rusak.' } as const;
const empty = () => Response.json({ items: [], nextCursor: null });

/** A client whose network is the given function, and what it was asked. */
const over = (send: Send, more: object = {}) => {
  const asked: (readonly [string, RequestInit])[] = [];
  const fetch: Send = (input, init) => {
    asked.push([input, init]);
    return send(input, init);
  };
  return { client: createClient({ ...options, fetch, ...more }), asked };
};

const headerOf = ([, { headers }]: readonly [string, RequestInit], name: string): string | null =>
  new Headers(headers).get(name);

test('the repetitions of a call are one attempt under one name', async () => {
  let calls = 0;
  const { client, asked } = over(async () => {
    calls += 1;
    if (calls < 4) throw new TypeError('fetch failed');
    return new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } });
  });
  await assert.rejects(client.reports.submit(report), isUnexpectedResponse);
  assert.equal(new Set(asked.map((one) => headerOf(one, 'idempotency-key'))).size, 1);
  assert.equal(new Set(asked.map(([, { body }]) => body)).size, 1);
});

test('a call waits as long as it is asked to, and not longer than it was told', async () => {
  const told: number[] = [];
  const limited = async () => new Response(null, { status: 429, headers: { 'retry-after': '3' } });
  const patient = over(limited, { retries: 1, onRetry: ({ delay }: { delay: number }) => told.push(delay) });
  await assert.rejects(patient.client.reports.list().page(), isRateLimited);
  assert.deepEqual([told, patient.asked.length], [[3000], 2]);
  const hasty = over(limited, { maxRetryDelay: 1000 });
  await assert.rejects(
    hasty.client.reports.list().page(),
    (error) => isRateLimited(error) && error.retryAt.getTime() > Date.now(),
  );
  assert.equal(hasty.asked.length, 1);
});

test('a date to wait for is read by the clock of whoever wrote it', async () => {
  const headers = { 'retry-after': 'Tue, 01 Jan 2030 00:00:02 GMT', date: 'Tue, 01 Jan 2030 00:00:00 GMT' };
  const { client } = over(async () => new Response(null, { status: 429, headers }), { maxRetryDelay: 0 });
  await assert.rejects(client.reports.list().page(), (error) => {
    assert.ok(isRateLimited(error));
    assert.ok(Math.abs(error.retryAt.getTime() - Date.now() - 2000) < 1500);
    return true;
  });
});

test('an answer that never comes is waited for no longer than told, even by a function that hears no signal', async () => {
  const { client, asked } = over(() => new Promise(() => {}), { timeout: 20, retries: 1 });
  await assert.rejects(client.site.get(), (error) => isTimedOut(error) && error.timeout === 20 && error.retryable);
  assert.equal(asked.length, 2);
});

test('a caller who has enough gets the own reason back, at once, and while it waits to repeat', async () => {
  const reason = new Error('pengguna menutup halaman');
  const { client, asked } = over(async () => empty());
  await assert.rejects(
    client.reports.list({}, { signal: AbortSignal.abort(reason) }).page(),
    (error) => error === reason,
  );
  assert.equal(asked.length, 0);
  const controller = new AbortController();
  const waiting = over(async () => new Response(null, { status: 503, headers: { 'retry-after': '15' } }), {
    onRetry: () => controller.abort(reason),
  });
  await assert.rejects(waiting.client.site.get({ signal: controller.signal }), (error) => error === reason);
});

test('a browser of before 2022 keeps no reason: a time-out is told as one all the same, and a stopped call as fetch tells it', async (t) => {
  t.mock.getter(AbortSignal.prototype, 'reason', () => undefined);
  const { client } = over(() => new Promise(() => {}), { timeout: 20, retries: 0 });
  await assert.rejects(client.site.get(), isTimedOut);
  const isStopped = { name: 'AbortError' };
  await assert.rejects(client.site.get({ signal: AbortSignal.abort() }), isStopped);
  const controller = new AbortController();
  const waiting = over(async () => new Response(null, { status: 503, headers: { 'retry-after': '15' } }), {
    onRetry: () => controller.abort(),
  });
  await assert.rejects(waiting.client.site.get({ signal: controller.signal }), isStopped);
});

test('neither key nor report follows a redirect', async () => {
  const { client, asked } = over(
    async () => new Response(null, { status: 307, headers: { location: 'https://x.example' } }),
  );
  await assert.rejects(client.reports.submit(report), (error) => isUnexpectedResponse(error) && error.status === 307);
  assert.deepEqual(
    asked.map(([, { redirect, credentials }]) => [redirect, credentials]),
    [['manual', 'omit']],
  );
});

test('no error tells a key, a token, a number or a text', async () => {
  const secrets = ['pk_tes', 'rt_rahasia1234567890', '9165816', 'pasar'];
  const answers: Send[] = [
    async () => Promise.reject(new TypeError('fetch failed')),
    async () => new Response('pasar', { status: 500 }),
    async () => Response.json({ trackingId: 'pasar' }),
    async () =>
      Response.json(
        { type: 'a', title: 'pasar', status: 422, detail: 'pasar', instance: 'b', code: 'c' },
        { status: 422 },
      ),
  ];
  for (const send of answers) {
    const { client } = over(send, { retries: 0 });
    const token = 'rt_rahasia1234567890';
    await assert.rejects(client.reports.reply('9165816', { message: 'di pasar' }, { token }), (error: Error) => {
      const { stack: _stack, cause: _cause, ...printed } = { ...error, message: error.message };
      for (const secret of secrets) assert.ok(!JSON.stringify(printed).includes(secret), JSON.stringify(printed));
      return true;
    });
  }
});

test('an answer that departs from the contract is told by where, and never by what', async () => {
  const { client } = over(async () => Response.json({ items: [{ title: 'rahasia' }], nextCursor: null }));
  await assert.rejects(client.reports.list().page(), (error) => {
    assert.ok(isUnexpectedResponse(error) && !error.retryable);
    assert.ok(error.pointers.includes('/items/0/trackingId'));
    assert.ok(!error.message.includes('rahasia'));
    return true;
  });
});

test('a page that is offline fails with what the platform said as its cause', async () => {
  const cause = new TypeError('Failed to fetch');
  const { client } = over(() => Promise.reject(cause), { retries: 0 });
  await assert.rejects(client.site.get(), (error) => isUnreachable(error) && error.cause === cause && error.retryable);
});

test('lists in a query are written by repeating the name, and what is undefined is left out', async () => {
  const { asked } = over(async () => empty());
  const connection = connect({
    ...options,
    fetch: async (input, init) => {
      asked.push([input, init]);
      return empty();
    },
  });
  await call(connection, listReports, { query: { q: 'jalan & jembatan', limit: 5 } });
  assert.equal(asked[0]?.[0], 'https://lapor.example/v1/reports?q=jalan+%26+jembatan&limit=5');
});

test('options that make no sense are refused, and a key is never repeated', () => {
  const wrong = [
    { gateway: 'lapor.example', siteKey: 'pk_tes' },
    { gateway: 'ftp://lapor.example', siteKey: 'pk_tes' },
    { gateway: 'https://user@lapor.example', siteKey: 'pk_tes' },
    { gateway: 'https://lapor.example', siteKey: 'sk_rahasia' },
    { gateway: 'https://lapor.example', secretKey: 'pk_tes' },
    { gateway: 'https://lapor.example', siteKey: 'pk_tes', timeout: Number.NaN },
    { gateway: 'https://lapor.example' } as { gateway: string; siteKey: string },
  ];
  for (const one of wrong) {
    assert.throws(
      () => createClient(one),
      (error) =>
        error instanceof TypeError && /^@lapor\/client: `\w+` /.test(error.message) && !/rahasia/.test(error.message),
    );
  }
});
