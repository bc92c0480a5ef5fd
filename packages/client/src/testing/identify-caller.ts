import type { Caller, Endpoint } from '@lapor/schemas/contract';
import type { EventActor } from '@lapor/schemas/lifecycle';
import { FakeRefusal } from './fake-refusal.ts';
import type { FakeWorld } from './fake-world.ts';

/** Who calls, as the key tells. */
export type FakeCaller =
  | { readonly kind: 'anyone' | 'site' | 'desk' }
  | { readonly kind: 'reporter'; readonly trackingId: string };

/** The name under which uploads and attempts of a caller are kept. */
export const nameOfCaller = (caller: FakeCaller): string =>
  caller.kind === 'reporter' ? `report ${caller.trackingId}` : caller.kind;

/** The holder of the secret key as events name it. */
export const officerOf = (world: FakeWorld): Extract<EventActor, { kind: 'officer' }> => ({
  kind: 'officer',
  institutionId: world.site.institution.id,
  role: 'institutionAdmin',
});

const callerOf = (world: FakeWorld, key: string): FakeCaller => {
  if (key === world.siteKey) return { kind: 'site' };
  if (key === world.secretKey) return { kind: 'desk' };
  const report = [...world.reports.values()].find(({ token }) => token === key);
  if (!report) throw new FakeRefusal('keyUnknown');
  return { kind: 'reporter', trackingId: report.trackingId };
};

/**
 * Finds out who calls, and whether the endpoint takes such callers.
 *
 * @throws FakeRefusal `keyMissing`, `keyUnknown`, `scopeInsufficient` or `originNotAllowed`.
 */
export const identifyCaller = (world: FakeWorld, { callers }: Endpoint, headers: Headers): FakeCaller => {
  if (callers.includes('anyone')) return { kind: 'anyone' };
  const [, key] = /^bearer\s+(\S{1,300})\s*$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (key === undefined) throw new FakeRefusal('keyMissing');
  const caller = callerOf(world, key);
  if (!callers.includes(caller.kind satisfies Caller)) throw new FakeRefusal('scopeInsufficient');
  const origin = headers.get('origin');
  const { origins } = world;
  if (caller.kind === 'site' && origin !== null && origins && !origins.includes(origin))
    throw new FakeRefusal('originNotAllowed', { origin });
  return caller;
};
