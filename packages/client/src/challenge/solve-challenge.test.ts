import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type OfflineGateway, openOfflineGateway } from '../offline-gateway.test.support.ts';
import { isChallengeError, solveChallenge } from './index.ts';
import { createNumberSearch } from './number-search.ts';

/** A challenge whose solution is known. */
const challengeOf = (salt: string, number: number, maxnumber = number) => ({
  algorithm: 'SHA-256',
  challenge: hash('sha256', `${salt}${number}`),
  maxnumber,
  salt,
  signature: 'x',
});

const solutionOf = async (challenge: Parameters<typeof solveChallenge>[0]): Promise<Record<string, unknown>> =>
  JSON.parse(Buffer.from(await solveChallenge(challenge), 'base64').toString());

test('the search finds the number for salts of every length, like the SHA-256 of Node', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat({ max: 2_000_000_000 }), (text, number) => {
      const salt = Buffer.from(text).toString();
      const search = createNumberSearch(salt, hash('sha256', `${salt}${number}`));
      assert.equal(search(Math.max(0, number - 3), number + 3), number);
      assert.equal(search(number + 1, number + 3), undefined);
    }),
    { numRuns: 500 },
  );
});

test('numbers grow by a digit within one search, and the first and the last are tried', async () => {
  for (const number of [0, 9, 10, 99, 100, 12_345]) {
    const { number: found, took, ...rest } = await solutionOf(challengeOf('4f3a9c12', number));
    assert.equal(found, number);
    assert.equal(typeof took, 'number');
    const { maxnumber: _, ...asked } = challengeOf('4f3a9c12', number);
    assert.deepEqual(rest, asked);
  }
});

test('a salt in any letters comes back as it was', async () => {
  assert.equal((await solutionOf(challengeOf('garam 🧂 é', 7)))['salt'], 'garam 🧂 é');
});

test('what cannot be solved is said at once, or when all was tried', async () => {
  const challenge = challengeOf('4f3a9c12', 100);
  for (const [change, code] of [
    [{ algorithm: 'SHA-512' }, 'algorithmUnknown'],
    [{ maxnumber: 1e9 }, 'tooHard'],
    [{ maxnumber: Number.NaN }, 'tooHard'],
    [{ maxnumber: -1 }, 'tooHard'],
    [{ maxnumber: 99 }, 'unsolvable'],
    [{ challenge: 'no hash' }, 'unsolvable'],
    [{ challenge: '' }, 'unsolvable'],
  ] as const) {
    const error: unknown = await solveChallenge({ ...challenge, ...change }).catch((reason: unknown) => reason);
    assert.ok(isChallengeError(error), JSON.stringify(change));
    assert.equal(error.code, code);
  }
});

test('it tells how far it is, and ends when it is aborted', async () => {
  const shares: number[] = [];
  await solveChallenge(challengeOf('4f3a9c12', 60_000, 80_000), { onProgress: (share) => shares.push(share) });
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(
    shares,
    shares.toSorted((one, other) => one - other),
  );
  const reason = new Error('enough');
  await assert.rejects(solveChallenge(challengeOf('x', 1), { signal: AbortSignal.abort(reason) }), reason);
  const controller = new AbortController();
  const slow = { ...challengeOf('x', 4_000_000), challenge: '0'.repeat(64) };
  const onProgress = () => controller.abort(reason);
  await assert.rejects(solveChallenge(slow, { signal: controller.signal, onProgress }), reason);
});

describe('a real gateway', () => {
  let gateway: OfflineGateway;
  before(async () => {
    gateway = await openOfflineGateway();
  });
  after(() => gateway.close());

  test('takes the solution, once', async () => {
    const key = await gateway.newSite({ origin: 'https://sumbar.example', challenge: true });
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${gateway.url}${path}`, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
    const challenge = await solveChallenge(await (await ask('/v1/challenge')).json());
    const submit = async () => {
      const content = 'Lampu jalan di depan pasar mati sejak tiga malam yang lalu.';
      const report = { classification: 'complaint', title: 'Lampu jalan mati', content, challenge };
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      return (await ask('/v1/reports', { method: 'POST', headers, body: JSON.stringify(report) })).status;
    };
    assert.deepEqual([await submit(), await submit()], [201, 403]);
  });
});
