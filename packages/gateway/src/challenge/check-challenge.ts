import { createHash } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib/v1';
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

/** A solution works once: its hash is kept beside the attempts, and forgotten with them. */
const useOnce = async (engine: Engine, solution: string): Promise<boolean> => {
  const hash = createHash('sha256').update(solution).digest();
  const rows = await engine.database.query(
    `insert into idempotency (owner, key, request_hash, status, created_at) values ('challenge', $1, $2, 200, $3) on conflict do nothing returning key`,
    [hash.toString('base64url'), hash, engine.clock.now()],
  );
  return rows.length === 1;
};

/**
 * Checks the proof of work of a report, where the site asks for one.
 *
 * @throws Refusal `challengeFailed` when it is missing, wrong, too old or used before.
 */
export const checkChallenge = async (engine: Engine, site: SiteRecord, solution: string | undefined): Promise<void> => {
  if (!site.features.challenge) return;
  const isSolved =
    solution !== undefined && (await verifySolution(solution, hmacKeyOf(engine.secret), true).catch(() => false));
  if (!isSolved || !(await useOnce(engine, solution))) throw new Refusal('challengeFailed');
};
