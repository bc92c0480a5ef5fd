import { listReports, submitReport } from '@lapor/schemas/contract';
import { siteForDesk } from '../engine/site-for-desk.ts';
import { bearerIn, identifyPresented } from '../http/identify.ts';
import { writeAllowance } from '../http/limit-rate.ts';
import type { Identity } from '../http/request-context.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { given, type Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';

/** Who calls with a key. */
export type KeyHolder = Extract<Identity, { kind: 'site' | 'desk' }>;

/** Who holds the key, by the rules of every door: a page's key only from the page's origins. @throws Refusal. */
export const identifyKey = async ({ engine, arrival }: Open311Call, key: string): Promise<KeyHolder> => {
  if (key.startsWith('rt_') || !/^\S{1,300}$/.test(key)) throw new Refusal('keyUnknown');
  const origin = arrival.request.headers.get('origin');
  const identity = await identifyPresented(engine, submitReport, key, origin);
  if (identity.kind !== 'site' && identity.kind !== 'desk') throw new Refusal('keyUnknown');
  return identity;
};

/** The key of a call: in its parameters, or where every other door has it. */
export const keyIn = (call: Open311Call, values: URLSearchParams): string | undefined =>
  given(values, 'api_key') ?? given(call.query, 'api_key') ?? bearerIn(call.arrival.request.headers);

/** Counts a call, by the limits of every door. @throws Refusal `rateLimited`. */
export const countCall = async (
  { limitRate, arrival }: Open311Call,
  identity: Identity,
  kind: 'read' | 'write',
): Promise<void> => {
  const endpoint = kind === 'write' ? submitReport : listReports;
  writeAllowance(arrival.headers, await limitRate(endpoint, identity, arrival.address));
};

const siteNamed = async ({ engine }: Open311Call, id: string): Promise<SiteRecord> => {
  const site = (await engine.sites.get()).get(id);
  if (site === undefined) throw new Open311Fault(404, 'jurisdictionUnknown');
  return site;
};

/** The site of a key: what it was made for, unless another is named that its institution may speak for. */
export const siteOfHolder = async (
  call: Open311Call,
  holder: KeyHolder,
  jurisdiction: string | undefined,
): Promise<SiteRecord> => {
  if (holder.kind === 'site') {
    if (jurisdiction === undefined || jurisdiction === holder.site.id) return holder.site;
    await siteNamed(call, jurisdiction);
    throw new Open311Fault(403, 'jurisdictionOfOthers');
  }
  if (jurisdiction === undefined) return siteForDesk(call.engine, holder.institutionId);
  const site = await siteNamed(call, jurisdiction);
  const isOwn =
    holder.role === 'nationalAdmin' ||
    call.directory.isWithin(site.institutionId, holder.institutionId) ||
    call.directory.isWithin(holder.institutionId, site.institutionId);
  if (!isOwn) throw new Open311Fault(403, 'jurisdictionOfOthers');
  return site;
};

/**
 * The site that a call without rights of its own reads: a jurisdiction is a site. It need not be named where there is but
 * one, or where a key was sent that belongs to one.
 */
export const jurisdictionOf = async (call: Open311Call): Promise<SiteRecord> => {
  const named = given(call.query, 'jurisdiction_id');
  if (named !== undefined) return siteNamed(call, named);
  const key = keyIn(call, call.query);
  if (key !== undefined) return siteOfHolder(call, await identifyKey(call, key), undefined);
  const sites = [...(await call.engine.sites.get()).values()];
  const [only] = sites;
  if (only === undefined || sites.length > 1)
    throw new Open311Fault(400, 'jurisdictionMissing', { jurisdictions: sites.map(({ id }) => id) });
  return only;
};
