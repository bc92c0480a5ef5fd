import { createHash } from 'node:crypto';
import type { Instant } from '@lapor/schemas';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import * as z from 'zod/mini';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** Largest number to search: some 0.8 s on a desk and 2.4 s on a weak phone, while the form is being filled in. */
export const maxNumber = 50_000;
/** Minutes for which a challenge can be used: as long as filling in a form may take. */
const minutes = 60;

const hmacKeyOf = (secret: Uint8Array): string => createHash('sha256').update(secret).update('challenge').digest('hex');

/** A fresh challenge of the ALTCHA protocol (version 1, SHA-256). Nothing is stored until it comes back solved. */
export const newChallenge = (engine: Engine) =>
  createChallenge({
    hmacKey: hmacKeyOf(engine.secret),
    maxNumber,
    algorithm: 'SHA-256',
    expires: new Date(Date.parse(engine.clock.now()) + minutes * 60_000),
  });

/** A solution as ALTCHA's programs write it, in base64. What else stands in it is of no account. */
const Solution = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string(),
  number: z.int(),
  salt: z.string(),
  signature: z.string(),
});

const readSolution = (text: string): z.infer<typeof Solution> | undefined => {
  try {
    return Solution.parse(JSON.parse(Buffer.from(text, 'base64').toString()));
  } catch {
    return undefined;
  }
};

/** A proof of work that is right and in time. That it was not used before is found out when it is spent. */
export interface SolvedChallenge {
  /** The challenge itself and not how its solution was written: the same solution can be written in many ways. */
  readonly challenge: string;
}

/**
 * Checks the proof of work of a report.
 *
 * @returns what has to be spent when the report is filed; nothing where the site asks for no proof.
 * @throws Refusal `challengeFailed` when it is missing, wrong or too old.
 */
export const checkChallenge = async (
  engine: Engine,
  site: SiteRecord,
  solution: string | undefined,
): Promise<SolvedChallenge | undefined> => {
  if (!site.features.challenge) return undefined;
  const solved = solution === undefined ? undefined : readSolution(solution);
  // The library asks the machine's clock when it has expired; a sandbox has its own.
  if (solved === undefined || !(await verifySolution(solved, hmacKeyOf(engine.secret), false)))
    throw new Refusal('challengeFailed');
  const expires = Number(extractParams(solved)['expires']) * 1000;
  if (!(expires > Date.parse(engine.clock.now()))) throw new Refusal('challengeFailed');
  return { challenge: solved.challenge };
};

/**
 * Spends a proof of work, in the transaction that files what it was solved for: a filing that fails leaves it unspent, and
 * of two filings with the same proof the second one waits for the first and fails. What was spent is kept beside the
 * attempts, and forgotten with them, long after the challenge itself has ended.
 *
 * @throws Refusal `challengeFailed` when it was spent before.
 */
export const spendChallenge = async (
  transaction: Queryable,
  { challenge }: SolvedChallenge,
  now: Instant,
): Promise<void> => {
  const rows = await transaction.query(
    `insert into idempotency (owner, key, request_hash, status, created_at) values ('challenge', $1, '', 200, $2) on conflict do nothing returning key`,
    [challenge, now],
  );
  if (rows.length === 0) throw new Refusal('challengeFailed');
};
