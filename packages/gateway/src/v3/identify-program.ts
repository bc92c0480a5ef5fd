import type { DeskIdentity } from '../desk/desk-context.ts';
import type { Engine } from '../engine/engine.ts';
import { findKey, type KnownKey } from '../keys/authenticate.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { V3Options } from './v3-options.ts';

/** A secret with or without the word before it: real programs differ in this, whatever the header. */
const secretIn = (headers: Headers, name: string): string => {
  const secret = /^(?:bearer\s+)?(\S{1,300})\s*$/i.exec(headers.get(name)?.trim() ?? '')?.[1];
  if (secret === undefined) throw new Refusal('keyMissing');
  return secret;
};

type DeskKey = KnownKey & { readonly institutionId: string; readonly role: NonNullable<KnownKey['role']> };

const isDeskKey = (key: KnownKey | undefined): key is DeskKey =>
  key?.kind === 'secret' && key.institutionId !== null && key.role !== null;

/**
 * Finds out which program calls by its two secrets. Both are secret keys of the engine, and two different ones: the first
 * stands for the application, the second for the institution in whose name it acts, which must be the application's own or
 * lie below it. So a leaked one opens nothing, and each is revoked like any other key.
 *
 * @throws Refusal `keyMissing`, `keyUnknown` or `scopeInsufficient`.
 */
export const identifyProgram = async (
  engine: Engine,
  headers: Headers,
  { authorizationHeader = 'authorization', tokenHeader = 'token' }: V3Options,
): Promise<DeskIdentity> => {
  const secrets = [secretIn(headers, authorizationHeader), secretIn(headers, tokenHeader)] as const;
  const now = engine.clock.now();
  const keys = await engine.keys.get();
  const [application, account] = secrets.map((secret) => findKey(keys, secret, now));
  if (application === undefined || account === undefined) throw new Refusal('keyUnknown');
  if (!isDeskKey(application) || !isDeskKey(account) || application.id === account.id)
    throw new Refusal('scopeInsufficient');
  const directory = await engine.directory.get();
  const reaches =
    application.role === 'nationalAdmin' || directory.isWithin(account.institutionId, application.institutionId);
  if (!reaches) throw new Refusal('scopeInsufficient');
  for (const { id } of [application, account]) engine.keyUses.note(id, now);
  return { kind: 'desk', keyId: account.id, institutionId: account.institutionId, role: account.role };
};
