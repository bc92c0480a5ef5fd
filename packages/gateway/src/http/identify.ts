import type { Caller, Endpoint } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import { findKey } from '../keys/authenticate.ts';
import { isTokenSecret, readToken } from '../keys/report-token.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { Identity } from './request-context.ts';

/** The key that a call carries: RFC 6750, with room for sloppy spacing. */
export const bearerIn = (headers: Headers): string | undefined =>
  /^bearer\s+(\S{1,300})\s*$/i.exec(headers.get('authorization') ?? '')?.[1];

/** A page may use a site's key when it stands on one of the site's origins. Calls that no browser made carry no origin. */
const isAllowedOrigin = (origin: string | null, origins: readonly string[]): boolean =>
  origin === null || origins.includes(origin);

const identifyReporter = async (engine: Engine, token: string): Promise<Identity> => {
  const read = readToken(token);
  const [report] =
    read === undefined
      ? []
      : await engine.database.query<{ id: string; tracking_id: string; token_hash: Buffer }>(
          'select id, tracking_id, token_hash from report where id = $1',
          [read.trackingId],
        );
  if (read === undefined || report === undefined || !isTokenSecret(read.tokenPart, report.token_hash))
    throw new Refusal('keyUnknown');
  return { kind: 'reporter', trackingId: report.tracking_id, reportId: report.id };
};

/** @throws Refusal `scopeInsufficient` when the endpoint is not for such callers. */
const requireCaller = ({ callers }: Endpoint, kind: Caller): void => {
  if (!callers.includes(kind)) throw new Refusal('scopeInsufficient');
};

const identifyKey = async (
  engine: Engine,
  endpoint: Endpoint,
  presented: string,
  origin: string | null,
): Promise<Identity> => {
  const key = findKey(await engine.keys.get(), presented, engine.clock.now());
  if (key === undefined) throw new Refusal('keyUnknown');
  requireCaller(endpoint, key.kind === 'secret' ? 'desk' : 'site');
  if (key.kind === 'secret') {
    const { id, institutionId, role } = key;
    if (institutionId === null || role === null) throw new Refusal('keyUnknown');
    return { kind: 'desk', keyId: id, institutionId, role };
  }
  const site = key.siteId === null ? undefined : (await engine.sites.get()).get(key.siteId);
  if (site === undefined) throw new Refusal('keyUnknown');
  if (!isAllowedOrigin(origin, site.origins)) throw new Refusal('originNotAllowed', { origin: origin ?? '' });
  return { kind: 'site', keyId: key.id, site };
};

/**
 * As {@link identify}, for a key or token that came in another way than the header.
 *
 * @param origin of the page that calls; `null` when no page does.
 */
export const identifyPresented = async (
  engine: Engine,
  endpoint: Endpoint,
  presented: string,
  origin: string | null,
): Promise<Identity> => {
  if (presented.startsWith('rt_')) {
    const reporter = await identifyReporter(engine, presented);
    requireCaller(endpoint, 'reporter');
    return reporter;
  }
  const identity = await identifyKey(engine, endpoint, presented, origin);
  if ('keyId' in identity) engine.keyUses.note(identity.keyId, engine.clock.now());
  return identity;
};

/**
 * Finds out who calls, and whether this endpoint takes such callers.
 *
 * @throws Refusal `keyMissing`, `keyUnknown`, `scopeInsufficient` or `originNotAllowed`.
 */
export const identify = async (engine: Engine, endpoint: Endpoint, headers: Headers): Promise<Identity> => {
  if (endpoint.callers.includes('anyone')) return { kind: 'anyone' };
  const presented = bearerIn(headers);
  if (presented === undefined) throw new Refusal('keyMissing');
  return identifyPresented(engine, endpoint, presented, headers.get('origin'));
};
