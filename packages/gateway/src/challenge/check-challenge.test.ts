import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { before, test } from 'node:test';
import { solveChallenge } from 'altcha-lib/v1';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { newAttempt, sampleReport, testKeys } from '../test-gateway.test.support.ts';

interface Solved {
  readonly number: number | undefined;
  readonly salt: string;
}

const written = (payload: unknown): string => Buffer.from(JSON.stringify(payload)).toString('base64');

onBothDatabases('a site that asks for a proof of work', (opened) => {
  const solvedByItsMakers = async (): Promise<Solved> => {
    const { body } = await opened().call('GET', '/v1/challenge');
    const solution = await solveChallenge(body.challenge, body.salt, body.algorithm, body.maxnumber).promise;
    return { ...body, number: solution?.number };
  };
  /** The same without a promise for each number: a tenth of the time. */
  const solved = async (): Promise<Solved> => {
    const { body } = await opened().call('GET', '/v1/challenge');
    let number = 0;
    while (hash('sha256', `${body.salt}${number}`) !== body.challenge) number += 1;
    return { ...body, number };
  };
  const file = async (challenge: string | undefined, more: object = {}, attempt = newAttempt()) =>
    opened().call('POST', '/v1/reports', {
      body: sampleReport({ ...more, ...(challenge !== undefined && { challenge }) }),
      headers: { 'idempotency-key': attempt },
    });
  const countReports = async (): Promise<number> =>
    (await opened().gateway.engine.database.query('select id from report', [])).length;

  before(async () => {
    const change = { features: { challenge: true } };
    const answer = await opened().call('PATCH', '/v1/desk/sites/sumbar', { key: testKeys.admin, body: change });
    assert.equal(answer.status, 200);
  });

  test('takes no report without one, or with a wrong one, and files nothing', async () => {
    const reports = await countReports();
    const right = await solvedByItsMakers();
    for (const wrong of [
      undefined,
      'bukan jawaban',
      written(null),
      written({}),
      written({ ...right, number: (right.number ?? 0) + 1 }),
      written({ ...right, signature: '0'.repeat(64) }),
      written({ ...right, salt: right.salt.replace(/expires=\d+/, 'expires=4102444800') }),
    ]) {
      const answer = await file(wrong);
      assert.equal(answer.body.code, 'challengeFailed', wrong);
    }
    assert.equal(await countReports(), reports);
    assert.equal((await file(written(right))).status, 201);
  });

  test('takes each proof once, however it is written', async () => {
    const right = await solved();
    assert.equal((await file(written(right))).status, 201);
    const reports = await countReports();
    const { number, ...others } = right;
    for (const again of [
      written(right),
      written({ number, ...others }),
      written({ ...right, more: 'x' }),
      Buffer.from(JSON.stringify(right, null, 2)).toString('base64'),
      written(right).replaceAll('=', ''),
    ])
      assert.equal((await file(again)).body.code, 'challengeFailed');
    assert.equal(await countReports(), reports);
  });

  test('of ten reports with one proof at the same time, takes one', async () => {
    const challenge = written(await solved());
    const reports = await countReports();
    const answers = await Promise.all(Array.from({ length: 10 }, () => file(challenge)));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((one, other) => one - other),
      [201, ...Array<number>(9).fill(403)],
    );
    assert.equal(await countReports(), reports + 1);
  });

  test('a filing that fails spends no proof', async () => {
    const challenge = written(await solved());
    const failed = await file(challenge, { attachments: ['tidak-ada'] });
    assert.equal(failed.body.code, 'attachmentRefused');
    assert.equal((await file(challenge)).status, 201);
    assert.equal((await file(challenge)).body.code, 'challengeFailed');
  });

  test('a repetition gets the first receipt, with the same proof or with a new one, and spends none', async () => {
    const [first, second] = [written(await solved()), written(await solved())];
    const attempt = newAttempt();
    const receipt = await file(first, {}, attempt);
    assert.equal(receipt.status, 201);
    for (const proof of [first, second, undefined]) {
      const again = await file(proof, {}, attempt);
      assert.equal(again.body.trackingId, receipt.body.trackingId);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
    }
    assert.equal((await file(second)).status, 201);
  });

  test('takes a proof for an hour of the gateway’s own clock', async () => {
    const [early, late] = [written(await solved()), written(await solved())];
    const now = Date.parse(opened().clock.now());
    const minutesLater = (minutes: number) => opened().clock.set(new Date(now + minutes * 60_000).toISOString());
    minutesLater(59);
    assert.equal((await file(early)).status, 201);
    minutesLater(61);
    assert.equal((await file(late)).body.code, 'challengeFailed');
  });
});
