import { executeServerCommand } from '@web/test-runner-commands';
import type { Challenge } from '@lapor/schemas/contract';
import { assert } from 'chai';
import { solveChallenge } from './solve-challenge.ts';

const createWorker = () => new Worker(new URL('challenge-worker.ts', import.meta.url), { type: 'module' });

/** A site of a real gateway that asks for proof of work, and what it answers to a report with a solution. */
const openSite = async () => {
  const { gateway, siteKey } = await executeServerCommand<{ gateway: string; siteKey: string }, object>(
    'offline-site',
    {
      origin: location.origin,
      challenge: true,
    },
  );
  const ask = (path: string, init?: RequestInit) =>
    fetch(`${gateway}${path}`, { ...init, headers: { authorization: `Bearer ${siteKey}`, ...init?.headers } });
  return {
    challenge: async (): Promise<Challenge> => (await ask('/v1/challenge')).json(),
    submit: async (challenge: string): Promise<number> => {
      const report = {
        classification: 'complaint',
        title: 'Lampu jalan mati',
        content: 'Lampu jalan di depan pasar mati sejak tiga malam yang lalu.',
        challenge,
      };
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      return (await ask('/v1/reports', { method: 'POST', headers, body: JSON.stringify(report) })).status;
    },
  };
};

describe('the solver', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  before(async () => {
    site = await openSite();
  });

  it('solves what a real gateway asks, on the page and in a worker, and each solution works once', async () => {
    for (const options of [{}, { createWorker }]) {
      const solution = await solveChallenge(await site.challenge(), options);
      assert.equal(await site.submit(solution), 201);
      assert.equal(await site.submit(solution), 403);
    }
    assert.equal(await site.submit('e30='), 403);
  });

  it('tells in a worker how far it is, and ends it when it is aborted', async () => {
    const workers: Worker[] = [];
    const shares: number[] = [];
    const controller = new AbortController();
    const challenge = { ...(await site.challenge()), challenge: '0'.repeat(64), maxnumber: 5_000_000 };
    const ended: unknown = await solveChallenge(challenge, {
      createWorker: () => (workers.push(createWorker()), workers[0] as Worker),
      signal: controller.signal,
      onProgress: (share) => {
        shares.push(share);
        if (shares.length === 3) controller.abort(new Error('genug'));
      },
    }).catch((error: unknown) => error);
    assert.equal((ended as Error).message, 'genug');
    assert.lengthOf(workers, 1);
    assert.isTrue(shares[0] !== undefined && shares[0] > 0 && shares[0] < 1);
  });

  it('works where there is no worker file, and without `crypto.subtle`', async () => {
    const missing = () => new Worker('/tidak/ada.js', { type: 'module' });
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle') as PropertyDescriptor;
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });
    try {
      for (const unusable of [missing, forbidden])
        assert.equal(await site.submit(await solveChallenge(await site.challenge(), { createWorker: unusable })), 201);
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('works on a page whose Content-Security-Policy allows no worker', async () => {
    const frame = document.createElement('iframe');
    frame.src = `/strict.html?${new URL('strict-page.browser.test.support.ts', import.meta.url).pathname}`;
    const said = (part: string) =>
      new Promise<string>((resolve, reject) => {
        addEventListener('message', function listen({ data, source }) {
          if (source !== frame.contentWindow) return;
          if (data.error) reject(new Error(data.error));
          if (!(part in data)) return;
          removeEventListener('message', listen);
          resolve(data[part]);
        });
      });
    const ready = said('ready');
    document.body.append(frame);
    await ready;
    const solved = said('solution');
    frame.contentWindow?.postMessage(await site.challenge(), '*');
    assert.equal(await site.submit(await solved), 201);
    frame.remove();
  });

  it('lets the page go on while it searches', async () => {
    const challenge = { ...(await site.challenge()), challenge: '0'.repeat(64), maxnumber: 300_000 };
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await solveChallenge(challenge).catch(() => {});
    clearInterval(timer);
    assert.isAbove(turns, 3);
  });
});
