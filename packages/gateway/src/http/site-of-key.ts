import type { Engine } from '../engine/engine.ts';
import { findKey } from '../keys/authenticate.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** A site with the id of the key by which it was found. */
export interface KeyedSite {
  readonly site: SiteRecord;
  readonly keyId: string;
}

/**
 * The site whose publishable key stands in an address.
 *
 * @throws Refusal `notFound` when there is none, or when the key was revoked.
 */
export const siteOfKey = async (engine: Engine, siteKey: string): Promise<KeyedSite> => {
  const now = engine.clock.now();
  const key = findKey(await engine.keys.get(), siteKey, now);
  const site =
    key?.kind === 'publishable' && key.siteId !== null ? (await engine.sites.get()).get(key.siteId) : undefined;
  if (key === undefined || site === undefined) throw new Refusal('notFound');
  engine.keyUses.note(key.id, now);
  return { site, keyId: key.id };
};
